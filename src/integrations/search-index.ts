import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import * as pagefind from "pagefind";
import type { PapersJson } from "../exports/papers-json.ts";
import { searchRecord } from "./search-record.ts";

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
					for (const paper of papers) {
						const added = await index.addCustomRecord(searchRecord(paper, language));
						if (added.errors.length > 0) {
							throw new Error(`${paper.id} cannot be indexed: ${added.errors.join("; ")}`);
						}
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
}
