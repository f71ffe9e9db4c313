import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { type Built, built, paper, reader } from "../../../tests/search-index.ts";
import { isIndexFile } from "../../archive/data.ts";
import type { PublicPaper } from "../../exports/papers-json.ts";
import { PAPERS_IN_SET } from "../../search/contents.ts";
import { foundWords } from "../../search/excerpt.ts";
import { IndexFiles } from "../../search/index-files.ts";
import { decodeChunk, withoutMark } from "../../search/pagefind-files.ts";
import { parseQuery } from "../../search/query.ts";
import { search } from "../../search/search.ts";
import { compareCodePoints } from "../../search/text.ts";

/** A text of many different words: what `at` gives is no word of another number. */
const unlike = (at: number) =>
	[...String(at)]
		.map((digit) => `${"bdfgklmnrs"[Number(digit)]}${"aeiou"[Number(digit) % 5]}`)
		.join("");

const papers = [
	...Array.from({ length: 60 }, (_, number) =>
		paper({
			id: `paper-${number}`,
			title: `Paper ${unlike(number)}`,
			abstract: `${"token ".repeat(450)}${Array.from({ length: 60 }, (_, at) => unlike(number * 60 + at)).join(" ")}`,
			date: `20${String(26 - (number % 20)).padStart(2, "0")}-01-01`,
			topics: ["song"],
		}),
	),
	paper({ title: "Without a date", abstract: "token naïve naive naîve náïve" }),
];

let index: Built;
/** The same papers as those of a large collection are indexed. */
let large: Built;

beforeAll(async () => {
	index = await built(papers);
	large = await built(papers, "en", [], {
		common: 2,
		paired: { papers: 0, bytes: 400 },
		tabled: { papers: 0, rows: 2 },
	});
});

/** Files of an ending, by name. */
function files(extension: string, of = index): [string, Uint8Array][] {
	return [...of.bundle].filter(([name]) => name.endsWith(extension));
}

/** The files that are named by a hash, by their folders, in order. */
function foldersOfNamed({ bundle }: Built): string[] {
	const named = [...bundle].flatMap(([name, content]) => {
		const hash = /(?:^|[/._])([0-9a-f]{16})\.pf_\w+$/.exec(name)?.[1];
		return hash ? [{ name, hash, content }] : [];
	});
	for (const { name, hash, content } of named) {
		expect(createHash("sha256").update(content).digest("hex").slice(0, 16), name).toBe(hash);
	}
	const folders = named.map(({ name }) => name.replace(/[^./]*[0-9a-f]{16}/, "…"));
	return [...new Set(folders)].sort();
}

test("every file named by a hash carries the SHA-256 of its bytes", () => {
	const all = [
		"contents.….pf_contents",
		"facets/….pf_facet",
		"filter/….pf_filter",
		"ids/….pf_ids",
		"index/….pf_index",
		"pagefind.….pf_meta",
		"words/….pf_words",
	];
	expect(foldersOfNamed(index)).toEqual(all);
	const more = ["outlines/….pf_outline", "pairs/….pf_pair", "tables/….pf_table"];
	expect(foldersOfNamed(large)).toEqual([...all, ...more].sort());
});

test("records are numbered from the oldest on, in a set whose name changes with any of them", async () => {
	const [set] = index.files.contents.sets;
	const names = files(".pf_fragment").map(([name]) => name);
	const numbers = papers.map((_, number) => number).reverse();
	expect(names).toEqual(numbers.map((number) => `fragment/0-${set}/${number}.pf_fragment`));
	const one = await built([paper({ title: "A", abstract: "one" })]);
	const other = await built([paper({ title: "A", abstract: "other" })]);
	expect(one.files.contents.sets).not.toEqual(other.files.contents.sets);
});

test("a new paper, or a change to one, leaves all other sets as they are", async () => {
	const many = Array.from({ length: 2 * PAPERS_IN_SET }, (_, at) =>
		paper({ title: `Paper ${at}` }),
	);
	const setsOf = async (some: PublicPaper[]) => (await built(some)).files.contents.sets;
	const [oldest, newest] = await setsOf(many);
	expect(await setsOf([paper({ title: "New" }), ...many])).toEqual([
		oldest,
		newest,
		expect.any(String),
	]);
	const changed = many.with(3, paper({ title: "Changed" }));
	expect(await setsOf(changed)).toEqual([oldest, expect.not.stringMatching(newest ?? "")]);
	const { files } = await built(changed);
	const titles = [0, 3, 249, 250, 499].map(async (at) => (await files.record(at)).meta.title);
	expect(await Promise.all(titles)).toEqual([0, 3, 249, 250, 499].map((at) => changed[at]?.title));
});

test("nothing is there that a site does not use", () => {
	const names = [...index.bundle.keys()].filter((name) => !name.includes(".pf_"));
	expect(names.sort()).toEqual([
		"pagefind-entry.json",
		"pagefind-worker.js",
		"pagefind.js",
		"wasm.en.pagefind",
		"wasm.unknown.pagefind",
	]);
});

test("the ids of papers have their numbers", async () => {
	expect(await index.files.ids()).toEqual(papers.map(({ id }) => id));
});

test("the archive has every file that a search asks for", async () => {
	const asked: string[] = [];
	const read = reader(large.bundle);
	const files = await IndexFiles.open((name, kind) => {
		asked.push(name);
		return read(name, kind);
	});
	const { terms } = parseQuery('token "token naive"');
	await search(files, { terms, sort: "relevance" });
	await Promise.all([files.ids(), files.filter("topic"), files.record(0), files.places("token")]);
	expect(asked.join(" ")).toMatch(/table.*outline.*pf_pair/);
	expect(asked.filter((name) => !isIndexFile(name))).toEqual([]);
});

test("two builds of the same papers give the same bytes", async () => {
	const again = await built(papers);
	expect([...again.bundle.keys()].sort()).toEqual([...index.bundle.keys()].sort());
	for (const [name, content] of index.bundle) {
		expect(Buffer.compare(again.bundle.get(name) ?? new Uint8Array(), content), name).toBe(0);
	}
});

test("a word that fills a chunk has it for itself, and every word is in its chunk", async () => {
	const chunks = files(".pf_index").map(([, content]) =>
		decodeChunk(withoutMark(gunzipSync(content))).map(({ word }) => word),
	);
	expect(chunks.length).toBeGreaterThan(2);
	expect(chunks.filter((words) => words.includes("token"))).toEqual([["token"]]);
	const words = chunks.flat();
	expect(new Set(words).size).toBe(words.length);
	for (const word of words) expect((await index.files.places(word)).size, word).toBeGreaterThan(0);
	const firsts = index.files.contents.chunks.map(([first]) => first);
	expect(firsts).toEqual([...firsts].sort(compareCodePoints));
});

test("a word of every list of words is found, the first and the last too", async () => {
	const { contents } = index.files;
	expect(contents.words.length).toBeGreaterThan(2);
	for (const [word] of contents.words) expect(await index.files.word(word)).toMatchObject({ word });
	const all = await index.files.wordsFrom("");
	expect(all.length).toBeGreaterThan(3600);
	for (const { word, stem } of all) {
		expect((await index.files.word(word))?.stem, word).toBe(stem);
		expect((await index.files.places(stem)).size, `${word} as ${stem}`).toBeGreaterThan(0);
		const [initial = ""] = word;
		expect(await index.files.wordsEnding(word.slice(initial.length)), word).toContain(word);
	}
	expect(await index.files.word("aaaa")).toBeUndefined();
	expect(await index.files.word("zzzz")).toBeUndefined();
});

test("a part of a word is found, whatever signs stand in the word, and where it stands", async () => {
	const odd = await built([
		paper({
			title: "Pre-training on ImageNet-1K",
			abstract: "Tokens—how “critical” they are. 92.9×",
		}),
		paper({
			title: "Plain",
			abstract: "The plain ImageNet, a cl100k_base, “token-level” and 0.5× of it.",
		}),
	]);
	const found = async (query: string) => {
		const { hits, matching } = await odd.outcome(query);
		const records = await Promise.all(matching.map((paper) => odd.files.record(paper)));
		return records.map(({ content, meta }, at) =>
			foundWords({ content, title: meta.title ?? "" }, { hits }, matching[at] ?? 0).join(" "),
		);
	};
	expect(await found("imagenet")).toEqual(["imagenet-1k", "imagenet"]);
	expect(await found("title:imagenet")).toEqual(["imagenet-1k"]);
	expect(await found("token")).toEqual(["tokens—how", "token-level"]);
	expect(await found("tokens—how")).toEqual(["tokens—how"]);
	expect(await found("critical")).toEqual(["critical"]);
	expect(await found("cl100k")).toEqual(["cl100k_base"]);
	expect(await found("cl100k_base")).toEqual(["cl100k_base"]);
	expect(await found("92.9")).toEqual(["92.9"]);
	expect(await found('"level and"')).toEqual(["and"]);
	expect(await found('"on imagenet"')).toEqual(["imagenet-1k"]);
});

test("a paper without a date is found, last", async () => {
	const all = await index.find("token", { sort: "newest" });
	expect(all).toHaveLength(61);
	expect(all.at(-1)).toBe("Without a date");
});

test("a collection without papers opens, and finds nothing", async () => {
	const empty = await built([]);
	expect(empty.files.contents).toMatchObject({ papers: 0, words: [], rotated: [], chunks: [] });
	for (const query of ["", "token", '"a b"', "tok*", "-token", "title:x", "halucination"]) {
		expect(await empty.find(query), query).toEqual([]);
	}
	expect([...(await empty.files.filter("topic"))]).toEqual([]);
});

test("papers without a word open, and are found by nothing but the filters", async () => {
	const signs = await built([
		paper({ id: "signs", title: "— … —", abstract: "…" }),
		paper({ title: "2026" }),
	]);
	expect(await signs.find("")).toHaveLength(2);
	expect(await signs.find("2026")).toEqual(["2026"]);
	expect(await signs.find("token")).toEqual([]);
});
