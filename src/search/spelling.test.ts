import { beforeAll, expect, test } from "vitest";
import { type Built, built, paper } from "../../tests/search-index.ts";
import { nearestWords } from "./spelling.ts";

let american: Built;
let british: Built;

beforeAll(async () => {
	american = await built([
		paper({
			title: "Hallucination detection in language models",
			abstract: "Tokenization, behavior and color of a tokenizer; modeling the spoken token.",
			authors: [
				"Ada Lovelace",
				"Émile Rossignol",
				"Łukasz Kaiser",
				"Nguyễn Văn An",
				"Ada Lovelock",
			],
		}),
		paper({
			title: "Reasoning",
			abstract: "The broken cat and the car: hallucinations of a cart.",
		}),
		paper({ title: "Reasoning again", abstract: "Language and evaluation, evaluated by judges." }),
		paper({ title: "𝑥-ray 𝒚-ray 語言模型處理方法", abstract: "оценка моделей" }),
	]);
	british = await built([
		paper({
			title: "Modelling the behaviour of a tokeniser",
			abstract: "Colour, tokenisation, centre, optimisation, generalise.",
		}),
	]);
});

const nearest = async (word: string, { files }: Built = american) =>
	(await nearestWords(files, word)).map(({ word }) => word);

test.each([
	["halucination", "hallucination"],
	["hallucinatoin", "hallucination"],
	["hallucinnation", "hallucination"],
	["halucinatoin", "hallucination"],
	["lagnuage", "language"],
	["evalution", "evaluation"],
	["tokeniser", "tokenizer"],
	["tokenisation", "tokenization"],
	["colour", "color"],
	["behaviour", "behavior"],
	["modelling", "modeling"],
])("%s stands for %s", async (typed, meant) => {
	expect((await nearest(typed))[0]).toBe(meant);
});

test.each([
	["tokenizer", "tokeniser"],
	["tokenization", "tokenisation"],
	["color", "colour"],
	["behavior", "behaviour"],
	["modeling", "modelling"],
	["center", "centre"],
	["optimization", "optimisation"],
	["generalize", "generalise"],
])("where papers are British, %s stands for %s", async (typed, meant) => {
	expect((await nearest(typed, british))[0]).toBe(meant);
});

test.each([
	["wrong", "gallucination", "hallucination"],
	["missing", "allucination", "hallucination"],
	["added", "xhallucination", "hallucination"],
	["swapped", "ahllucination", "hallucination"],
	["wrong", "roken", "token"],
	["missing", "oken", "token"],
	["added", "ttoken", "token"],
	["swapped", "otken", "token"],
	["wrong", "𝒚ray", "𝑥ray"],
	["missing", "言模型處理方法", "語言模型處理方法"],
	["wrong", "аценка", "оценка"],
])("a first letter may be %s: %s stands for %s", async (_, typed, meant) => {
	expect(await nearest(typed)).toContain(meant);
});

test.each([
	["Lovelase", "lovelace"],
	["Rosignol", "rossignol"],
	["Emil", "emile"],
	["Kayser", "kaiser"],
	["Lukasz", "łukasz"],
	["Nguyen", "nguyen"],
])("names are words as others are: %s stands for %s", async (typed, meant) => {
	const word = typed.toLowerCase();
	const known = await american.files.word(word);
	expect(known ? [known.word] : await nearest(word)).toContain(meant);
});

test("two letters may be wrong in a word of seven letters or more, and one in a shorter", async () => {
	expect(await nearest("reazonimg")).toEqual(["reasoning"]);
	expect(await nearest("tokyn")).toEqual(["token"]);
	expect(await nearest("tkyn")).toEqual([]);
	expect(await nearest("jufges")).toEqual(["judges"]);
	expect(await nearest("jafges")).toEqual([]);
	expect(await nearest("reazonimk")).toEqual([]);
});

test.each([
	["hallucinating", "hallucination"],
	["evaluates", "evaluated"],
	["tokenizes", "tokenizer"],
	["detections", "detection"],
	["judgement", "judges"],
])("a form that no paper has stands for one that some have: %s for %s", async (typed, known) => {
	expect(await nearest(typed)).toContain(known);
});

test("words of up to three letters are not guessed: everything is near them", async () => {
	expect(await nearest("cst")).toEqual([]);
	expect(await nearest("ca")).toEqual([]);
	expect(await nearest("")).toEqual([]);
	expect(await nearest("carr")).toEqual(["car", "cart"]);
});

test("the nearest word comes first; of words equally near the more frequent one", async () => {
	expect(await nearest("brokken")).toEqual(["broken"]);
	expect((await nearest("lovelade"))[0]).toBe("lovelace");
	const many = await built([
		paper({ title: "The brain" }),
		...Array.from({ length: 4 }, (_, at) => paper({ id: `${at}`, title: "A grain of sand" })),
	]);
	expect(await nearest("krain", many)).toEqual(["grain", "brain"]);
	expect(await nearest("bbrain", many)).toEqual(["brain"]);
});

test("at most six words are offered, and no word that says nothing", async () => {
	const many = await built([
		paper({ title: "aaaab aaaac aaaad aaaae aaaaf aaaag aaaah aaaai", abstract: "there where" }),
	]);
	expect(await nearest("aaaaz", many)).toHaveLength(6);
	expect(await nearest("thera", many)).toEqual([]);
});
