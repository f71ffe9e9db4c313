import path from "node:path";
import { workerData } from "node:worker_threads";
import { readBytes, writeBytes } from "../../cache/bytes.ts";
import { contextOf } from "../../cache/kept.ts";
import { type WrittenFiles, writeFiles } from "../../cache/linked.ts";
import { type FileRows, filesOf } from "../../cache/on-disk.ts";
import { told } from "../../workers/thread.ts";
import { buildSearch, type Searched } from "./build.ts";
import { readIndex, writeIndex } from "./cache.ts";

/** What this thread begins with. It is told then what is {@link Searched}, and where the files go. */
export interface SearchTask {
	language: string;
	/** Folder of the index that this one will replace, if it is there. */
	before: string;
	/** Folder of what builds keep of the index. */
	cache: string;
}

/** Where the files go. */
export interface SearchPlace {
	folder: string;
	/** Files that are there already, as hard links to those of the index before. */
	shared: FileRows;
}

const { language, before, cache }: SearchTask = workerData;
const code = ["src/build/search", "src/search", "src/paper", "src/exports/papers-json.ts"];
const context = contextOf(code, language);
const indexFile = path.join(cache, "index.bin");
const writtenFile = path.join(cache, "written.bin");

const last = readIndex(indexFile, context);
const searched = await told<Searched>();
const { files, known } = await buildSearch(searched, language, { known: last });
const { folder, shared } = await told<SearchPlace>();
const written = await writeFiles(folder, files, {
	folder: before,
	shared: filesOf(shared),
	written: readBytes<WrittenFiles>(writtenFile, context)?.table ?? new Map(),
});
writeIndex(indexFile, context, known);
writeBytes(writtenFile, context, written, []);
