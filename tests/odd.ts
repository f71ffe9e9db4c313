import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stringify } from "yaml";

const SENTENCE =
	"Bad or missing data must look intended, whatever a source leaves out or puts in its place. ";
const LONG_TITLE =
	"On the exceeding length that the title of a paper can reach when nobody stops its authors, with remarks on hyphenation, on the measure of a line, on the patience of readers and of those who set the type, and an appendix in which the whole question is asked once more in other words, answered at some length, doubted, and at last left to the judgement of whoever has read so far without losing the thread of it";

/** Papers whose data is bad, missing or too much, by the case that each is. */
const PAPERS: Record<string, [frontMatter: Record<string, unknown>, abstract: string]> = {
	"no-date": [{ title: "A paper without a date", authorCount: 2, topics: ["topic-1"] }, SENTENCE],
	"no-authors": [{ title: "A paper without authors", date: "2026-05-01" }, SENTENCE],
	"no-abstract": [{ title: "A paper without an abstract", date: "2026-05-01" }, ""],
	"nothing-but-a-title": [{ title: "Nothing but a title" }, ""],
	"long-title": [{ title: LONG_TITLE, date: "2026-05-02", topics: ["topic-2"] }, SENTENCE],
	"one-word": [
		{
			title:
				"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(
					2,
				),
		},
		SENTENCE,
	],
	"long-abstract": [
		{ title: "An abstract of ten thousand characters", date: "2026-05-03" },
		SENTENCE.repeat(111),
	],
	"forty-authors": [
		{
			title: "A collaboration",
			date: "2026-05-03",
			authors: Array.from({ length: 60 }, (_, index) => `Author Number ${index + 1}`),
			venue: "Journal of Long Lists",
			commentCount: 1234,
			links: { code: "https://codeberg.org/a/b", doi: "https://doi.org/10.1/2" },
		},
		SENTENCE,
	],
	"every-topic": [
		{
			title: "A paper on everything",
			date: "2026-05-04",
			topics: Array.from({ length: 300 }, (_, index) => `topic-${index + 1}`),
		},
		SENTENCE,
	],
	"right-to-left": [
		{ title: "تعلم الآلة: عن الرموز والكلمات", language: "ar", date: "2026-05-05" },
		"هذه ورقة عن الرموز. ".repeat(20),
	],
	emoji: [
		{ title: "🦜🦜🦜 Parrots 👩‍🔬 considered 🇪🇺", date: "1665-03-06", commentCount: 0 },
		"🐦 ".repeat(40),
	],
	future: [
		{ title: 'A title with "quotes", $O(n^2)$ & <b>marks</b>', date: "2099-12-31" },
		SENTENCE,
	],
};

/** Writes a collection of odd papers with 300 topics into a folder. */
export function writeOddCollection(folder: string): void {
	writeSettings(folder, 300);
	for (const [id, [frontMatter, abstract]] of Object.entries(PAPERS)) {
		const text = `---\n${stringify(frontMatter)}---\n\n${abstract.trim()}\n`;
		writeFileSync(path.join(folder, "papers", `${id}.mdx`), text);
	}
}

/** Writes a collection without papers and without topics into a folder. */
export function writeEmptyCollection(folder: string): void {
	writeSettings(folder, 0);
}

function writeSettings(folder: string, topics: number): void {
	mkdirSync(path.join(folder, "papers"), { recursive: true });
	mkdirSync(path.join(folder, "pages"));
	writeFileSync(
		path.join(folder, "collection.yaml"),
		stringify({
			title: "Odd papers",
			tagline: "What can go wrong, gone right.",
			url: "https://example.org/",
		}),
	);
	writeFileSync(
		path.join(folder, "topics.yaml"),
		stringify(
			Array.from({ length: topics }, (_, index) => ({
				id: `topic-${index + 1}`,
				name: `Topic ${index + 1}`,
				description: "One of many.",
				terms: [`term-${index + 1}`],
			})),
		),
	);
}
