import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import * as pagefind from "pagefind";
import type { PapersJson, PublicPaper } from "../exports/papers-json.ts";
import { searchRecord } from "./search-record.ts";

/** Records that are on their way to the indexer at one time. */
const IN_FLIGHT = 500;

/**
 * Builds the search index over the papers, and nothing else, from `/papers.json`.
 * `language` (BCP 47) decides how words are stemmed.
 */
export function searchIndex({ language }: { language: string }): AstroIntegration {
	return {
		name: "search-index",
		hooks: {
			"astro:build:done": async ({ dir, logger }) => {
				const { papers }: PapersJson = JSON.parse(
					readFileSync(new URL("papers.json", dir), "utf8"),
				);
				try {
					// One index for all: Pagefind would part papers by language, and search only one part.
					const { index, errors } = await pagefind.createIndex({ forceLanguage: language });
					if (!index) throw new Error(`the search index cannot be built: ${errors.join("; ")}`);
					for (let at = 0; at < papers.length; at += IN_FLIGHT) {
						await Promise.all(papers.slice(at, at + IN_FLIGHT).map((paper) => add(index, paper)));
					}
					const written = await index.writeFiles({
						outputPath: fileURLToPath(new URL("pagefind/", dir)),
					});
					if (written.errors.length > 0) {
						throw new Error(`the search index cannot be written: ${written.errors.join("; ")}`);
					}
					logger.info(`${papers.length} papers indexed for search`);
				} finally {
					await pagefind.close();
				}
			},
		},
	};
	async function add(index: pagefind.PagefindIndex, paper: PublicPaper): Promise<void> {
		const { errors } = await index.addCustomRecord(searchRecord(paper, language));
		if (errors.length > 0) throw new Error(`${paper.id} cannot be indexed: ${errors.join("; ")}`);
	}
}
