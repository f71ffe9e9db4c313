import { beforeAll, expect, test } from "vitest";
import { type Built, built, paper } from "../../tests/search-index.ts";

let index: Built;

beforeAll(async () => {
	index = await built([
		paper({
			title: "Visual token pruning",
			abstract: "We prune the tokens of an image. The state of the art is to be or not to be.",
			authors: ["Ada Finch", "Émile Rossignol"],
			date: "2026-05-01",
			commentCount: 1,
		}),
		paper({
			title: "A survey of tokenizers",
			abstract: "Tokenization of text, compared. An image is no text. Ada is a language.",
			authors: ["Finch Ada", "Jane Wang"],
			organization: { handle: "lab", name: "Swift Lab" },
			date: "2026-04-01",
		}),
		paper({
			title: "Language models",
			abstract:
				"Large language models write text, token by token. Byte-level models of state-of-the-art size.",
			authors: ["Jane Lovelace"],
			organization: { handle: "soc", name: "Society of Finches" },
			date: "2025-01-01",
			commentCount: 12,
		}),
		paper({
			title: "Swifts",
			abstract: "Swifts sleep on the wing. Models of flight, a model organism.",
			authors: ["Wang Jane"],
			commentCount: 3,
		}),
		paper({ title: "The The", abstract: "A band.", authors: ["Matt Johnson"] }),
	]);
});

const PRUNING = "Visual token pruning";
const SURVEY = "A survey of tokenizers";
const MODELS = "Language models";
const SWIFTS = "Swifts";
const BAND = "The The";

/** Titles in the order of the index, for tests of what is found and not of its order. */
const found = (query: string) => index.find(query, { sort: "newest" });

test.each([
	["visual", [PRUNING]],
	["VISUAL", [PRUNING]],
	["image", [PRUNING, SURVEY]],
	// Stems
	["pruned images", [PRUNING]],
	["token", [PRUNING, SURVEY, MODELS]],
	["visual tokenized", [PRUNING]],
	// All words
	["image text", [SURVEY]],
	["text models", [MODELS]],
	// Names and organisations
	["finch", [PRUNING, SURVEY, MODELS]],
	["emile", [PRUNING]],
	["Émile", [PRUNING]],
	// Words of many parts
	["state-of-the-art", [PRUNING, MODELS]],
	["level", [MODELS]],
	["byte-level", [MODELS]],
	["byte level", [MODELS]],
	["bytelevel", [MODELS]],
	// Exclusion
	["text -survey", [MODELS]],
	["-text", [PRUNING, SWIFTS, BAND]],
	["-text -visual", [SWIFTS, BAND]],
	["text -albatross", [SURVEY, MODELS]],
	['text -"language models"', [SURVEY]],
	["-title:models", [PRUNING, SURVEY, SWIFTS, BAND]],
	["swifts -org:swift", [SWIFTS]],
	["-token*", [SWIFTS, BAND]],
	// Fields
	["title:models", [MODELS]],
	["models", [MODELS, SWIFTS]],
	["author:finch", [PRUNING, SURVEY]],
	["org:finch", [MODELS]],
	["author:ada", [PRUNING, SURVEY]],
	["title:swift", [SWIFTS]],
	["org:swift", [SURVEY]],
	["author:finch title:survey", [SURVEY]],
	["title:the", [BAND]],
	// Phrases
	['"language models"', [MODELS]],
	['"models language"', []],
	['"ada finch"', [PRUNING]],
	['author:"jane wang"', [SURVEY]],
	['author:"wang jane"', [SWIFTS]],
	['title:"language model"', [MODELS]],
	['title:"token by token"', []],
	['"token by token"', [MODELS]],
	['"by token text"', []],
	['"state of the art"', [PRUNING, MODELS]],
	['"be or not to be"', [PRUNING]],
	['"not or be"', []],
	// A phrase does not run from one part of a paper into another.
	['"pruning we prune"', []],
	['"size jane"', []],
	// Beginnings
	["tok", [PRUNING, SURVEY, MODELS]],
	["token*", [PRUNING, SURVEY, MODELS]],
	["title:tok", [PRUNING, SURVEY]],
	["lan", [SURVEY, MODELS]],
	// Nothing
	["albatross", []],
	["title:flight", []],
	["author:swift", []],
])("%s finds %j", async (query, titles) => {
	expect(await found(query)).toEqual(titles);
});

test("without a word all papers are there, newest first and undated last", async () => {
	expect(await found("")).toEqual([PRUNING, SURVEY, MODELS, SWIFTS, BAND]);
	expect(await index.find("")).toEqual([PRUNING, SURVEY, MODELS, SWIFTS, BAND]);
});

test("words that say nothing are dropped beside others", async () => {
	expect(await found("the visual of")).toEqual([PRUNING]);
	const { hits, partial, missing } = await index.outcome("the visual of");
	expect([hits.length, partial, missing]).toEqual([1, false, []]);
});

test("words that say nothing are looked for where nothing else is asked", async () => {
	expect(await found("the")).toEqual([PRUNING, MODELS, SWIFTS, BAND]);
	expect((await index.find("the the"))[0]).toBe(BAND);
	expect(await found("to be or not to be")).toEqual([PRUNING]);
});

test("where no paper has all the words, those with most of them are found, and it is said", async () => {
	const { partial, missing, papers } = await index.outcome("visual image swifts");
	expect({ partial, missing, papers }).toEqual({ partial: true, missing: [], papers: [0, 1] });
	expect(await index.find("visual image swifts")).toEqual([PRUNING, SURVEY]);
});

test("half of the words are enough, less is not", async () => {
	expect(await found("visual flight")).toEqual([PRUNING, SWIFTS]);
	expect(await found("visual pruning flight")).toEqual([PRUNING]);
	expect(await found("visual band flight survey")).toEqual([]);
});

test("a word that no paper has is said, and the others are looked for", async () => {
	const { missing, partial, papers } = await index.outcome("visual albatross");
	expect(missing.map(({ text }) => text)).toEqual(["albatross"]);
	expect([partial, papers]).toEqual([true, [0]]);
	const field = await index.outcome("title:flight organism");
	expect(field.missing.map(({ source }) => source)).toEqual(["title:flight"]);
	expect(field.papers).toEqual([3]);
});

test("the beginning of words is read as each of them", async () => {
	const { beginnings } = await index.outcome("tok");
	expect(beginnings).toEqual([
		{ from: "tok", words: ["token", "tokens", "tokenizers", "tokenization"] },
	]);
	expect((await index.outcome("token")).beginnings).toEqual([]);
	expect((await index.outcome("token*")).beginnings[0]?.words).toContain("tokenization");
	// Two letters begin too many words.
	expect((await index.outcome("to")).beginnings).toEqual([]);
	expect((await index.outcome("vi")).missing.map(({ text }) => text)).toEqual(["vi"]);
});

test("a misspelled word is corrected, and it is said", async () => {
	expect(await found("vizual")).toEqual([PRUNING]);
	expect((await index.outcome("vizual")).corrections).toEqual([{ from: "vizual", to: "visual" }]);
	expect(await found("author:lovelase")).toEqual([MODELS]);
	expect(await found('"langauge models"')).toEqual([MODELS]);
	expect((await index.outcome('"langauge models"')).corrections).toEqual([
		{ from: "langauge models", to: "language models" },
	]);
	expect((await index.outcome("visual")).corrections).toEqual([]);
});

test("a misspelled word that is left out leaves nothing out", async () => {
	expect(await found("image -survay")).toEqual([PRUNING, SURVEY]);
});

test("of several corrections that one is taken which stands with the rest of the query", async () => {
	const birds = await built([
		paper({ title: "Grain", abstract: "A grain of wheat." }),
		...Array.from({ length: 8 }, (_, at) => paper({ id: `${at}`, title: `Brain ${at}` })),
	]);
	const corrected = async (query: string) => (await birds.outcome(query)).corrections[0]?.to;
	expect(await corrected("krain")).toBe("brain");
	expect(await corrected("krain wheat")).toBe("grain");
	expect(await birds.find("krain wheat")).toEqual(["Grain"]);
});

test("best first, unless another order is asked for", async () => {
	const text = (sort: "relevance" | "newest" | "discussed") => index.find("models", { sort });
	expect(await text("relevance")).toEqual([MODELS, SWIFTS]);
	expect(await index.find("swifts", { sort: "relevance" })).toEqual([SWIFTS, SURVEY]);
	expect(await index.find("swifts", { sort: "newest" })).toEqual([SURVEY, SWIFTS]);
	expect(await index.find("swifts", { sort: "discussed" })).toEqual([SWIFTS, SURVEY]);
	expect(await index.find("", { sort: "discussed" })).toEqual([
		MODELS,
		SWIFTS,
		PRUNING,
		SURVEY,
		BAND,
	]);
});

test("words in the order of a name, and in a title, count more", async () => {
	expect((await index.find("jane wang"))[0]).toBe(SURVEY);
	expect((await index.find("wang jane"))[0]).toBe(SWIFTS);
	expect((await index.find("language"))[0]).toBe(MODELS);
});

test("a title that is the query and nothing else comes first", async () => {
	const titles = ["Deep learning of birds", "Deep learning in nests", "Deep learning"];
	const deep = await built(titles.map((title) => paper({ title, abstract: "Deep learning." })));
	expect((await deep.find("deep learning"))[0]).toBe("Deep learning");
	expect((await deep.find("learning deep"))[0]).toBe("Deep learning");
});

test("a word as it was written counts more than another of its stem", async () => {
	const stems = await built([
		paper({ title: "First", abstract: "An evaluation of birds." }),
		paper({ title: "Second", abstract: "By evaluating some birds." }),
	]);
	expect(await stems.find("evaluation")).toEqual(["First", "Second"]);
	expect(await stems.find("evaluating")).toEqual(["Second", "First"]);
});

test("only papers that the filters let through are shown, the others are counted", async () => {
	const allowed = (paper: number) => paper !== 0;
	const { papers, matching } = await index.outcome("image", { allowed });
	expect([papers, matching]).toEqual([[1], [0, 1]]);
});

test("a query of signs asks for nothing and finds everything", async () => {
	expect(await found("— … !")).toHaveLength(5);
});

test("a query of a hundred words is answered", async () => {
	const words = Array.from({ length: 100 }, (_, at) => `visual pruning${at}`).join(" ");
	expect((await index.outcome(words)).missing.length).toBeGreaterThan(90);
});
