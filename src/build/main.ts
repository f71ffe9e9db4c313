import { enableCompileCache } from "node:module";
import path from "node:path";
import { defineCommand, runMain } from "citty";
import { OWN_CACHES } from "../cache/place.ts";
import { IssuesError } from "../paper/issues.ts";
import { printable } from "../paper/printable.ts";

// What is loaded from here on need not be compiled again by the next build.
enableCompileCache(path.resolve(OWN_CACHES, "code"));
const { build } = await import("./build.ts");

await runMain(
	defineCommand({
		meta: { name: "npm run build --", description: "Builds the site of the content folder." },
		args: {
			outDir: { type: "string", default: "dist", description: "Where the site is put" },
		},
		async run({ args }) {
			try {
				await build(path.resolve(args.outDir));
			} catch (cause) {
				const lines = said(cause).map((line) => `${printable(line)}\n`);
				// Threads and processes of a build that has failed go with it, but not what it says.
				process.stderr.write(lines.join(""), () => process.exit(1));
			}
		},
	}),
);

/** What people are told of an error: of what is wrong with their content all, of other errors where they come from. */
function said(cause: unknown): string[] {
	if (cause instanceof IssuesError) return cause.message.split("\n");
	if (!(cause instanceof Error)) return [String(cause)];
	const more = cause.cause === undefined ? [] : said(cause.cause);
	return [...(cause.stack ?? cause.message).split("\n"), ...more];
}
