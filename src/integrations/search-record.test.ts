import { expect, test } from "vitest";
import { papersJson } from "../exports/papers-json.ts";
import { searchRecord } from "./search-record.ts";

const [whole, bare] = papersJson(
	[
		{
			id: "swifts",
			title: "Swifts sleep on the wing",
			abstract: "They do.",
			date: "2024-02-29",
			authors: ["Ada Finch", "Émile Rossignol"],
			organization: { handle: "soc", name: "Society for Birds" },
			topics: ["migration", "sleep"],
			links: { code: "https://codeberg.org/a/b" },
		},
		{ id: "هجرة", title: "Only a title", abstract: "", authorCount: 1, topics: [], links: {} },
	],
	(id) => `https://example.org/${id}`,
).papers;

test("a paper is found by its text, its authors and its organisation", () => {
	expect(whole && searchRecord(whole, "en")).toMatchInlineSnapshot(`
		{
		  "content": "They do.

		Ada Finch, Émile Rossignol, Society for Birds",
		  "filters": {
		    "has": [
		      "code",
		    ],
		    "organization": [
		      "Society for Birds",
		    ],
		    "topic": [
		      "migration",
		      "sleep",
		    ],
		    "year": [
		      "2024",
		    ],
		  },
		  "language": "en",
		  "meta": {
		    "byline": "Ada Finch, Émile Rossignol, Society for Birds",
		    "date": "2024-02-29",
		    "title": "Swifts sleep on the wing",
		    "topics": "migration sleep",
		  },
		  "sort": {
		    "date": "2024-02-29",
		  },
		  "url": "/papers/swifts/",
		}
	`);
});

test("a paper without date, topics, names or abstract is found all the same, and sorts last", () => {
	expect(bare && searchRecord(bare, "en")).toMatchInlineSnapshot(`
		{
		  "content": "Only a title",
		  "filters": {
		    "topic": [],
		    "year": [
		      "undated",
		    ],
		  },
		  "language": "en",
		  "meta": {
		    "byline": "1 author",
		    "date": "",
		    "title": "Only a title",
		    "topics": "",
		  },
		  "sort": {
		    "date": "0000-00-00",
		  },
		  "url": "/papers/%D9%87%D8%AC%D8%B1%D8%A9/",
		}
	`);
});
