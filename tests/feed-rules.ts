import { XMLValidator } from "fast-xml-parser";
import { JSDOM } from "jsdom";
import { z } from "zod";

const ATOM = "http://www.w3.org/2005/Atom";
const HISTORY = "http://purl.org/syndication/history/1.0";
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const MAIL_DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} 00:00:00 GMT$/;

/** A document as a reader of feeds reads it: well-formed, with namespaces. Throws where it is not. */
export function readXml(text: string): Document {
	const valid = XMLValidator.validate(text);
	if (valid !== true) throw new Error(`line ${valid.err.line}: ${valid.err.msg}`);
	return new JSDOM(text, { contentType: "application/xml" }).window.document;
}

/** Elements that stand directly in another, in the namespace of Atom unless another is given. */
export function children(
	parent: Element,
	name: string,
	namespace: string | null = ATOM,
): Element[] {
	return [...parent.children].filter(
		(child) => child.localName === name && child.namespaceURI === namespace,
	);
}

/** The text of the first such element. */
export function textIn(parent: Element, name: string, namespace: string | null = ATOM): string {
	return children(parent, name, namespace)[0]?.textContent ?? "";
}

/** The address that a feed in Atom gives for a relation. */
export function linkOf(feed: Element, rel: string): string | undefined {
	const link = children(feed, "link").find((one) => one.getAttribute("rel") === rel);
	return link?.getAttribute("href") ?? undefined;
}

/** What breaks a rule of RFC 4287 (4.1, 4.2) or of RFC 5005 (4), in the order of the document. */
export function atomProblems(text: string): string[] {
	const feed = readXml(text).documentElement;
	const rules = new Rules();
	rules.hold(feed.localName === "feed" && feed.namespaceURI === ATOM, "the root is a feed");
	const entries = children(feed, "entry");
	for (const parent of [feed, ...entries]) {
		const where = textIn(parent, "title").slice(0, 30);
		for (const name of ["id", "title", "updated"]) {
			rules.hold(children(parent, name).length === 1, `${where}: one ${name}`);
		}
		rules.hold(isAbsolute(textIn(parent, "id")), `${where}: an absolute id`);
		for (const name of ["updated", "published"]) {
			for (const date of children(parent, name)) {
				rules.hold(INSTANT.test(date.textContent ?? ""), `${where}: ${name} by RFC 3339`);
			}
		}
		const links = children(parent, "link").map((link) => {
			rules.hold(isAbsolute(link.getAttribute("href") ?? ""), `${where}: an absolute link`);
			return `${link.getAttribute("rel")} ${link.getAttribute("type")}`;
		});
		rules.hold(new Set(links).size === links.length, `${where}: a link of each kind`);
		for (const author of children(parent, "author")) {
			rules.hold(textIn(author, "name") !== "", `${where}: an author has a name`);
		}
		for (const category of children(parent, "category")) {
			rules.hold(category.getAttribute("term"), `${where}: a category has a term`);
		}
		for (const { namespaceURI, localName } of parent.children) {
			const known = namespaceURI === HISTORY ? ["archive"] : ELEMENTS;
			rules.hold(known.includes(localName), `${where}: no element ${localName}`);
		}
	}
	const ids = entries.map((entry) => textIn(entry, "id"));
	rules.hold(new Set(ids).size === ids.length, "each entry has an id of its own");
	rules.hold(
		children(feed, "author").length > 0 ||
			entries.every((entry) => children(entry, "author").length > 0),
		"authors in the feed, or in every entry",
	);
	rules.hold(linkOf(feed, "self"), "a link to itself");
	rules.hold(entries.length <= 50, "at most 50 entries");
	const archive = children(feed, "archive", HISTORY).length > 0;
	rules.hold(archive === Boolean(linkOf(feed, "current")), "an archive names its feed");
	rules.hold(archive || !linkOf(feed, "next-archive"), "nothing is newer than the feed");
	return rules.broken;
}

const ELEMENTS = [
	...["id", "title", "subtitle", "updated", "published", "author", "generator", "link"],
	...["entry", "category", "content"],
];

/** What breaks a rule of RSS 2.0 or of the RSS Advisory Board's profile. */
export function rssProblems(text: string): string[] {
	const root = readXml(text).documentElement;
	const rules = new Rules();
	const [channel] = children(root, "channel", null);
	if (root.localName !== "rss" || root.getAttribute("version") !== "2.0" || !channel) {
		return ["expected rss 2.0 with a channel"];
	}
	for (const name of ["title", "link", "description", "language", "lastBuildDate"]) {
		rules.hold(children(channel, name, null).length === 1, `one ${name}`);
	}
	rules.hold(isAbsolute(textIn(channel, "link", null)), "an absolute link");
	rules.hold(isAbsolute(linkOf(channel, "self") ?? ""), "a link to itself");
	const items = children(channel, "item", null);
	for (const item of items) {
		const where = textIn(item, "title", null).slice(0, 30);
		for (const name of ["title", "link", "guid", "pubDate", "description"]) {
			rules.hold(children(item, name, null).length === 1, `${where}: one ${name}`);
		}
		rules.hold(children(item, "author", null).length === 0, `${where}: no names where mail goes`);
		rules.hold(isAbsolute(textIn(item, "link", null)), `${where}: an absolute link`);
	}
	for (const element of [channel, ...items]) {
		for (const date of ["pubDate", "lastBuildDate"].flatMap((name) =>
			children(element, name, null),
		)) {
			const day = date.textContent ?? "";
			rules.hold(MAIL_DATE.test(day), `${day} by RFC 822`);
			rules.hold(new Date(day).toUTCString() === day, `${day} is the day of that date`);
		}
	}
	const ids = items.map((item) => textIn(item, "guid", null));
	rules.hold(new Set(ids).size === ids.length, "each item has an id of its own");
	rules.hold(items.length <= 50, "at most 50 items");
	return rules.broken;
}

const address = z.url();
const instant = z.string().regex(INSTANT);
const author = z.strictObject({ name: z.string().min(1) });

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), as far as papers need it. */
export const jsonFeedSchema = z.strictObject({
	version: z.literal("https://jsonfeed.org/version/1.1"),
	title: z.string().min(1),
	home_page_url: address,
	feed_url: address,
	description: z.string(),
	language: z.string(),
	authors: z.array(author).min(1),
	hubs: z.array(z.strictObject({ type: z.literal("WebSub"), url: address })).optional(),
	items: z
		.array(
			z.strictObject({
				id: z.string().min(1),
				url: address,
				title: z.string().min(1),
				content_html: z.string().min(1),
				date_published: instant.optional(),
				date_modified: instant,
				authors: z.array(author).min(1).optional(),
				tags: z.array(z.string()),
				language: z.string().optional(),
			}),
		)
		.max(50)
		.refine(
			(items) => new Set(items.map(({ id }) => id)).size === items.length,
			"ids of their own",
		),
});

function isAbsolute(text: string): boolean {
	return /^https?:\/\//.test(text) && URL.canParse(text);
}

class Rules {
	broken: string[] = [];

	hold(rule: unknown, name: string): void {
		if (!rule) this.broken.push(name);
	}
}
