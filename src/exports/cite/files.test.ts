import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { citableOf } from "../../../tests/entry.ts";
import { bibtex } from "../../import/formats/bibtex.ts";
import { cslJson } from "../../import/formats/csl-json.ts";
import { ris } from "../../import/formats/ris.ts";
import type { Citable } from "../../paper/citations.ts";
import { type CitationFile, listFiles } from "./files.ts";
import { type CitationTexts, textsAnew } from "./texts.ts";

const citables = Array.from({ length: 40 }, (_, at): Citable => {
	const title = `On the ${at}th swift 🐦`;
	return citableOf({
		paper: { id: `p${at}`, title, abstract: "Äöü. ".repeat(10 + at), topics: [], links: {} },
		key: `key-${at}`,
		title,
		page: `https://example.org/papers/p${at}/`,
		language: "en",
	});
});

const MOST = 4_000;

describe.each([
	[
		"bibtex",
		bibtex,
		"papers.bib papers-2.bib",
		"papers-with-abstracts.bib papers-with-abstracts-2.bib",
	],
	[
		"biblatex",
		bibtex,
		"papers.biblatex.bib papers-2.biblatex.bib",
		"papers-with-abstracts.biblatex.bib papers-with-abstracts-2.biblatex.bib",
	],
	["ris", ris, "papers.ris papers-2.ris", "papers-with-abstracts.ris papers-with-abstracts-2.ris"],
	[
		"csl",
		cslJson,
		"papers.csl.json papers-2.csl.json",
		"papers-with-abstracts.csl.json papers-with-abstracts-2.csl.json",
	],
] as const)("a list too long for one file, as %s", (format, reader, plain, withAbstracts) => {
	test.each([
		[false, plain],
		[true, withAbstracts],
	])(
		"is in parts that are read one by one, none too large (abstracts: %s)",
		async (abstract, names) => {
			const files = listFiles(format, citables, { abstract, packed: true, most: MOST });
			const texts = files.filter(({ name }) => !name.endsWith(".gz"));
			expect(texts.length).toBeGreaterThan(1);
			expect(
				texts
					.slice(0, 2)
					.map(({ name }) => name)
					.join(" "),
			).toBe(names);
			const bodies = await Promise.all(
				files.map(async (file) => [file.name, await file.body()] as const),
			);
			const bodyOf = new Map(bodies);
			const papers = texts.flatMap(({ name }) => {
				const body = bodyOf.get(name) ?? new Uint8Array();
				expect(body.length, name).toBeLessThanOrEqual(MOST);
				const text = Buffer.from(body).toString();
				expect(gunzipSync(bodyOf.get(`${name}.gz`) ?? "").toString(), name).toBe(text);
				const { papers, rejections, issues } = reader.parse(text, name, {});
				expect([rejections, issues]).toEqual([[], []]);
				return papers;
			});
			expect(papers.map(({ title }) => title.text)).toEqual(citables.map(({ title }) => title));
			expect(papers.every((paper) => (paper.abstract.text !== "") === abstract)).toBe(true);
		},
	);
});

test("a paper larger than a part has one for itself, and a list without papers is one file", async () => {
	expect(listFiles("bibtex", citables.slice(0, 2), { most: 10 }).map(({ name }) => name)).toEqual([
		"papers.bib",
		"papers-2.bib",
	]);
	const none = listFiles("csl", []);
	const texts = none.map(async ({ name, body }) => [name, Buffer.from(await body()).toString()]);
	expect(await Promise.all(texts)).toEqual([["papers.csl.json", "[\n\n]\n"]]);
});

test("a list that is begun ahead is the same, and is made once", async () => {
	const options = { packed: true, texts: textsAnew("ris", true) };
	let made = 0;
	const texts: CitationTexts = {
		...options.texts,
		list(papers) {
			made += 1;
			return options.texts.list(papers);
		},
	};
	const bodies = async (files: CitationFile[]) =>
		Promise.all(files.map(async ({ body }) => Buffer.from(await body())));
	const ahead = listFiles("ris", citables, { ...options, texts });
	for (const { begin } of [...ahead, ...ahead]) begin?.();
	expect(made).toBe(1);
	const found = await bodies(ahead);
	expect(made).toBe(1);
	expect(found).toEqual(await bodies(listFiles("ris", citables, options)));
});
