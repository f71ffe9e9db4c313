import path from "node:path";
import { parseArgs } from "node:util";
import { defineCommand, runMain } from "citty";
import "../cache/code.mjs";
import { IssuesError } from "../paper/issues.ts";
import { printable } from "../paper/printable.ts";
import { fitNode } from "./fitting-node.ts";

fitNode();
const { build } = await import("./build.ts");

await runMain(
	defineCommand({
		meta: { name: "npm run build --", description: "Builds the site of the content folder." },
		args: {
			outDir: { type: "string", default: "dist", description: "Where the site is put" },
		},
		async run({ args: { outDir }, rawArgs }) {
			try {
				// citty takes any flag.
				parseArgs({ args: rawArgs, options: { outDir: { type: "string" } } });
			} catch (cause) {
				return end([cause instanceof Error ? cause.message : String(cause)], 2);
			}
			try {
				await build(path.resolve(outDir));
			} catch (cause) {
				return end(said(cause), 1);
			}
			// The system clears a memory of gigabytes in half the time that Node takes for it.
			process.stdout.write("", () => end([], 0));
		},
	}),
);

/** Ends the program, and with it threads and processes of a build, but not what it says. */
function end(lines: readonly string[], code: number): void {
	const text = lines.map((line) => `${printable(line)}\n`).join("");
	process.stderr.write(text, () => process.exit(code));
}

/** What people are told of an error: of what is wrong with their content all, of other errors where they come from. */
function said(cause: unknown): string[] {
	if (cause instanceof IssuesError) return cause.message.split("\n");
	if (!(cause instanceof Error)) return [String(cause)];
	const more = cause.cause === undefined ? [] : said(cause.cause);
	return [...(cause.stack ?? cause.message).split("\n"), ...more];
}
