import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { readBytes, writeBytes } from "../../cache/bytes.ts";
import { contextOf } from "../../cache/kept.ts";
import { type FilledFolder, type WrittenFiles, writeFiles } from "../../cache/linked.ts";
import { type FileRows, filesOf } from "../../cache/on-disk.ts";
import { type SharedTexts, textAt } from "../../workers/texts.ts";
import { told } from "../../workers/thread.ts";
import { buildSearch, type Searched } from "./build.ts";
import { readIndex, writeIndex } from "./cache.ts";

/** What this thread begins with. It is told then what is searched ({@link ToldSearch}), and where the files go. */
export interface SearchTask {
	language: string;
	/** Folder of the index that this one will replace, if it is there. */
	before: string;
	/** Folder of what builds keep of the index. */
	cache: string;
}

/** What is searched: papers in the order of their dates, their abstracts apart. */
export interface ToldSearch extends Searched {
	abstracts: SharedTexts;
}

/** Where the files go. */
export interface SearchPlace {
	folder: string;
	/** Files that are there already, as hard links to those of the index before. */
	shared: FileRows;
}

/** The files of the index, beside those that were there and are there still: paths within its folder. */
export type SearchFilesNow = Pick<FilledFolder, "come" | "gone">;

const { language, before, cache }: SearchTask = workerData;
const code = ["src/build/search", "src/search", "src/paper", "src/exports/papers-json.ts"];
const context = contextOf(code, language);
const indexFile = path.join(cache, "index.bin");
const writtenFile = path.join(cache, "written.bin");

const last = readIndex(indexFile, context);
const { papers, abstracts, ...rest } = await told<ToldSearch>();
const searched = papers.map((paper, at) => {
	return {
		...paper,
		get abstract() {
			return textAt(abstracts, at);
		},
	};
});
const { files, known } = await buildSearch({ papers: searched, ...rest }, language, {
	known: last,
});
const { folder, shared } = await told<SearchPlace>();
const { written, come, gone } = await writeFiles(folder, files, {
	folder: before,
	shared: filesOf(shared),
	written: readBytes<WrittenFiles>(writtenFile, context)?.table ?? new Map(),
});
parentPort?.postMessage({ come, gone } satisfies SearchFilesNow);
writeIndex(indexFile, context, known);
writeBytes(writtenFile, context, written, []);
