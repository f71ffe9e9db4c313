import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { type Built, built, paper } from "../../tests/search-index.ts";
import { excerpt, type Found, foundWords, markedTitle, type Run } from "./excerpt.ts";
import { phraseWords } from "./phrase-words.ts";

/** Runs as a line, what was looked for in square brackets. */
const line = (runs: readonly Run[]) =>
	runs.map(({ text, found }) => (found ? `[${text}]` : text)).join("");
const plain = (runs: readonly Run[]) => runs.map(({ text }) => text).join("");

/** Hits of one term each at these words of the only paper. */
function hits(...terms: { text?: number[]; title?: number[]; phrase?: string[] }[]): Found {
	return {
		hits: terms.map(
			({ text = [], title = [] }) => new Map([[0, { text, title, authors: [], organization: [] }]]),
		),
		phrases: terms.map(({ phrase = [] }) => phrase),
	};
}

const numbers = Array.from({ length: 100 }, (_, at) => `w${at}`).join(" ");

test("a short text is there whole, with its marks", () => {
	expect(line(excerpt("Swifts sleep on the wing.", hits({ text: [1] }), 0))).toBe(
		"Swifts [sleep] on the wing.",
	);
	expect(line(excerpt("Swifts sleep", hits({ text: [0, 1] }), 0))).toBe("[Swifts sleep]");
	expect(line(excerpt("Swifts sleep", hits(), 0))).toBe("Swifts sleep");
	expect(line(excerpt("Swifts", hits({ text: [0] }), 7))).toBe("Swifts");
	expect(line(excerpt("", hits(), 0))).toBe("");
});

test("of a long text there are 34 words, some of them before the first that was found", () => {
	const runs = excerpt(numbers, hits({ text: [50] }), 0);
	expect(line(runs)).toMatchInlineSnapshot(
		`"… w45 w46 w47 w48 w49 [w50] w51 w52 w53 w54 w55 w56 w57 w58 w59 w60 w61 w62 w63 w64 w65 w66 w67 w68 w69 w70 w71 w72 w73 w74 w75 w76 w77 w78 …"`,
	);
	expect(plain(runs).match(/w\d+/g)).toHaveLength(34);
});

test("at its beginning and at its end a text has nothing before and after", () => {
	expect(line(excerpt(numbers, hits({ text: [2] }), 0))).toMatch(/^w0 w1 \[w2\] .* w33 …$/);
	expect(line(excerpt(numbers, hits({ text: [99] }), 0))).toMatch(/^… w66 .* w98 \[w99\]$/);
	expect(line(excerpt(numbers, hits(), 0))).toMatch(/^w0 .* w33 …$/);
});

test("the part that has most of the different words is shown", () => {
	const apart = excerpt(numbers, hits({ text: [5, 6, 7, 60] }, { text: [70] }), 0);
	expect(line(apart)).toMatch(/\[w60\].*\[w70\]/);
	expect(line(apart)).not.toContain("w7 ");
	const alike = excerpt(numbers, hits({ text: [10, 80] }), 0);
	expect(line(alike)).toContain("[w10]");
});

test("nothing is lost or doubled, whatever is found", () => {
	const word = fc.string({ unit: fc.constantFrom(..."abé語𝑥.,-“"), minLength: 1, maxLength: 4 });
	const space = fc.constantFrom(" ", "\n", "  ", "\n\n");
	const text = fc
		.array(fc.tuple(word, space), { minLength: 1, maxLength: 90 })
		.map((parts) => parts.flat().join("").trim());
	const places = fc.array(fc.array(fc.nat({ max: 90 }), { maxLength: 6 }), { maxLength: 4 });
	fc.assert(
		fc.property(text, places, (text, places) => {
			const found = hits(
				...places.map((text) => ({ text: [...new Set(text)].sort((a, b) => a - b) })),
			);
			const runs = excerpt(text, found, 0);
			const shown = plain(runs).replace(/^… /, "").replace(/ …$/, "");
			expect(` ${text.replace(/\s+/g, " ")} `).toContain(` ${shown} `);
			for (const [at, run] of runs.entries()) {
				expect(run.text).not.toBe("");
				if (run.found) expect(run.text.trim()).toBe(run.text);
				if (at > 0 && !/^… $/.test(runs[at - 1]?.text ?? "") && run.text !== " …") {
					expect(run.found).not.toBe(runs[at - 1]?.found);
				}
			}
		}),
	);
});

test.each([
	["Large language models", 2, "language model", "Large [language models]"],
	["A language-model zoo", 1, "language model", "A [language-model] zoo"],
	["Large-language models", 1, "large language models", "[Large-language models]"],
	["the state of the art in", 4, "state-of-the-art", "the [state of the art] in"],
	["the state-of-the-art in", 1, "state of the art", "the [state-of-the-art] in"],
	["Fine-tuning-based", 0, "fine tuning", "[Fine-tuning-based]"],
	["very fine tuning-based work", 2, "fine tuning", "very [fine tuning-based] work"],
	["“Naïve” Bayes, really", 1, "naive bayes", "[“Naïve” Bayes,] really"],
	["models", 0, "language models", "[models]"],
])("of a phrase in “%s” every word is marked", (text, end, phrase, expected) => {
	const found = hits({ text: [end], title: [end], phrase: phraseWords(phrase) });
	expect(line(excerpt(text, found, 0))).toBe(expected);
	expect(line(markedTitle(text, found, 0))).toBe(expected);
});

test("a title is there whole, with its marks", () => {
	expect(
		line(markedTitle("Swifts sleep  on the wing", hits({ title: [0] }, { title: [4] }), 0)),
	).toBe("[Swifts] sleep on the [wing]");
	expect(line(markedTitle("Swifts", hits({ text: [0] }), 0))).toBe("Swifts");
});

test("words are given as they stand, without the signs around them, each once", () => {
	const content = "“Swifts” sleep. State-of-the-art swifts, (swifts): 2.5× …";
	const found = (...at: number[]) =>
		foundWords({ content, title: "Sleep!" }, hits({ text: at }), 0);
	expect(found(0, 1, 2, 3, 4)).toEqual(["swifts", "sleep", "state-of-the-art"]);
	expect(found(5, 6)).toEqual(["2.5"]);
	expect(foundWords({ content, title: "Sleep!" }, hits({ title: [0] }), 0)).toEqual(["sleep"]);
});

let index: Built;

beforeAll(async () => {
	index = await built([
		paper({
			title: "The naïve state-of-the-art",
			abstract:
				"First  line, with\na break.\n\nA naïve swift – the “state-of-the-art” – sleeps\u00a0well.",
		}),
	]);
});

/** Title and text with the marks that a query puts into them. */
async function shown(query: string): Promise<string> {
	const found = await index.outcome(query);
	const { content, meta } = await index.files.record(0);
	return `${line(markedTitle(meta.title ?? "", found, 0))} | ${line(excerpt(content, found, 0))}`;
}

test("what is marked is the word that was found", async () => {
	expect(await shown("naive")).toMatchInlineSnapshot(
		`"The [naïve] state-of-the-art | First line, with a break. A [naïve] swift – the “state-of-the-art” – sleeps well."`,
	);
	expect(await shown("art swift")).toMatchInlineSnapshot(
		`"The naïve [state-of-the-art] | First line, with a break. A naïve [swift] – the [“state-of-the-art”] – sleeps well."`,
	);
	expect(await shown('"a naive swift"')).toBe(
		"The naïve state-of-the-art | First line, with a break. [A naïve swift] – the “state-of-the-art” – sleeps well.",
	);
	expect(await shown('"state of the art"')).toMatchInlineSnapshot(
		`"The naïve [state-of-the-art] | First line, with a break. A naïve swift – the [“state-of-the-art”] – sleeps well."`,
	);
	expect(await shown("well")).toMatchInlineSnapshot(
		`"The naïve state-of-the-art | First line, with a break. A naïve swift – the “state-of-the-art” – sleeps [well.]"`,
	);
	expect(await shown("break sleeping")).toMatchInlineSnapshot(
		`"The naïve state-of-the-art | First line, with a [break.] A naïve swift – the “state-of-the-art” – [sleeps] well."`,
	);
});
