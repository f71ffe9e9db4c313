import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { random } from "../../../tests/random.ts";
import { paper } from "../../../tests/search-index.ts";
import { temporaryFolder } from "../../../tests/site.ts";
import type { PublicPaper } from "../../exports/papers-json.ts";
import { buildSearch, type Searched } from "./build.ts";
import { readIndex, writeIndex } from "./cache.ts";
import type { SearchFiles } from "./files.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);
const file = path.join(folder, "index.bin");

/** With accents and without, in parts, in other scripts, and without a letter. */
const WORDS =
	"wren robin naïve naive naîve náïve NAÏVETÉ songs song singing state-of-the-art ImageNet-1K tokens—how “token-level” cl100k_base 92.9× Straße İstanbul’da 语言模型 评估。 token token token Élan élan ñandú x² — 🐦".split(
		" ",
	);

const next = random(7);
const pick = (count: number) => Math.floor(next() * count);
const text = (words: number) =>
	Array.from({ length: words }, () => WORDS[pick(WORDS.length)] ?? "").join(" ");

let made = 0;
const some = (): PublicPaper => ({
	...paper({ title: text(4), id: `p${made++}` }),
	abstract: text(12),
	date: `20${10 + pick(9)}-01-01`,
	authors: [["Ada Çelik"], ["Ada Çelik", "Émile O'Finch"], []][pick(3)] ?? [],
	topics: pick(2) > 0 ? ["song"] : [],
});

/** Each gives the papers after an edit. */
const EDITS: Readonly<Record<string, (papers: PublicPaper[]) => PublicPaper[]>> = {
	nothing: (papers) => papers,
	abstract: (papers) => papers.with(9, { ...(papers[9] ?? some()), abstract: text(9) }),
	"one abstract less": (papers) => papers.with(3, { ...(papers[3] ?? some()), abstract: "" }),
	"papers come": (papers) => papers.toSpliced(5, 0, some(), some()).toSpliced(0, 0, some()),
	"papers go": (papers) => papers.toSpliced(2, 1).toSpliced(12, 3),
	order: (papers) => papers.toReversed(),
	topics: (papers) => papers.map((one, at) => (at % 4 ? one : { ...one, topics: ["flight"] })),
	"a field comes": (papers) =>
		papers.with(1, { ...(papers[1] ?? some()), organization: { name: "Élan", handle: "elan" } }),
	"a field goes": (papers) => papers.map((one) => ({ ...one, organization: null })),
	"a word that nobody has": (papers) =>
		papers.with(4, { ...(papers[4] ?? some()), title: "Quokka naívé" }),
	all: (papers) => papers.map(some),
	none: () => [],
	"the first": () => [some()],
};

const searched = (papers: readonly PublicPaper[]): Searched => ({
	papers: [...papers],
	sums: papers.map((paper) => JSON.stringify(paper)),
	topics: [{ id: "song", name: "Song" }],
});

function expectSame(a: SearchFiles, b: SearchFiles, message: string): void {
	expect([...a.keys()].sort(), message).toEqual([...b.keys()].sort());
	for (const [name, content] of a) {
		expect(Buffer.compare(content, b.get(name) ?? new Uint8Array()), `${message}: ${name}`).toBe(0);
	}
}

for (const language of ["en", "tr", "zh"]) {
	test(`an index of which papers are known is that of a first build, byte for byte, in ${language}`, async () => {
		let papers = Array.from({ length: 20 }, some);
		const options = {
			common: 2,
			paired: { papers: 1, bytes: 100 },
			tabled: { papers: 1, rows: 4 },
		};
		writeIndex(file, language, (await buildSearch(searched(papers), language, options)).known);
		for (const [name, edit] of Object.entries(EDITS)) {
			papers = edit(papers);
			const known = readIndex(file, language);
			expect(known).toBeDefined();
			const after = await buildSearch(searched(papers), language, { ...options, known });
			const first = await buildSearch(searched(papers), language, options);
			expectSame(after.files, first.files, name);
			if (papers.length > 9) {
				expect([...first.files.keys()].join(" "), name).toMatch(/pf_pair .*pf_table/);
			}
			expect(after.known.words.size, name).toBe(first.known.words.size);
			writeIndex(file, language, after.known);
		}
	}, 60_000);
}

/** A paper of so many words that few have, and of some that many have. */
const wordy = (at: number, rare: number): PublicPaper => {
	const words = Array.from({ length: rare }, () => pick(40_000).toString(36).padStart(4, "q"));
	return { ...some(), id: `w${at}`, abstract: `${words.join(" ")} ${text(6)}` };
};

const longer = (paper: PublicPaper): PublicPaper => ({
	...paper,
	abstract: `${paper.abstract} ${text(3)}`,
});

test("chunks of words that no edit has touched are kept, and the index is that of a first build", async () => {
	// Every fourth paper is short: an edit of it touches few of the chunks.
	let papers = Array.from({ length: 120 }, (_, at) => wordy(at, at % 4 ? 250 : 3));
	const options = { common: 3 };
	let { known } = await buildSearch(searched(papers), "en", options);
	const edits: ((papers: PublicPaper[]) => PublicPaper[])[] = [
		(papers) => papers,
		(papers) => papers.with(8, wordy(8, 5)),
		(papers) => papers.with(0, wordy(0, 2)).with(40, wordy(40, 1)),
		(papers) => papers.with(12, { ...(papers[12] ?? wordy(12, 1)), abstract: "—" }),
		(papers) => papers.toSpliced(119, 1, wordy(119, 4), wordy(120, 4)),
		(papers) => papers.slice(0, -1),
		// Of a long paper all words but a few stand where they stood.
		(papers) => papers.with(1, longer(papers[1] ?? wordy(1, 1))),
		(papers) => papers.with(1, longer(papers[1] ?? wordy(1, 1))).toSpliced(6, 1, wordy(6, 3)),
	];
	for (const [number, edit] of edits.entries()) {
		papers = edit(papers);
		writeIndex(file, "en", known);
		const before = readIndex(file, "en");
		const after = await buildSearch(searched(papers), "en", { ...options, known: before });
		const first = await buildSearch(searched(papers), "en", options);
		expectSame(after.files, first.files, `edit ${number}`);
		const { chunks, outlines } = first.known;
		expect(after.known, `edit ${number}`).toMatchObject({ chunks, outlines });
		const names = new Set(before?.chunks.map(({ name }) => name));
		const kept = chunks.filter(({ name }) => names.has(name));
		// The fifth and the last replace a long paper.
		if (number !== 4 && number !== 7)
			expect(kept.length / chunks.length, `edit ${number}`).toBeGreaterThan(0.4);
		known = after.known;
	}
}, 60_000);

test("papers that are indexed a few at a time give the same files", async () => {
	const papers = Array.from({ length: 23 }, some);
	const options = { common: 2, paired: { papers: 1, bytes: 100 }, tabled: { papers: 1, rows: 4 } };
	const whole = await buildSearch(searched(papers), "en", options);
	for (const atOnce of [1, 5, 22]) {
		const parts = await buildSearch(searched(papers), "en", { ...options, atOnce });
		expectSame(parts.files, whole.files, `${atOnce} at once`);
	}
});

test("what is known of an abstract that has not changed is not packed again", async () => {
	const papers = Array.from({ length: 20 }, some);
	const { known } = await buildSearch(searched(papers), "en");
	const edited = papers.with(7, { ...(papers[7] ?? some()), abstract: "A wren." });
	const after = await buildSearch(searched(edited), "en", { known });
	const again = after.known.pages.filter(
		({ fragment }, at) => fragment !== known.pages[at]?.fragment,
	);
	expect(again).toHaveLength(1);
});
