import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import type { Paper } from "../paper/schema.ts";
import { feedOf } from "./feeds.ts";

const channel = {
	title: "Birds & <beasts>",
	description: "Ornithology",
	language: "en",
	page: "https://example.org/a/",
	rss: "https://example.org/a/feed.xml",
	atom: "https://example.org/a/atom.xml",
	json: "https://example.org/a/feed.json",
};

function feed(...papers: (Partial<Paper> & { id: string })[]) {
	return feedOf({
		channel,
		papers: papers.map((paper) => ({
			paper: { title: paper.id, abstract: "", topics: [], links: {}, ...paper },
			url: `https://example.org/a/papers/${paper.id}/`,
		})),
	});
}

/** Parses as XML: throws where the text is not well-formed. */
function xml(text: string): Document {
	return new JSDOM(text, { contentType: "application/xml" }).window.document;
}

const hostile = {
	id: "swifts",
	title: "]]></title><script>alert(1)</script> & \u0001 “x” 🐦",
	abstract: "One <b> & ]]> two.\n\nA second \u000B paragraph.",
	date: "2024-02-29",
	authors: ["null", "Ada O’Finch"],
	topics: ["migration"],
};

test("a hostile paper gives well-formed feeds that hold its text", () => {
	const made = feed(hostile);
	const title = hostile.title.replace("\u0001", "\uFFFD");
	expect(xml(made.rss2()).querySelector("item > title")?.textContent).toBe(title);
	expect(xml(made.atom1()).querySelector("entry > title")?.textContent).toBe(title);
	const [item] = JSON.parse(made.json1()).items;
	expect(item.title).toBe(title);
	expect(item.content_html).toBe(
		"<p>One &lt;b&gt; &amp; ]]&gt; two.</p><p>A second \uFFFD paragraph.</p>",
	);
});

test("each form says where it is and what it follows", () => {
	const made = feed(hostile);
	expect(xml(made.atom1()).querySelector('link[rel="self"]')?.getAttribute("href")).toBe(
		channel.atom,
	);
	expect(made.rss2()).toContain(`href="${channel.rss}"`);
	expect(JSON.parse(made.json1()).feed_url).toBe(channel.json);
	expect(xml(made.rss2()).querySelector("channel > link")?.textContent).toBe(channel.page);
});

test("a paper's day is its date, or that of its listing; without either it is left out", () => {
	const made = feed(
		{ id: "dated", date: "2024-02-29" },
		{ id: "listed", source: { listing: "a.txt", listed: "2024-03-01" } },
		{ id: "neither" },
	);
	const entries = [...xml(made.atom1()).querySelectorAll("entry")];
	expect(entries.map((entry) => entry.querySelector("updated")?.textContent)).toEqual([
		"2024-02-29T00:00:00.000Z",
		"2024-03-01T00:00:00.000Z",
	]);
	expect(xml(made.atom1()).querySelector("feed > updated")?.textContent).toBe(
		"2024-03-01T00:00:00.000Z",
	);
});

test("a feed holds at most 50 papers, and an empty one is a feed", () => {
	const papers = Array.from({ length: 60 }, (_, index) => ({
		id: `p${index}`,
		date: "2024-01-01",
	}));
	expect(xml(feed(...papers).rss2()).querySelectorAll("item").length).toBe(50);
	expect(xml(feed().rss2()).querySelectorAll("item").length).toBe(0);
});

test("the same papers give the same feed at any time", () => {
	expect(feed(hostile).rss2()).toBe(feed(hostile).rss2());
	expect(feed().atom1()).toContain("1970-01-01");
});
