import { mkdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { workerData } from "node:worker_threads";
import { buildSearch, type Searched } from "./search-build.ts";

/** What this thread is to do: the files of the index of `searched`, into `folder`. */
export interface SearchTask {
	searched: Searched;
	language: string;
	folder: string;
}

/** Files that are on their way to the disk at one time. */
const IN_FLIGHT = 200;

const { searched, language, folder }: SearchTask = workerData;
await writeFiles(folder, (await buildSearch(searched, language)).files);

async function writeFiles(root: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
	for (const name of new Set([...files.keys()].map((file) => path.dirname(file)))) {
		mkdirSync(path.join(root, name), { recursive: true });
	}
	const entries = [...files];
	for (let at = 0; at < entries.length; at += IN_FLIGHT) {
		await Promise.all(
			entries
				.slice(at, at + IN_FLIGHT)
				.map(([name, content]) => writeFile(path.join(root, name), content)),
		);
	}
}
