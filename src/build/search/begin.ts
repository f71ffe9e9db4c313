import path from "node:path";
import { type OnDisk, rowsOf } from "../../cache/on-disk.ts";
import type { Content } from "../../entry/read-content.ts";
import { publicPaper } from "../../exports/papers-json.ts";
import { beginThread } from "../../workers/thread.ts";
import type { ToldPapers } from "../told-papers.ts";
import type { SearchFilesNow, SearchPlace, SearchTask, ToldSearch } from "./worker.ts";

/** Folder of the search index in a site, with a slash at its end. */
export const SEARCH = "pagefind/";

/** A search index that is being built. */
export interface BeginningSearch {
	/** Has these papers indexed, with the topics of their content, and nothing else. */
	of(content: Content, papers: ToldPapers): void;
	/**
	 * Has it written into the site in this folder, where these files of the last index (paths within the
	 * site) are already, and waits for that.
	 */
	writeTo(site: string, shared: readonly OnDisk[]): Promise<SearchFilesNow>;
	/** Fulfilled when it is kept for the next build. */
	kept: Promise<void>;
}

/**
 * Builds a search index beside the pages: in a thread of its own, which reads at once what is kept.
 * `language` (BCP 47) decides how words are stemmed, `last` is the folder of the last site.
 */
export function beginSearch({
	language,
	cacheDir,
	last,
}: {
	language: string;
	cacheDir: string;
	last: string;
}): BeginningSearch {
	const task: SearchTask = {
		language,
		before: path.join(last, SEARCH),
		cache: path.resolve(cacheDir, "search"),
	};
	const thread = beginThread<SearchFilesNow>(new URL("worker.ts", import.meta.url), task);
	const inSite = (names: string[]) => names.map((name) => SEARCH + name);
	return {
		of: (content, papers) => thread.tell(toldSearch(content, papers)),
		async writeTo(site, shared) {
			const within = shared.map((file) => ({ ...file, name: file.name.slice(SEARCH.length) }));
			const place: SearchPlace = { folder: path.join(site, SEARCH), shared: rowsOf(within) };
			thread.tell(place);
			const { come, gone } = await thread.said;
			return { come: inSite(come), gone: inSite(gone) };
		},
		kept: thread.ended,
	};
}

function toldSearch({ topics }: Content, { entries, abstracts }: ToldPapers): ToldSearch {
	return {
		papers: entries.map(({ paper }) => publicPaper({ ...paper, abstract: "" }, () => "")),
		abstracts,
		sums: entries.map(({ digest }) => digest),
		topics: topics.map(({ id, name }) => ({ id, name })),
	};
}
