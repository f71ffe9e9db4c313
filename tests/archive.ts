import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import { afterAll, beforeAll } from "vitest";
import { siteIn } from "./served.ts";
import { type Run, run, temporaryFolder } from "./site.ts";

/** The commands, run as they are. */
const CLI = "src/archive/cli.ts";

/** An archive of the birds, while the tests of a file run. */
export interface TestArchive {
	/** A folder for whatever a test makes. */
	readonly folder: string;
	readonly dist: string;
	readonly zip: string;
	/** The archive's own folder, in a folder with a name as people give it. */
	readonly unpacked: string;
	/** What the command printed. */
	readonly output: string;
}

const NAME = "field-notes-on-birds";

/** Builds the site of the birds, archives it and unpacks that before the tests of a file. */
export function archivedBirds(): TestArchive {
	const { folder, remove } = temporaryFolder();
	const dist = path.join(folder, "dist");
	const zip = path.join(dist, "offline", `${NAME}.zip`);
	let output = "";
	let unpacked = "";
	beforeAll(async () => {
		await siteIn("tests/fixtures/birds", dist);
		const written = await archive(dist);
		if (written.code !== 0) throw new Error(written.output);
		output = written.output;
		unpacked = unpack(zip, path.join(folder, "Meine Aufsätze 2"));
	});
	afterAll(remove);
	return {
		folder,
		dist,
		zip,
		get unpacked() {
			return unpacked;
		},
		get output() {
			return output;
		},
	};
}

/** `npm run archive`, without the build. */
export function archive(dist: string): Promise<Run> {
	return run(CLI, ["write", "--dist", dist]);
}

/** `npm run verify` */
export function verify(file: string): Promise<Run> {
	return run(CLI, ["verify", file]);
}

/** Unpacks an archive, and gives its own folder within `target`. */
export function unpack(zip: string, target: string): string {
	for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
		mkdirSync(path.dirname(path.join(target, name)), { recursive: true });
		writeFileSync(path.join(target, name), bytes);
	}
	return path.join(target, NAME);
}

/** Paths of the pages in a folder, in order. */
export function pagesIn(folder: string): string[] {
	const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
	return files.filter((name) => name.endsWith(".html")).sort();
}

/** Address of a file as a double-click opens it. */
export function fileAddress(...parts: string[]): string {
	return pathToFileURL(path.join(...parts)).href;
}
