import fc from "fast-check";
import { expect, test } from "vitest";
import { isYears, parseQuery, type Query, withPart } from "./query.ts";

/** A query in short: `title:"a b"`, `-token*`, and filters in square brackets. */
function read(text: string): string {
	const { terms, filters } = parseQuery(text);
	const words = terms.map(({ text, phrase, exclude, prefix, field }) =>
		[exclude && "-", field && `${field}:`, phrase ? `"${text}"` : text, prefix && "*"]
			.filter(Boolean)
			.join(""),
	);
	const asked = filters.map(
		({ filter, value, exclude }) => `[${exclude ? "-" : ""}${filter}:${value}]`,
	);
	return [...words, ...asked].join(" | ");
}

const messages = ({ problems }: Query) => problems.map(({ message }) => message);

test.each([
	["", ""],
	["   ", ""],
	["token", "token"],
	["  visual \t token\n", "visual | token"],
	["the token", "the | token"],
	["语言模型", "语言模型"],
	["state-of-the-art", "state-of-the-art"],
	["don't don’t", "don't | don’t"],
	["C++ 2.5× ½", "C++ | 2.5× | ½"],
	// Phrases
	['"visual token"', '"visual token"'],
	["“visual token”", '"visual token"'],
	["„visual token“", '"visual token"'],
	["”visual token”", '"visual token"'],
	['“visual token"', '"visual token"'],
	['"token"', "token"],
	['" token "', "token"],
	['"visual token" pruning', '"visual token" | pruning'],
	['pruning "visual token" model', 'pruning | "visual token" | model'],
	['"visual token""large model"', '"visual token" | "large model"'],
	['"token*"', "token"],
	// Exclusion
	["-survey", "-survey"],
	["token -survey", "token | -survey"],
	["–survey", "-survey"],
	["−survey", "-survey"],
	['-"visual token"', '-"visual token"'],
	["token - survey", "token | survey"],
	["byte-level", "byte-level"],
	// Beginnings
	["token*", "token*"],
	["-token*", "-token*"],
	["title:token*", "title:token*"],
	["*", ""],
	["**", ""],
	["to*ken", "to*ken"],
	// Fields
	["title:token", "title:token"],
	["Title:token TITLE:token", "title:token | title:token"],
	["author:finch authors:finch", "authors:finch | authors:finch"],
	['author:"ada finch"', 'authors:"ada finch"'],
	["author:“ada finch”", 'authors:"ada finch"'],
	[
		"org:epfl organization:epfl Organisation:epfl",
		"organization:epfl | organization:epfl | organization:epfl",
	],
	["-title:survey", "-title:survey"],
	['-author:"ada finch"', '-authors:"ada finch"'],
	["–author:finch", "-authors:finch"],
	// A colon that parts no field from its words
	["BERT: Pre-training of Transformers", "BERT: | Pre-training | of | Transformers"],
	["title: token", "title: | token"],
	["title:", "title:"],
	["https://x.y/z", "https | //x.y/z"],
	["10:30", "10:30"],
	[":token", ":token"],
	// Filters
	["topic:evaluation", "[topic:evaluation]"],
	['topic:"Visual tokens"', "[topic:Visual tokens]"],
	["-topic:evaluation", "[-topic:evaluation]"],
	["TOPIC:evaluation Year:2025 HAS:code", "[topic:evaluation] | [year:2025] | [has:code]"],
	["year:2024..2026", "[year:2024..2026]"],
	["year:2024.. year:..2026", "[year:2024..] | [year:..2026]"],
	["year:undated -year:2025", "[year:undated] | [-year:2025]"],
	["has:Code year:Undated", "[has:code] | [year:undated]"],
	["has:code has:discussion -has:code", "[has:code] | [has:discussion] | [-has:code]"],
	["token year:2025 model", "token | model | [year:2025]"],
	// Signs alone
	["- – − : * … — ! ( )", ""],
	["-- ---", ""],
	['""', ""],
	['"…"', ""],
	["🎉", ""],
	["+ & |", ""],
])("%s is read as %s", (text, understood) => {
	expect(read(text)).toBe(understood);
});

test("what is understood is no problem", () => {
	for (const text of [
		'title:token author:"ada finch" -survey year:2024..2026 has:code topic:x token* "a b"',
		"BERT: Pre-training",
		"https://x.y/z",
		"and or not",
		"andante North NOTE",
		"- – *",
		"",
	]) {
		expect(messages(parseQuery(text)), text).toEqual([]);
	}
});

test.each(["year:20255", "year:2026..2024", "year:soon", "year:..", "year:2024-2026"])(
	"%s is no year",
	(text) => {
		const query = parseQuery(text);
		expect(read(text)).toBe("");
		expect(messages(query)).toEqual([
			`“${text}” is no year. Write year:2025, year:2024..2026, year:2024.. or year:undated.`,
		]);
		expect(query.problems).toMatchObject([{ start: 0, end: text.length }]);
	},
);

test("each problem says what was found, what is done with it and how to mend it", () => {
	const message = (text: string) => messages(parseQuery(text)).join("\n");
	expect(message("has:data")).toMatchInlineSnapshot(
		`"“has:data” asks for something that papers are not filtered by. There are has:code and has:discussion."`,
	);
	expect(message('token "visual tok')).toMatchInlineSnapshot(
		`"The quotation mark before “visual tok” is not closed: everything after it is one phrase."`,
	);
	expect(message("titel:token")).toMatchInlineSnapshot(
		`"“titel:” is no part of a paper that can be asked for; did you mean title:? It is looked for as a word."`,
	);
	expect(message("autor:finch")).toMatchInlineSnapshot(
		`"“autor:” is no part of a paper that can be asked for; did you mean author:? It is looked for as a word."`,
	);
	expect(message("venue:acl")).toMatchInlineSnapshot(
		`"“venue:” is no part of a paper that can be asked for; there are title:, author:, org:, topic:, year:, has:. It is looked for as a word."`,
	);
	expect(message("token AND model")).toMatchInlineSnapshot(
		`"AND is left aside. Papers are found that have all the words; there is no “or”."`,
	);
	expect(message("token OR model")).toMatchInlineSnapshot(
		`"OR is left aside. Papers are found that have all the words; there is no “or”."`,
	);
	expect(message("token NOT model")).toMatchInlineSnapshot(
		`"NOT is left aside. To leave papers out, put a minus before the word: -survey."`,
	);
	expect(message('year:x has:y "z')).toMatchInlineSnapshot(`
		"“year:x” is no year. Write year:2025, year:2024..2026, year:2024.. or year:undated.
		“has:y” asks for something that papers are not filtered by. There are has:code and has:discussion.
		The quotation mark before “z” is not closed: everything after it is one phrase."
	`);
});

test("what cannot be understood is looked for all the same", () => {
	expect(read("titel:token")).toBe("titel | token");
	expect(read("-venue:acl")).toBe("-venue | -acl");
	expect(read("token AND model")).toBe("token | model");
	expect(read('token "visual tok')).toBe('token | "visual tok"');
	expect(read('token "')).toBe("token");
	expect(read("year:x token")).toBe("token");
});

test("a problem says where in the query it is", () => {
	const text = 'token year:x -has:y 𝑥 "z w';
	const parts = parseQuery(text).problems.map(({ start, end }) => text.slice(start, end));
	expect(parts).toEqual(["year:x", "-has:y", '"z w']);
});

test("a term knows the part of the query that it is", () => {
	const { terms, filters } = parseQuery('token -title:"a b" year:2025');
	expect(terms.map(({ source }) => source)).toEqual(["token", '-title:"a b"']);
	expect(filters.map(({ source }) => source)).toEqual(["year:2025"]);
});

test.each([
	["token year:2025.. year:2025", "year:2025", "", "token year:2025.."],
	["start art", "art", "arts", "start arts"],
	['"a b"  -c d', "-c", "", '"a b" d'],
	["cost", "cost", "$&", "$&"],
	["token", "model", "", "token"],
])("of %s the part %s is put as “%s”", (query, source, other, expected) => {
	expect(withPart(query, source, other)).toBe(expected);
});

test("any text can be asked", () => {
	const piece = fc.oneof(
		fc.constantFrom('"', "“", "”", "-", "–", ":", "*", " ", "title:", "year:", "has:code", "AND"),
		fc.string({ unit: "grapheme", maxLength: 5 }),
		fc.string({ unit: "binary", maxLength: 3 }),
	);
	const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
	fc.assert(
		fc.property(text, (text) => {
			const { terms, filters, problems } = parseQuery(text);
			for (const { start, end, message } of problems) {
				expect(start).toBeGreaterThanOrEqual(0);
				expect(end).toBeGreaterThan(start);
				expect(end).toBeLessThanOrEqual(text.length);
				expect(message).toMatch(/\.$/);
			}
			for (const { text: word, source } of terms) {
				expect(text).toContain(source);
				expect(source).toContain(word);
				expect(word).toMatch(/[\p{Alphabetic}\p{N}]/u);
			}
			for (const { source } of filters) expect(text).toContain(source);
		}),
		{ numRuns: 300 },
	);
});

test("a long query is read at once", () => {
	const begun = performance.now();
	for (const text of ['"', "-", "a:", "a".repeat(50), '"a" ', "–:", "title:"]) {
		parseQuery(text.repeat(5000));
	}
	expect(performance.now() - begun).toBeLessThan(1000);
});

test.each([
	["2024", true],
	["2024..2026", true],
	["2024..2024", true],
	["2024..", true],
	["..2026", true],
	["undated", true],
	["", false],
	["..", false],
	["2026..2024", false],
	["20242026", false],
	["2024...2026", false],
	["24", false],
	["Undated", false],
	["2024\n", false],
])("%j is a year or years: %s", (text, are) => {
	expect(isYears(text)).toBe(are);
});
