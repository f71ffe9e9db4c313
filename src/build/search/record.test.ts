import { expect, test } from "vitest";
import { paper } from "../../../tests/search-index.ts";
import { searchRecord, sharedAuthorsOf } from "./record.ts";

const whole = paper({
	id: "swifts",
	title: "Swifts sleep on the wing",
	abstract: "They do.",
	date: "2024-02-29",
	authors: ["Ada Finch", "Émile Rossignol", "Ada Finch"],
	authorCount: 3,
	organization: { handle: "soc", name: "Society for Birds" },
	commentCount: 2,
	topics: ["migration", "sleep"],
	links: { code: "https://codeberg.org/a/b" },
});
const bare = paper({ id: "هجرة", title: "Only a title", authorCount: 1, commentCount: 0 });

test("a paper is found by its text, and by its title, authors and organisation on their own", () => {
	expect(searchRecord(whole, "en", new Set(["Ada Finch"]))).toMatchInlineSnapshot(`
		{
		  "content": "They do.",
		  "filters": {
		    "author": [
		      "Ada Finch",
		    ],
		    "date": [
		      "2024-02-29",
		    ],
		    "has": [
		      "code",
		      "discussion",
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
		    "authors": "Ada Finch, Émile Rossignol, Ada Finch",
		    "organization": "Society for Birds",
		    "title": "Swifts sleep on the wing",
		  },
		  "sort": {
		    "date": "2024-02-29",
		  },
		  "url": "/papers/swifts/",
		}
	`);
});

test("a paper without date, topics, names or abstract is found all the same, and sorts last", () => {
	expect(searchRecord(bare, "en", new Set())).toMatchInlineSnapshot(`
		{
		  "content": "Only a title",
		  "filters": {
		    "authorCount": [
		      "1",
		    ],
		    "year": [
		      "undated",
		    ],
		  },
		  "language": "en",
		  "meta": {
		    "title": "Only a title",
		  },
		  "sort": {
		    "date": "0000-00-00",
		  },
		  "url": "/papers/%D9%87%D8%AC%D8%B1%D8%A9/",
		}
	`);
});

test("authors are shared who stand over two papers or more", () => {
	const other = paper({ title: "Owls", authors: ["Émile Rossignol", "Jane Owl"] });
	expect([...sharedAuthorsOf([whole, bare, other])]).toEqual(["Émile Rossignol"]);
	expect([...sharedAuthorsOf([whole])]).toEqual([]);
});

test.each([
	["2024-02", "2024"],
	["2024", "2024"],
])("a paper of %s is found by its year, and shows no more", (date, year) => {
	const { filters, sort } = searchRecord(paper({ title: "Owls", date }), "en", new Set());
	expect([filters.year, filters.date, sort.date]).toEqual([[year], [date], date]);
});
