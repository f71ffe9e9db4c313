import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type { PublicPaper } from "../../src/exports/papers-json.ts";

/**
 * 10,000 papers of conferences, in CSL JSON. Not part of the project: benchmarks say so where it is
 * not there. OFFPRINT_CORPORA names another folder with a file of this name.
 */
const CORPUS = path.join(
	process.env.OFFPRINT_CORPORA || "../shared/corpora",
	"conferences-10k.csl.json.gz",
);

/** What benchmarks read of a record of the corpus. */
export interface CslItem {
	id: string;
	title: string;
	abstract?: string;
	author?: { given?: string; family?: string; literal?: string }[];
	issued?: { "date-parts"?: number[][] };
	[key: string]: unknown;
}

/** The records of the corpus as they are. Ends the program with a message where there is no corpus. */
export function corpusRecords(): CslItem[] {
	if (!existsSync(CORPUS)) {
		console.error(
			`This benchmark runs on ${CORPUS}, which is not here. OFFPRINT_CORPORA names its folder.`,
		);
		process.exit(1);
	}
	return JSON.parse(gunzipSync(readFileSync(CORPUS)).toString());
}

/** The papers of the corpus, newest first. */
export function corpus(): PublicPaper[] {
	const plain = (text = "") =>
		text
			.replace(/<[^>]+>/g, "")
			.replace(/\s+/g, " ")
			.trim();
	return corpusRecords()
		.map(({ id, title, abstract, author = [], issued }): PublicPaper => {
			const [year = 2022, month = 1, day = 1] = issued?.["date-parts"]?.[0] ?? [];
			return {
				id,
				url: "",
				title: plain(title),
				abstract: plain(abstract),
				date: [year, ...[month, day].map((part) => String(part).padStart(2, "0"))].join("-"),
				authors: author.map(({ given, family, literal }) =>
					literal ? literal : [given, family].filter(Boolean).join(" "),
				),
				authorCount: author.length,
				organization: null,
				commentCount: null,
				topics: [],
				links: {},
			};
		})
		.sort((a, b) => (a.date === b.date ? 0 : (a.date ?? "") < (b.date ?? "") ? 1 : -1));
}
