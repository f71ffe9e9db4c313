import { expect, test } from "vitest";
import { IssuesError } from "../../paper/issues.ts";
import type { ListingFacts } from "../record.ts";
import { listing, record } from "../temporary-content.ts";
import { dailyPapersText } from "./daily-papers-text.ts";

const seen: ListingFacts = { listed: "2026-07-01" };
const parse = (text: string, facts: ListingFacts = seen) =>
	dailyPapersText.parse(text, "content/sources/a.txt", facts);

function refusal(text: string, facts: ListingFacts = seen): string {
	const { issues, papers } = parse(text, facts);
	expect(papers).toEqual([]);
	expect(issues).not.toEqual([]);
	return new IssuesError(issues).message;
}
const dates = (text: string, facts?: ListingFacts) =>
	parse(text, facts).papers.map(({ date }) => date);
const titles = (text: string) => parse(text).papers.map(({ title }) => title.text);

test("a record with all that it states, and the places of its texts", () => {
	const text = listing("  One\n\n An abstract.\n\nacm ACM of Owls\n·\nFeb 27, 2025 12");
	expect(parse(text)).toEqual({
		papers: [
			{
				title: { text: "One", line: 11, column: 3 },
				abstract: { text: "An abstract.", line: 13, column: 2 },
				date: "2025-02-27",
				organization: { handle: "acm", name: "ACM of Owls" },
				commentCount: 12,
			},
		],
		rejections: [],
		issues: [],
		notes: [],
		listed: "2026-07-01",
	});
});

test("one author, and many", () => {
	const one = record("One", "Text.").replace("7 authors", "1 author");
	const wrong = record("Two", "Text.").replace("7 authors", "1 authors");
	expect(parse(listing(one, wrong)).papers.map(({ authorCount }) => authorCount)).toEqual([1, 1]);
});

test("papers without byline, one and several in a row, have no date and no authors", () => {
	const bare = (name: string) => `${name}\n\nThe abstract of ${name}.`;
	const text = listing(
		bare("One"),
		record("Two", "Text."),
		bare("Three"),
		bare("Four?"),
		bare("Five"),
		record("Six", "Text."),
	);
	expect(titles(text)).toEqual(["One", "Two", "Three", "Four?", "Five", "Six"]);
	expect(dates(text)).toEqual([
		undefined,
		"2026-06-10",
		undefined,
		undefined,
		undefined,
		"2026-06-10",
	]);
	expect(parse(text).papers[2]).toEqual({
		title: { text: "Three", line: 23, column: 1 },
		abstract: { text: "The abstract of Three.", line: 25, column: 1 },
	});
});

test("a title on two lines and an abstract of two paragraphs stay whole", () => {
	const text = listing(record("A title\nthat goes on", "One\nand a half.\n\n\nTwo."));
	expect(parse(text).papers[0]).toMatchObject({
		title: { text: "A title\nthat goes on", line: 11 },
		abstract: { text: "One\nand a half.\n\n\nTwo.", line: 14 },
	});
});

test("a byline that lost the empty line before it is still one", () => {
	const text = listing("One\n\nText.\n  • 7 authors\n·\nJun 10", "Two\n\nText.\nacm ACM\n·\nJun 9");
	expect(parse(text).papers).toMatchObject([
		{ abstract: { text: "Text." }, authorCount: 7, date: "2026-06-10" },
		{ abstract: { text: "Text." }, organization: { name: "ACM" }, date: "2026-06-09" },
	]);
});

test.each([
	["Jul 1", "2026-07-01"],
	["Jun 30", "2026-06-30"],
	["Jul 2", "2025-07-02"],
	["Dec 31", "2025-12-31"],
	["Jan 1", "2026-01-01"],
	["Feb 29", "2024-02-29"],
	["Feb 29, 2024", "2024-02-29"],
	["Jul 2, 2025 3", "2025-07-02"],
])("on a page of 1 July 2026, %s is %s", (when, date) => {
	expect(dates(listing(record("One", "Text.", when)))).toEqual([date]);
});

test.each([
	["Feb 29, 2025", "a date that does not exist"],
	["Feb 30", 'the date "Feb 30"'],
	["Jun 0", 'the date "Jun 0"'],
	["June 10", 'the date "June 10"'],
	["10 Jun", 'the date "10 Jun"'],
	["Jun 10, 25", 'the date "Jun 10, 25"'],
	["Jun 10 many", 'the date "Jun 10 many"'],
	["Jun 10\nmore", 'the date "Jun 10 more"'],
	["Foo 10", 'the date "Foo 10"'],
])("a record with the date %j is rejected with its reason, the others are not", (when, reason) => {
	const { papers, rejections } = parse(
		listing(record("Bad", "Text.", when), record("Good", "Text.")),
	);
	expect(rejections).toEqual([{ line: 11, title: "Bad", reason }]);
	expect(papers.map(({ title }) => title.text)).toEqual(["Good"]);
});

test("other bylines that are none", () => {
	const end = record("Good", "Text.");
	const rejections = (bad: string) =>
		parse(listing(bad, end)).rejections.map(({ reason }) => reason);
	expect(rejections("Bad\n\nText.\n\n  • 7 authors")).toEqual(["a byline without date"]);
	expect(rejections("Bad\n\nText.\n\n  • 7 authors\n·")).toEqual(["a byline without date"]);
	expect(rejections("Bad\n\nText.\n\n  • some authors\n·\nJun 10")).toEqual([
		'the byline "• some authors"',
	]);
	expect(rejections("Bad\n\nText.\n\nacm\n·\nJun 10")).toEqual(['the byline "acm"']);
	expect(rejections("Bad\n\n  • 7 authors\n·\nJun 10")).toEqual(["a title without abstract"]);
});

test("the year that nobody states follows the latest that the page writes, with a note", () => {
	const text = listing(
		record("One", "Text.", "Jul 2"),
		record("Two", "Text.", "Oct 9, 2024"),
		record("Three", "Text.", "Jun 30"),
	);
	expect(dates(text, {})).toEqual(["2024-07-02", "2024-10-09", "2025-06-30"]);
	expect(parse(text, {}).listed).toBe("2025-07-01");
	expect(parse(text, {}).notes).toEqual([
		"the page's day has no year; taken as 2025-07-01, the year after the latest that it writes (state it in listings.yaml to be sure)",
	]);
	expect(parse(text).notes).toEqual([]);
});

test("a page that writes its year needs no facts", () => {
	const text = listing(record("One", "Text.", "Jul 2")).replace("Jul 1\n", "Jul 1, 2024\n");
	expect(dates(text, {})).toEqual(["2023-07-02"]);
});

test("dates without a year on a page without one are a problem, not a guess", () => {
	expect(refusal(listing(record("One", "Text.")), {})).toMatchInlineSnapshot(`
		"content/sources/a.txt:15:1 unexpected date without a year, expected to know when the page was seen
		    Add to content/sources/listings.yaml under "a.txt": listed: YYYY-MM-DD
		1 problem"
	`);
	const leap = listing(record("One", "Text.", "Oct 9, 2024"), record("Two", "Text."));
	expect(refusal(leap.replace("Jul 1\n", "Feb 29\n"), {})).toContain(
		"unexpected date without a year",
	);
});

test("a page without its day: its own byline is no title", () => {
	const text = listing(record("One", "Text.", "Jun 10, 2026")).replace("Jul 1\n\n", "");
	expect(titles(text)).toEqual(["One"]);
	expect(parse(text, {})).toMatchObject({ papers: [{ date: "2026-06-10" }], notes: [] });
	expect(refusal(text.replace(", 2026", ""), {})).toContain("unexpected date without a year");
});

test("a page whose head is the title alone", () => {
	expect(titles(`Daily Papers\n\n${record("One", "Text.")}\n`)).toEqual(["One"]);
});

test("a listing without papers", () => {
	expect(refusal(listing())).toMatchInlineSnapshot(`
		"content/sources/a.txt:7:1 unexpected end after the page's head, expected papers
		    Copy the page again, from its title to the last paper.
		1 problem"
	`);
	expect(refusal("Daily Papers")).toContain("unexpected end after the page's head");
	expect(
		refusal(listing(record("Bad", "Text.", "Foo 1")), { ...seen, complete: true }),
	).toMatchInlineSnapshot(`
		"content/sources/a.txt:11:1 unexpected the date "Foo 1", expected a title, an abstract and a byline
		    Copy the page again, from its title to the last paper.
		1 problem"
	`);
});

test("a listing that ends too soon", () => {
	expect(refusal(listing(record("One", "Text."), "Two"))).toMatchInlineSnapshot(`
		"content/sources/a.txt:19:1 unexpected end of the listing after a title, expected its abstract and byline
		    Copy the page again, to its end. If this is all of it, add to content/sources/listings.yaml under "a.txt": complete: true
		1 problem"
	`);
	expect(refusal(listing(record("One", "Text."), "Two\n\nSome of its"))).toMatchInlineSnapshot(`
		"content/sources/a.txt:21:1 unexpected end of the listing after an abstract, expected its byline
		    Copy the page again, to its end. If this is all of it, add to content/sources/listings.yaml under "a.txt": complete: true
		1 problem"
	`);
	expect(refusal(listing(record("One", "Text.", "Oct 10, 20")))).toMatchInlineSnapshot(`
		"content/sources/a.txt:17:1 unexpected end of the listing after the date "Oct 10, 20", expected a whole byline
		    Copy the page again, to its end. If this is all of it, add to content/sources/listings.yaml under "a.txt": complete: true
		1 problem"
	`);
});

test("a listing whose last paper has no byline can be called complete", () => {
	const text = listing(record("One", "Text."), "Two\n\nIts abstract.");
	expect(parse(text, { ...seen, complete: true }).papers).toHaveLength(2);
});

test("the page is known by its title, near its beginning", () => {
	expect(dailyPapersText.recognises("new\n\n Daily Papers \n")).toBe(true);
	expect(dailyPapersText.recognises("All my Daily Papers\n")).toBe(false);
	expect(dailyPapersText.recognises(`${"x\n".repeat(2_000)}Daily Papers\n`)).toBe(false);
});
