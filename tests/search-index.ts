import { gunzipSync } from "node:zlib";
import { buildSearch, type SearchOptions } from "../src/build/search/build.ts";
import { contentFolder } from "../src/entry/folder.ts";
import { readContent } from "../src/entry/read-content.ts";
import { type PapersJson, type PublicPaper, papersJson } from "../src/exports/papers-json.ts";
import { IndexFiles, type ReadFile } from "../src/search/index-files.ts";
import { parseQuery } from "../src/search/query.ts";
import { page } from "../src/search/refine.ts";
import { type Outcome, type Request, search } from "../src/search/search.ts";

/** A paper of which a test gives only what it is about. The id is that of the title where left out. */
export function paper(given: Partial<PublicPaper> & { title: string }): PublicPaper {
	const id = given.id ?? given.title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
	return {
		id,
		url: `https://example.org/papers/${id}/`,
		abstract: "",
		date: null,
		authors: [],
		authorCount: null,
		organization: null,
		commentCount: null,
		topics: [],
		links: {},
		...given,
	};
}

/** A search index that was built and opened. */
export interface Built {
	papers: readonly PublicPaper[];
	/** Path within `pagefind/` to bytes. */
	bundle: ReadonlyMap<string, Uint8Array>;
	files: IndexFiles;
	/** Titles of the papers that a query finds, in the order in which they are shown. */
	find(query: string, request?: Partial<Request>): Promise<string[]>;
	/** All that a search gives. */
	outcome(query: string, request?: Partial<Request>): Promise<Outcome>;
}

/** Builds the search index of some papers as a site has it, and opens it as a browser does. */
export async function built(
	papers: readonly PublicPaper[],
	language = "en",
	topics: PapersJson["topics"] = [],
	options: SearchOptions = {},
): Promise<Built> {
	const searched = { papers: [...papers], topics };
	const { files: bundle } = await buildSearch(searched, language, options);
	const files = await IndexFiles.open(reader(bundle));
	const outcome: Built["outcome"] = (query, request) =>
		search(files, { terms: parseQuery(query).terms, sort: "relevance", ...request });
	return {
		papers,
		bundle,
		files,
		outcome,
		find: async (query, request) => {
			const found = await outcome(query, request);
			const titles: string[] = [];
			while (titles.length < found.papers.length) {
				const shown = await page(files, found, titles.length);
				titles.push(...shown.map(({ record }) => record.meta.title ?? ""));
			}
			return titles;
		},
	};
}

/** Reads the files of a bundle, unpacked. */
export function reader(bundle: ReadonlyMap<string, Uint8Array>): ReadFile {
	return async (name) => {
		const content = bundle.get(name);
		if (!content) throw new Error(`there is no ${name}`);
		return name.endsWith(".json") ? content : gunzipSync(content);
	};
}

/** The papers of the folder `content`, in the order of the site: newest first, undated last. */
export function papersOfContent(): PapersJson {
	const { entries, topics } = readContent(contentFolder("content"));
	const papers = entries
		.map(({ paper }) => paper)
		.sort((a, b) =>
			(a.date ?? "") < (b.date ?? "") ? 1 : (a.date ?? "") > (b.date ?? "") ? -1 : 0,
		);
	return papersJson(
		papers,
		topics,
		(id) => `https://example.org/papers/${id}/`,
		(part) => `https://example.org/papers/part/${part}.json`,
		papers.length,
	);
}
