import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { PublicPaper } from "../../src/exports/papers-json.ts";

/** 10,000 papers of conferences, in CSL JSON. Not part of the project: benchmarks say so where it is not there. */
const CORPUS = "../shared/corpora/conferences-10k.csl.json.gz";

interface CslItem {
	id: string;
	title: string;
	abstract?: string;
	author?: { given?: string; family?: string; literal?: string }[];
	issued?: { "date-parts"?: number[][] };
}

/** The papers of the corpus, newest first. Ends the program with a message where there is no corpus. */
export function corpus(): PublicPaper[] {
	if (!existsSync(CORPUS)) {
		console.error(`This benchmark runs on ${CORPUS}, which is not here.`);
		process.exit(1);
	}
	const items: CslItem[] = JSON.parse(gunzipSync(readFileSync(CORPUS)).toString());
	const plain = (text = "") =>
		text
			.replace(/<[^>]+>/g, "")
			.replace(/\s+/g, " ")
			.trim();
	return items
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
