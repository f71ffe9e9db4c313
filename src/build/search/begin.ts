import path from "node:path";
import { type OnDisk, rowsOf } from "../../cache/on-disk.ts";
import { newestFirst } from "../../collection/model.ts";
import type { Content } from "../../entry/read-content.ts";
import { publicPaper } from "../../exports/papers-json.ts";
import { beginThread } from "../../workers/thread.ts";
import type { Searched } from "./build.ts";
import type { SearchPlace, SearchTask } from "./worker.ts";

/** Folder of the search index in a site, with a slash at its end. */
export const SEARCH = "pagefind/";

/** A search index that is being built. */
export interface BeginningSearch {
	/** Has the papers of this content indexed, and nothing else. */
	of(content: Content): void;
	/**
	 * Has it written into the site in this folder, where these files of the last index (paths within the
	 * site) are already, and waits for that.
	 */
	writeTo(site: string, shared: readonly OnDisk[]): Promise<void>;
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
	const thread = beginThread(new URL("worker.ts", import.meta.url), task);
	return {
		of: (content) => thread.tell(searched(content)),
		writeTo(site, shared) {
			const within = shared.map((file) => ({ ...file, name: file.name.slice(SEARCH.length) }));
			const place: SearchPlace = { folder: path.join(site, SEARCH), shared: rowsOf(within) };
			thread.tell(place);
			return thread.said;
		},
	};
}

/** The papers in the order of their dates, in which results without words are shown. */
function searched({ entries, topics }: Content): Searched {
	const sorted = entries.toSorted(newestFirst);
	return {
		papers: sorted.map(({ paper }) => publicPaper(paper, () => "")),
		sums: sorted.map(({ digest }) => digest),
		topics: topics.map(({ id, name }) => ({ id, name })),
	};
}
