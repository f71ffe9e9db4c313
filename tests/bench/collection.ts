import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type CslItem, corpusRecords } from "./corpus.ts";

/** The newest day of the collection. */
const NEWEST = Date.UTC(2026, 5, 30);
const DAY = 24 * 60 * 60 * 1000;

/** So many papers come on each day, as from a listing: a larger collection goes back further. */
const PAPERS_A_DAY = 20;

/**
 * So many records out of the corpus, the same every time. The corpus knows months alone, and seven of
 * them: each record gets a day, 20 of them the same, back from 2026-06-30. Beyond the corpus,
 * its records come again as copies, with an id and a title of their own and without DOI.
 */
export function recordsFor(count: number, corpus: readonly CslItem[] = corpusRecords()): CslItem[] {
	return Array.from({ length: count }, (_, index) => {
		const record = corpus[index % corpus.length] as CslItem;
		const copy = Math.floor(index / corpus.length) + 1;
		const day = new Date(NEWEST - Math.floor(index / PAPERS_A_DAY) * DAY);
		const dated = {
			...record,
			issued: { "date-parts": [[day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()]] },
		};
		if (copy === 1) return dated;
		return {
			...dated,
			id: `${record.id}-${copy}`,
			title: `${record.title} (copy ${copy})`,
			DOI: undefined,
			URL: undefined,
		};
	});
}

/** Twelve topics of the corpus, by the words of its papers. */
export const TOPICS: Record<string, { name: string; terms: string[] }> = {
	language: { name: "Language", terms: ["language*", "text", "translation", "sentence*"] },
	vision: { name: "Vision", terms: ["image*", "visual", "video*", "object detection"] },
	graphs: { name: "Graphs", terms: ["graph*", "node*", "network embedding*"] },
	reinforcement: { name: "Reinforcement", terms: ["reinforcement", "policy", "policies"] },
	generation: { name: "Generation", terms: ["generative", "adversarial network*", "synthesis"] },
	robustness: { name: "Robustness", terms: ["robust*", "adversarial attack*", "adversarial"] },
	optimization: { name: "Optimisation", terms: ["optimization", "convergence", "gradient*"] },
	theory: { name: "Theory", terms: ["bound*", "theorem*", "prove", "complexity"] },
	knowledge: { name: "Knowledge", terms: ["knowledge", "reasoning", "question answering"] },
	data: { name: "Data", terms: ["dataset*", "annotat*", "benchmark*"] },
	learning: { name: "Learning with little", terms: ["few-shot", "self-supervised", "transfer*"] },
	health: { name: "Health", terms: ["medical", "clinical", "patient*", "disease*"] },
};

/** Records of one file: the importer takes sources of 64 MB at most. */
const RECORDS_IN_FILE = 10_000;

/** Writes a content folder with these records as sources in CSL JSON, not yet imported. */
export function writeSources(folder: string, records: readonly CslItem[]): void {
	for (const name of ["sources", "papers", "pages"]) {
		mkdirSync(path.join(folder, name), { recursive: true });
	}
	const collection = {
		title: "Papers of conferences",
		tagline: "A collection to measure with.",
		url: "https://papers.example/",
	};
	const topics = Object.entries(TOPICS).map(([id, { name, terms }]) => ({
		id,
		name,
		description: `Papers on ${name.toLowerCase()}.`,
		terms,
	}));
	// JSON is YAML too.
	writeFileSync(path.join(folder, "collection.yaml"), JSON.stringify(collection));
	writeFileSync(path.join(folder, "topics.yaml"), JSON.stringify(topics));
	const about = "---\ntitle: About\ndescription: What this is.\n---\n\nPapers to measure with.\n";
	writeFileSync(path.join(folder, "pages", "about.mdx"), about);
	for (let at = 0; at < records.length; at += RECORDS_IN_FILE) {
		const name = `papers-${at / RECORDS_IN_FILE + 1}.csl.json`;
		const part = records.slice(at, at + RECORDS_IN_FILE);
		writeFileSync(path.join(folder, "sources", name), JSON.stringify(part, null, 1));
	}
}
