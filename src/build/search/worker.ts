import path from "node:path";
import { workerData } from "node:worker_threads";
import { readBytes, writeBytes } from "../../cache/bytes.ts";
import { contextOf } from "../../cache/kept.ts";
import { type WrittenFiles, writeFiles } from "../../cache/linked.ts";
import { buildSearch, type Searched } from "./build.ts";
import { readIndex, writeIndex } from "./cache.ts";

/** What this thread is to do: the files of the index of `searched`, into `folder`. */
export interface SearchTask {
	searched: Searched;
	language: string;
	folder: string;
	/** Folder of the index that this one will replace, if it is there. */
	before: string;
	/** Folder of what builds keep of the index. */
	cache: string;
}

const { searched, language, folder, before, cache }: SearchTask = workerData;
const context = contextOf(["src/build/search", "src/search", "src/paper"], language);
const indexFile = path.join(cache, "index.bin");
const writtenFile = path.join(cache, "written.bin");

const { files, known } = await buildSearch(searched, language, {
	known: readIndex(indexFile, context),
});
const written = await writeFiles(folder, files, {
	folder: before,
	written: readBytes<WrittenFiles>(writtenFile, context)?.table ?? new Map(),
});
writeIndex(indexFile, context, known);
writeBytes(writtenFile, context, written, []);
