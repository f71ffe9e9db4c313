import { simpleParser } from "mailparser";
import { expect, test } from "vitest";
import { readEntry } from "../entry/read.ts";
import type { Content } from "../entry/read-content.ts";
import { collectionSchema } from "../paper/collection.ts";
import { type Digest, digestOf } from "./digest.ts";
import { digestHtml } from "./html.ts";
import { digestMail } from "./mail.ts";
import { digestPeriod } from "./period.ts";
import { digestText } from "./plain-text.ts";

const collection = collectionSchema.parse({
	title: "Owls & Cie: “Ἀθήνη”",
	tagline: "Owls.",
	url: "https://example.org/a/b",
});

const topics = [
	{ id: "night", name: "Night <b>", description: "", terms: [] },
	{ id: "day", name: "Day", description: "", terms: [] },
];

/** A content folder with these entries: id to front matter in JSON. */
function content(
	entries: Record<string, Record<string, unknown>>,
	abstract = "Owls fly.",
): Content {
	const read = Object.entries(entries).map(([id, front]) => {
		const lines = Object.entries(front).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
		const { entry, issues } = readEntry(
			`${id}.mdx`,
			`---\n${lines.join("\n")}\n---\n\n${abstract}\n`,
		);
		if (!entry) throw new Error(JSON.stringify(issues));
		return entry;
	});
	return { collection, topics, entries: read, slow: [] };
}

function digest(
	given: Content,
	day = "2026-05-12",
	kind: "day" | "week" | "month" = "week",
): Digest {
	const found = digestOf(given, digestPeriod(day, kind));
	if (!found) throw new Error("nothing new");
	return found;
}

const owls = content({
	a: { title: "Monday's $x^2$", date: "2026-05-11", authors: ["Ada Lovelace"], topics: ["night"] },
	b: { title: "Sunday", date: "2026-05-17", upvotes: 2, authorCount: 7, topics: ["day", "night"] },
	c: { title: "Monday after", date: "2026-05-18" },
	d: { title: "Listed", commentCount: 1, source: { listing: "x", listed: "2026-05-12" } },
	e: { title: "Sunday before", date: "2026-05-10" },
});

test("a week has the papers of its days, by topic, in plain text that reads by itself", () => {
	expect(digestText(digest(owls), "https://example.org/leave")).toMatchInlineSnapshot(`
		"Owls & Cie: “Ἀθήνη”

		3 papers, 11–17 May 2026
		On the web: https://example.org/a/b/dates/2026/w20/

		Most discussed
		--------------

		1. Sunday
		https://example.org/a/b/papers/b/

		Night <b>
		---------

		Monday’s x^2
		Ada Lovelace · 11 May 2026
		Owls fly.
		https://example.org/a/b/papers/a/

		Day
		---

		Sunday
		7 authors · 17 May 2026 · 2 upvotes
		Owls fly.
		https://example.org/a/b/papers/b/

		Other papers
		------------

		Listed
		no date · 1 comment
		Owls fly.
		https://example.org/a/b/papers/d/

		-- 
		Owls & Cie: “Ἀθήνη”: https://example.org/a/b/
		Unsubscribe: https://example.org/leave
		"
	`);
});

test.each([
	["2026-05-31", "month", "2026-05", "2026-05-01", "2026-05-31", "May 2026"],
	["2024-02-29", "month", "2024-02", "2024-02-01", "2024-02-29", "February 2024"],
	[
		"2027-01-03",
		"week",
		"2026-w53",
		"2026-12-28",
		"2027-01-03",
		"28 December 2026 – 3 January 2027",
	],
	["2026-05-11", "day", "2026-05-11", "2026-05-11", "2026-05-11", "11 May 2026"],
] as const)("%s lies in the %s %s", (day, kind, id, first, last, name) => {
	const path = `dates/${id.replaceAll("-", "/")}/`;
	expect(digestPeriod(day, kind)).toEqual({ id, path, name, first, last });
});

test("a month counts as a date for the digest of a month; of a year alone, or in a week, the listing does", () => {
	const listed = { listing: "x", listed: "2026-05-12" };
	const partial = content({
		month: { title: "Month", date: "2026-05" },
		year: { title: "Year", date: "2026" },
		"month-listed": { title: "Month, listed", date: "2026-04", source: listed },
		"year-listed": { title: "Year, listed", date: 2025, source: listed },
	});
	const told = (day: string, kind: "day" | "week" | "month") => {
		const { web, topics } = digest(partial, day, kind);
		return [
			web,
			...topics.flatMap(({ papers }) => papers.map(({ title, facts }) => `${title}: ${facts}`)),
		];
	};
	expect(told("2026-05-01", "month")).toEqual([
		"https://example.org/a/b/dates/2026/05/",
		"Year, listed: 2025",
		"Month: May 2026",
	]);
	expect(told("2026-04-30", "month")).toEqual([
		"https://example.org/a/b/dates/2026/04/",
		"Month, listed: April 2026",
	]);
	// The site has no page of that week.
	expect(told("2026-05-12", "week")).toEqual([
		"https://example.org/a/b/",
		"Month, listed: April 2026",
		"Year, listed: 2025",
	]);
	expect(digestOf(partial, digestPeriod("2026-05-01", "week"))).toBeUndefined();
	expect(digestOf(partial, digestPeriod("2026-01-01", "month"))).toBeUndefined();
});

test("nothing new gives no digest", () => {
	expect(digestOf(owls, digestPeriod("2026-06-11", "month"))).toBeUndefined();
});

test("HTML and plain text hold the same papers, and every address is absolute and below the site", () => {
	const made = digest(owls, "2026-05-12", "month");
	const html = digestHtml(made, "https://lists.example.org/?u=a%40b&x=1");
	const hrefs = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, url = ""]) => url);
	const papers = (urls: readonly string[]) =>
		[...new Set(urls.filter((url) => url.includes("/papers/")))].sort();
	const inText = digestText(made).match(/https:\S+/g) ?? [];
	expect(papers(hrefs)).toEqual(papers(inText));
	expect(papers(hrefs)).toEqual(
		["a", "b", "c", "d", "e"].map((id) => `https://example.org/a/b/papers/${id}/`),
	);
	expect(hrefs.filter((url) => !url.startsWith("https://example.org/a/b/"))).toEqual([
		"https://lists.example.org/?u=a%40b&amp;x=1",
	]);
});

test("hostile texts are text: in the HTML, in the plain text and in every header", async () => {
	const title = `</script><img src=x onerror=alert(1)>\r\nBcc: evil@example.org ‮drawkcab שלום 🦉 ${"x".repeat(1500)}`;
	const abstract = `Far \\<b>too\\</b> long ${"owl ".repeat(1200)}`;
	const given = content(
		{ a: { title, date: "2026-05-11", language: "he", authors: [title] } },
		abstract,
	);
	given.collection = { ...collection, title: "Owls\r\nBcc: evil@example.org\r\n\r\n🦉 <x>" };
	const made = digest(given);
	const unsubscribe = "https://example.org/leave?u=a%40example.org";
	const mail = await simpleParser(
		await digestMail(made, { from: "from@example.org", to: "to@example.org", unsubscribe }),
	);
	expect([...mail.headers.keys()]).toMatchInlineSnapshot(`
		[
		  "list",
		  "from",
		  "to",
		  "subject",
		  "message-id",
		  "date",
		  "mime-version",
		  "content-type",
		]
	`);
	expect(mail.subject).toBe("Owls Bcc: evil@example.org 🦉 <x>: 11–17 May 2026");
	expect(mail.from?.value).toEqual([
		{ name: "Owls Bcc: evil@example.org 🦉 <x>", address: "from@example.org" },
	]);
	const html = String(mail.html);
	expect([...new Set(html.match(/<[a-z!/][^\s>]*/g))].join(" ")).toMatchInlineSnapshot(
		`"<!doctype <html <head <meta <title </title </head <body <table <tr <td <h1 <a </a </h1 <p </p <h2 </h2 <h3 </h3 </td </tr </table </body </html"`,
	);
	expect(html).toContain('dir="auto" lang="he"');
	expect(html).toContain(
		"&lt;img src=x onerror=alert(1)&gt; Bcc: evil@example.org drawkcab שלום 🦉",
	);
	expect(mail.text).toContain("<b>too</b> long owl");
	expect(`${html}${mail.text}`).not.toMatch(/[\u202e\r]/);
	expect(html.length).toBeLessThan(6_000);
});

test("the same digest gives the same bytes, and another recipient another message", async () => {
	const of = (to: string) => digestMail(digest(owls), { from: "from@example.org", to });
	expect((await of("a@example.org")).equals(await of("a@example.org"))).toBe(true);
	const id = async (to: string) => (await simpleParser(await of(to))).messageId;
	expect(await id("a@example.org")).not.toBe(await id("b@example.org"));
});

test("of very many papers the most discussed have a place, and the rest is counted", () => {
	const many = Object.fromEntries(
		Array.from({ length: 1_100 }, (_, at) => [
			`p${at}`,
			{ title: `P${at}`, date: "2026-05-11", ...(at === 900 ? { upvotes: 3 } : {}) },
		]),
	);
	const made = digest(content(many));
	expect(made.more).toBe(1_040);
	expect(made.discussed.map(({ title }) => title)).toEqual(["P900"]);
	const html = digestHtml(made);
	expect(html).toContain("1,040 papers more on the web</a>");
	expect(html.length).toBeLessThan(100_000);
});
