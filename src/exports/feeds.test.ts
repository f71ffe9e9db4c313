import { expect, test } from "vitest";
import {
	atomProblems,
	children,
	jsonFeedSchema,
	linkOf,
	readXml,
	rssProblems,
	textIn,
} from "../../tests/feed-rules.ts";
import type { Feed, FeedEntry } from "../paper/feed.ts";
import { atom } from "./atom.ts";
import { jsonFeed } from "./json-feed.ts";
import { opml } from "./opml.ts";
import { rss } from "./rss.ts";

function feed(entries: Partial<FeedEntry>[] = [], more: Partial<Feed> = {}): Feed {
	return {
		id: "https://example.org/a/",
		title: "Birds & <beasts>",
		description: "Ornithology",
		author: "Birds",
		language: "en",
		page: "https://example.org/a/",
		self: "https://example.org/a/feed",
		updated: "2024-03-01",
		archives: {},
		entries: entries.map((entry, index) => ({
			id: `https://example.org/papers/${index}/`,
			url: `https://example.org/papers/${index}/`,
			title: "Swifts",
			abstract: "They sleep.",
			updated: "2024-03-01",
			authors: [],
			topics: [],
			...entry,
		})),
		...more,
	};
}

const dc = "http://purl.org/dc/elements/1.1/";

/** What a reader is told of the first paper, form by form. */
function told(made: Feed) {
	const entry = readXml(atom(made)).querySelector("entry");
	const item = readXml(rss(made)).querySelector("item");
	const [json] = jsonFeedSchema.parse(JSON.parse(jsonFeed(made))).items;
	if (!entry || !item || !json) throw new Error("expected a paper in each feed");
	return [
		{
			title: textIn(entry, "title"),
			content: textIn(entry, "content"),
			authors: children(entry, "author").map((author) => textIn(author, "name")),
		},
		{
			title: textIn(item, "title", null),
			content: textIn(item, "description", null),
			authors: children(item, "creator", dc).map((creator) => creator.textContent),
		},
		{
			title: json.title,
			content: json.content_html,
			authors: json.authors?.map(({ name }) => name) ?? [],
		},
	];
}

function problems(made: Feed): unknown[] {
	const json = jsonFeedSchema.safeParse(JSON.parse(jsonFeed(made)));
	return [...atomProblems(atom(made)), ...rssProblems(rss(made)), ...(json.error?.issues ?? [])];
}

const odd = {
	"the end of a CDATA section": "a ]]> b",
	"a script": "</script><script>alert(1)</script>",
	"ampersands and entities": "R&D &amp; &lt;b&gt; &#x41;",
	quotes: `"one" 'two' “three”`,
	"marks of right-to-left text": "\u200Fهجرة\u200E \u2067x\u2069",
	emoji: "🐦 👩‍🔬 🇹🇷",
	"5,000 characters": "long title ".repeat(500).trim(),
	"null, true and a number": "null true 1.0",
	"a prototype key": "__proto__",
};

test.each(Object.entries(odd))(
	"%s in a title, an abstract and a name stays as it is",
	(_, text) => {
		const made = feed([{ title: text, abstract: text, authors: [text] }], { title: text });
		expect(problems(made)).toEqual([]);
		const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
		for (const form of told(made)) {
			expect(form).toEqual({ title: text, content: `<p>${escaped}</p>`, authors: [text] });
		}
	},
);

test("authors called null, true and 1.0 keep their names", () => {
	const authors = ["null", "true", "1.0"];
	for (const form of told(feed([{ authors }]))) expect(form.authors).toEqual(authors);
});

test("characters that XML forbids are shown as lost, and do not break the feed", () => {
	const made = feed([{ title: "a\u0001b\uFFFFc\uD800d", abstract: "e\u000Bf\u0000" }]);
	expect(problems(made)).toEqual([]);
	for (const { title, content } of told(made)) {
		expect([title, content]).toEqual(["a\uFFFDb\uFFFDc\uFFFDd", "<p>e\uFFFDf\uFFFD</p>"]);
	}
});

test("a title of several lines stands in one, and paragraphs stay apart", () => {
	const made = feed([{ title: "One\n two", abstract: "First\nline.\n\nSecond." }]);
	for (const { title, content } of told(made)) {
		expect([title, content]).toEqual(["One two", "<p>First<br>line.</p><p>Second.</p>"]);
	}
});

test("a paper without an abstract says so", () => {
	for (const { content } of told(feed([{ abstract: " " }]))) {
		expect(content).toBe("<p>The source gives no abstract.</p>");
	}
});

test("papers of 1665 and of 2099 have their days", () => {
	const made = feed([
		{ published: "1665-03-06", updated: "2026-07-01" },
		{ published: "2099-12-31", updated: "2099-12-31" },
	]);
	expect(problems(made)).toEqual([]);
	const items = [...readXml(rss(made)).querySelectorAll("item")];
	expect(items.map((item) => textIn(item, "pubDate", null))).toEqual([
		"Fri, 06 Mar 1665 00:00:00 GMT",
		"Thu, 31 Dec 2099 00:00:00 GMT",
	]);
	const entries = [...readXml(atom(made)).querySelectorAll("entry")];
	expect(entries.map((entry) => [textIn(entry, "published"), textIn(entry, "updated")])).toEqual([
		["1665-03-06T00:00:00Z", "2026-07-01T00:00:00Z"],
		["2099-12-31T00:00:00Z", "2099-12-31T00:00:00Z"],
	]);
});

test("a feed without papers is a feed", () => {
	expect(problems(feed([], { updated: "1970-01-01" }))).toEqual([]);
});

test("a paper in another language says which", () => {
	const made = feed([{ language: "ar" }]);
	expect(readXml(atom(made)).querySelector("entry")?.getAttribute("xml:lang")).toBe("ar");
	expect(JSON.parse(jsonFeed(made)).items[0].language).toBe("ar");
});

test("a hub is named in every form, and nothing of one where there is none", () => {
	const hub = "https://hub.example.org/?a=1&b=2";
	const made = feed([{}], { hub });
	expect(problems(made)).toEqual([]);
	expect(linkOf(readXml(atom(made)).documentElement, "hub")).toBe(hub);
	const [channel] = children(readXml(rss(made)).documentElement, "channel", null);
	expect(channel && linkOf(channel, "hub")).toBe(hub);
	expect(JSON.parse(jsonFeed(made)).hubs).toEqual([{ type: "WebSub", url: hub }]);
	for (const write of [atom, rss, jsonFeed]) expect(write(feed([{}]))).not.toContain("hub");
});

test("an id that is not the paper's address is not taken for one", () => {
	const text = rss(feed([{ id: "https://example.org/old/" }, {}]));
	const guids = [...readXml(text).querySelectorAll("guid")];
	expect(guids.map((guid) => [guid.getAttribute("isPermaLink"), guid.textContent])).toEqual([
		["false", "https://example.org/old/"],
		["true", "https://example.org/papers/1/"],
	]);
});

test("Atom is written so", () => {
	const made = feed(
		[
			{
				published: "2024-02-29",
				authors: ["Ada O’Finch", "Émile Rossignol"],
				topics: [{ id: "song", name: "Song & <dance>" }],
			},
		],
		{
			archives: {
				current: "https://example.org/a/atom.xml",
				previous: "https://example.org/a/atom/1.xml",
				next: "https://example.org/a/atom/3.xml",
			},
		},
	);
	expect(atomProblems(atom(made))).toEqual([]);
	expect(atom(made)).toMatchInlineSnapshot(`
		"<?xml version="1.0" encoding="utf-8"?>
		<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="en">
		  <id>https://example.org/a/</id>
		  <title>Birds &amp; &lt;beasts&gt;</title>
		  <subtitle>Ornithology</subtitle>
		  <updated>2024-03-01T00:00:00Z</updated>
		  <author>
		    <name>Birds</name>
		  </author>
		  <generator>Offprint</generator>
		  <link rel="alternate" href="https://example.org/a/" type="text/html"/>
		  <link rel="self" href="https://example.org/a/feed" type="application/atom+xml"/>
		  <link rel="current" href="https://example.org/a/atom.xml" type="application/atom+xml"/>
		  <link rel="prev-archive" href="https://example.org/a/atom/1.xml" type="application/atom+xml"/>
		  <link rel="next-archive" href="https://example.org/a/atom/3.xml" type="application/atom+xml"/>
		  <fh:archive/>
		  <entry>
		    <id>https://example.org/papers/0/</id>
		    <title>Swifts</title>
		    <link rel="alternate" href="https://example.org/papers/0/" type="text/html"/>
		    <published>2024-02-29T00:00:00Z</published>
		    <updated>2024-03-01T00:00:00Z</updated>
		    <author>
		      <name>Ada O’Finch</name>
		    </author>
		    <author>
		      <name>Émile Rossignol</name>
		    </author>
		    <category term="song" label="Song &amp; &lt;dance&gt;"/>
		    <content type="html">&lt;p&gt;They sleep.&lt;/p&gt;</content>
		  </entry>
		</feed>
		"
	`);
});

test("the list of feeds can be imported: every feed has its name, its page and its address", () => {
	const text = opml({
		title: "Birds",
		page: "https://example.org/",
		groups: [
			{
				name: "Topics",
				feeds: [
					{
						title: `A "&" <b>`,
						page: "https://example.org/t/",
						url: "https://example.org/t/atom.xml",
					},
				],
			},
			{ name: "Authors", feeds: [] },
		],
	});
	const outlines = [...readXml(text).querySelectorAll("outline[type=rss]")];
	expect(outlines.map((outline) => [...outline.attributes].map(({ value }) => value))).toEqual([
		["rss", `A "&" <b>`, `A "&" <b>`, "https://example.org/t/atom.xml", "https://example.org/t/"],
	]);
	expect(text).not.toContain("Authors");
});
