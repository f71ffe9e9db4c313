import { defineCommand, runMain } from "citty";
import { papersCount } from "../paper/text.ts";
import { writeArchive } from "./archive.ts";
import { Unreadable } from "./opened.ts";
import { ArchiveProblem } from "./site.ts";
import { verifyArchive } from "./verify.ts";

const write = defineCommand({
	meta: {
		name: "npm run archive",
		description: "Writes the built site as one zip that can be read without a server.",
	},
	args: {
		dist: { type: "string", default: "dist", description: "The built site" },
	},
	async run({ args }) {
		try {
			const { file, bytes, files, papers, sha256 } = await writeArchive(args.dist);
			const size = `${(bytes / 1e6).toFixed(1)} MB`;
			console.log(`${file}: ${papersCount(papers)}, ${files} files, ${size}\nSHA-256: ${sha256}`);
		} catch (cause) {
			if (!(cause instanceof ArchiveProblem)) throw cause;
			fail(cause.message);
		}
	},
});

const verify = defineCommand({
	meta: {
		name: "npm run verify --",
		description: "Compares an archive, a zip or the folder it was unpacked to, with its checksums.",
	},
	args: {
		archive: { type: "positional", required: true, description: "The zip, or the folder" },
	},
	async run({ args }) {
		try {
			const { files, problems } = await verifyArchive(args.archive);
			if (problems.length === 0) {
				console.log(`${args.archive}: ${files} files, all as they were written`);
				return;
			}
			const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
			fail(`${problems.join("\n")}\n${args.archive}: ${count}. Fetch the archive again.`);
		} catch (cause) {
			if (!(cause instanceof Unreadable)) throw cause;
			fail(cause.message);
		}
	},
});

function fail(message: string): void {
	console.error(message);
	process.exitCode = 1;
}

await runMain(
	defineCommand({
		meta: { name: "archive", description: "The collection as a file." },
		subCommands: { write, verify },
	}),
);
