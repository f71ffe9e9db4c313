import { gunzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { type Built, built, paper } from "../../tests/search-index.ts";
import {
	decodeChunk,
	decodeFilter,
	decodeMeta,
	encodeMeta,
	type Meta,
	type Place,
	withMark,
	withoutMark,
} from "./pagefind-files.ts";

let index: Built;

beforeAll(async () => {
	index = await built([
		paper({
			title: "Swifts sleep on the wing",
			abstract: "Swifts sleep. A naïve swift sleeps as a naive sleeper.",
			authors: ["Ada Finch", "Émile Rossignol"],
			organization: { handle: "soc", name: "Society for Swifts" },
			date: "2024-02-29",
			topics: ["migration", "sleep"],
		}),
		paper({ title: "Nests", abstract: "Some swifts nest.", topics: ["sleep"] }),
	]);
});

/** Content of the only file with an ending. */
function file(extension: string): Uint8Array {
	const names = [...index.bundle.keys()].filter((name) => name.endsWith(extension));
	expect(names).toHaveLength(1);
	return gunzipSync(index.bundle.get(names[0] ?? "") ?? new Uint8Array());
}

function places(stem: string): Place[] {
	const chunk = decodeChunk(withoutMark(file(".pf_index")));
	return chunk.find(({ word }) => word === stem)?.places ?? [];
}

test("a table keeps everything", () => {
	const meta: Meta = {
		version: "1.5.2",
		pages: [
			{ name: "en_1", words: 0 },
			{ name: "set/1", words: 70_000 },
		],
		chunks: [{ from: "a", to: "語", name: "en_2" }],
		filters: [{ filter: "topic", name: "en_3" }],
		sorts: [{ sort: "date", pages: [1, 0] }],
		fields: ["authors", "title"],
	};
	expect(decodeMeta(encodeMeta(meta))).toEqual(meta);
	const nothing = { version: "", pages: [], chunks: [], filters: [], sorts: [], fields: [] };
	expect(decodeMeta(encodeMeta(nothing))).toEqual(nothing);
});

test("Pagefind's own table is understood whole: written again it has the same bytes", () => {
	const bytes = withoutMark(file(".pf_meta"));
	expect(Buffer.from(encodeMeta(decodeMeta(bytes))).equals(bytes)).toBe(true);
	expect(decodeMeta(bytes)).toMatchObject({
		version: "1.5.2",
		pages: [{ words: 10 }, { words: 3 }],
		fields: ["authors", "organization", "title"],
		sorts: [{ sort: "date", pages: [1, 0] }],
	});
});

test("a word is found at each of its places, in the text and in the fields", () => {
	const title = 2;
	const organization = 1;
	expect(places("swift")).toEqual([
		{ page: 0, locations: [0, 4], fields: [organization, 2, title, 0] },
		{ page: 1, locations: [1], fields: [] },
	]);
	expect(places("nest")).toEqual([{ page: 1, locations: [2], fields: [title, 0] }]);
	expect(places("finch")).toEqual([{ page: 0, locations: [], fields: [0, 1] }]);
	expect(places("rossignol")).toEqual([{ page: 0, locations: [], fields: [0, 3] }]);
});

test("a word with and without accents has the places of both", async () => {
	const pages = places("naiv");
	expect(pages.map(({ page }) => page)).toEqual([0, 0]);
	expect(pages.flatMap(({ locations }) => locations).sort()).toEqual([3, 8]);
	expect([...(await index.files.places("naiv"))]).toEqual([
		[0, { page: 0, locations: [3, 8], fields: [] }],
	]);
});

test("words stand in the order of their code points", () => {
	const words = decodeChunk(withoutMark(file(".pf_index"))).map(({ word }) => word);
	expect(words).toEqual([...words].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
	expect(new Set(words).size).toBe(words.length);
});

test("a filter has the papers of each value", () => {
	const filters = [...index.bundle]
		.filter(([name]) => name.endsWith(".pf_filter"))
		.map(([, content]) => decodeFilter(withoutMark(gunzipSync(content))));
	const papers = Object.fromEntries(
		filters.map(({ filter, values }) => [filter, Object.fromEntries(values)]),
	);
	expect(papers).toEqual({
		topic: { migration: [0], sleep: [0, 1] },
		year: { "2024": [0], undated: [1] },
		date: { "2024-02-29": [0] },
		organization: { "Society for Swifts": [0] },
	});
});

test("a file without Pagefind's mark is refused", () => {
	const content = Uint8Array.of(1, 2, 3);
	expect(withoutMark(withMark(content))).toEqual(content);
	for (const bytes of [content, new Uint8Array(), Buffer.from("pagefind_dc")]) {
		expect(() => withoutMark(bytes)).toThrowErrorMatchingInlineSnapshot(
			`[RangeError: the file does not begin as Pagefind's files do]`,
		);
	}
});

test("a file of another kind is refused", () => {
	expect(() => decodeChunk(withoutMark(file(".pf_meta")))).toThrow(RangeError);
	expect(() => decodeMeta(withoutMark(file(".pf_index")))).toThrow(RangeError);
	expect(() => decodeFilter(withoutMark(file(".pf_index")))).toThrow(RangeError);
});

test("a file that is cut off anywhere is refused", () => {
	const bytes = withoutMark(file(".pf_index"));
	for (let length = 0; length < bytes.length; length++) {
		expect(() => decodeChunk(bytes.subarray(0, length))).toThrow(RangeError);
	}
});
