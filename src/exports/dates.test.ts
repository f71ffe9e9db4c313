import { expect, test } from "vitest";
import { citableOf } from "../../tests/entry.ts";
import type { Citable } from "../paper/citations.ts";
import { citationTags } from "./citation-tags.ts";
import { styledTexts } from "./cite/styles.ts";
import { citation } from "./cite/texts.ts";
import type { CitedPaper } from "./cited-paper.ts";
import { contextObject } from "./coins.ts";
import { paperJsonSchema } from "./contracts.ts";
import { scholarlyArticle } from "./json-ld.ts";
import { paperMarkdown } from "./markdown.ts";
import { paperJson } from "./paper-json.ts";

const url = "https://example.org/papers/swifts/";

function citable(date: string): Citable & CitedPaper {
	const paper = {
		id: "swifts",
		title: "Swifts",
		abstract: "",
		authors: ["Ada Finch"],
		venue: "Journal of Birds",
		topics: [],
		links: {},
		date,
	};
	const said = { paper, key: "finch-swifts", title: "Swifts", page: url, language: "en" };
	return { ...citableOf(said), url };
}

const collection = { title: "Birds", tagline: "t", url: "https://example.org/", language: "en" };

/** Every line in which a program finds the date. */
function told(date: string): string[] {
	const cited = citable(date);
	const lines = (text: string, wanted: RegExp) =>
		text.split("\n").flatMap((line) => (wanted.test(line) ? [line.trim()] : []));
	const article = scholarlyArticle(cited, collection, { home: url, image: url, topics: [] });
	const json = paperJson(cited, "", []);
	expect(paperJsonSchema.safeParse(json).success).toBe(true);
	return [
		...lines(citation("bibtex", cited), /year|month|day/),
		...lines(citation("biblatex", cited), /date/),
		...lines(citation("ris", cited), /^(?:PY|DA|Y1)/),
		JSON.stringify(JSON.parse(citation("csl", cited)).issued),
		...styledTexts([cited]).apa,
		...citationTags(cited, undefined)
			.filter(({ name }) => /date/i.test(name))
			.map(({ name, content }) => `${name}: ${content}`),
		`datePublished: ${article.datePublished}`,
		`COinS: ${new URLSearchParams(contextObject(cited)).get("rft.date")}`,
		`JSON: ${json.date}`,
		...lines(paperMarkdown(cited.paper, [], url, []), /Ada Finch/),
	];
}

test("programs are told the day of a paper", () => {
	expect(told("2022-05-11")).toMatchInlineSnapshot(`
		[
		  "year = {2022},",
		  "month = may,",
		  "day = {11},",
		  "date = {2022-05-11},",
		  "DA  - 2022/05/11/",
		  "PY  - 2022",
		  "{"date-parts":[[2022,5,11]]}",
		  "Finch, A. (2022). Swifts. Journal of Birds. https://example.org/papers/swifts/",
		  "citation_publication_date: 2022/05/11",
		  "DC.date: 2022-05-11",
		  "datePublished: 2022-05-11",
		  "COinS: 2022-05-11",
		  "JSON: 2022-05-11",
		  "Ada Finch · Journal of Birds · 11 May 2022",
		]
	`);
});

test("or its month, and no day", () => {
	expect(told("2022-05")).toMatchInlineSnapshot(`
		[
		  "year = {2022},",
		  "month = may,",
		  "date = {2022-05},",
		  "DA  - 2022/05//",
		  "PY  - 2022",
		  "{"date-parts":[[2022,5]]}",
		  "Finch, A. (2022). Swifts. Journal of Birds. https://example.org/papers/swifts/",
		  "citation_publication_date: 2022",
		  "DC.date: 2022-05",
		  "datePublished: 2022-05",
		  "COinS: 2022-05",
		  "JSON: 2022-05",
		  "Ada Finch · Journal of Birds · May 2022",
		]
	`);
});

test("or its year alone", () => {
	expect(told("2022")).toMatchInlineSnapshot(`
		[
		  "year = {2022},",
		  "date = {2022},",
		  "DA  - 2022///",
		  "PY  - 2022",
		  "{"date-parts":[[2022]]}",
		  "Finch, A. (2022). Swifts. Journal of Birds. https://example.org/papers/swifts/",
		  "citation_publication_date: 2022",
		  "DC.date: 2022",
		  "datePublished: 2022",
		  "COinS: 2022",
		  "JSON: 2022",
		  "Ada Finch · Journal of Birds · 2022",
		]
	`);
});
