import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { remark } from "remark";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { PapersJson } from "../../src/exports/papers-json.ts";
import { HARD } from "../hard-texts.ts";
import { validator } from "../html-rules.ts";
import { siteIn } from "../served.ts";
import { temporaryFolder } from "../site.ts";

const { folder, remove } = temporaryFolder();
const HOMES = {
	birds: "https://example.org/a/b/",
	first: "https://offprint.github.io/offprint/",
	hard: "https://example.org/x/y/",
} as const;
type Site = keyof typeof HOMES;
const sites = Object.keys(HOMES) as Site[];
const at = (site: Site, file: string) => path.join(folder, site, file);
const read = (site: Site, file: string) => readFileSync(at(site, file), "utf8");
const json = (site: Site, file: string) => JSON.parse(read(site, file));
const papersOf = (site: Site) => (json(site, "papers.json") as PapersJson).papers;
const htmlFiles = (site: Site) =>
	readdirSync(at(site, ""), { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".html"))
		.map((file) => file.replaceAll(path.sep, "/"));

/** The file of this site that an absolute address leads to; `undefined` for one of another place. */
function fileOf(site: Site, url: string): string | undefined {
	if (!url.startsWith(HOMES[site])) return undefined;
	const file = decodeURIComponent(url.slice(HOMES[site].length));
	return /(?:^|\/)$/.test(file) ? `${file}index.html` : file;
}

beforeAll(async () => {
	await siteIn("tests/fixtures/birds", at("birds", ""));
	await siteIn("content", at("first", ""));
	await siteIn(HARD, at("hard", ""));
});
afterAll(remove);

describe.each(sites)("programs read of %s", (site) => {
	test("JSON that its own schemas describe, and nothing that they do not", () => {
		const { parts } = json(site, "papers.json") as PapersJson;
		const files = [
			["papers", "papers.json"],
			["topics", "topics.json"],
			...parts.map((url) => ["part", fileOf(site, url) ?? ""] as const),
			...papersOf(site).map(({ id }) => ["paper", `papers/${id}.json`] as const),
		] as const;
		for (const [name, file] of files) {
			const schema = json(site, `schema/${name}.json`);
			expect(schema.$id).toBe(`${HOMES[site]}schema/${name}.json`);
			expect(() => z.fromJSONSchema(closed(schema)).parse(json(site, file)), file).not.toThrow();
		}
	});

	test("the same papers in papers.json, in its parts, in the topics and one by one", () => {
		const all: PapersJson = json(site, "papers.json");
		expect(all.parts.flatMap((url) => json(site, fileOf(site, url) ?? "").papers)).toEqual(
			all.papers,
		);
		for (const paper of all.papers) {
			const one = json(site, `papers/${paper.id}.json`);
			expect(one).toMatchObject(paper);
			expect(one.paragraphs.join("\n\n")).toBe(paper.abstract);
			for (const { url } of one.formats)
				expect(existsSync(at(site, fileOf(site, url) ?? ""))).toBe(true);
		}
		for (const { id, papers } of json(site, "topics.json").topics) {
			const having = all.papers.filter(({ topics }) => topics.includes(id));
			expect(papers).toEqual(having.map((paper) => paper.id));
		}
	});

	test("OpenAPI whose every path and schema is there", () => {
		const api = json(site, "openapi.json");
		const id = papersOf(site)[0]?.id ?? "";
		expect(api.openapi).toBe("3.1.0");
		expect(api.servers).toEqual([{ url: HOMES[site].slice(0, -1) }]);
		const paths = Object.keys(api.paths);
		expect(paths).toContain("/papers/{id}.md");
		for (const name of paths) {
			const file = name.replace("{id}", id).replace("{part}", "1").slice(1);
			expect(existsSync(at(site, file)), file).toBe(true);
		}
		for (const [, url = ""] of JSON.stringify(api).matchAll(/"\$ref":"([^"]+)"/g)) {
			expect(existsSync(at(site, fileOf(site, url) ?? "")), url).toBe(true);
		}
	});

	test("sitemaps of exactly the pages that there are, in XML, and as gzip", () => {
		expect(XMLValidator.validate(read(site, "sitemap-index.xml"))).toBe(true);
		expect(XMLValidator.validate(read(site, "sitemap-0.xml"))).toBe(true);
		expect(gunzipSync(readFileSync(at(site, "sitemap-0.xml.gz"))).toString()).toBe(
			read(site, "sitemap-0.xml"),
		);
		const parser = new XMLParser({ isArray: (name) => ["url", "sitemap"].includes(name) });
		expect(parser.parse(read(site, "sitemap-index.xml")).sitemapindex.sitemap).toEqual([
			{ loc: `${HOMES[site]}sitemap-0.xml` },
		]);
		const listed: string[] = parser
			.parse(read(site, "sitemap-0.xml"))
			.urlset.url.map(({ loc }: { loc: string }) => fileOf(site, loc));
		const pages = htmlFiles(site).filter(
			(file) =>
				!/^(?:404\.html|(?:search|saved|offline)\/)/.test(file) &&
				!read(site, file).includes('http-equiv="refresh"'),
		);
		expect(listed.sort()).toEqual(pages.sort());
		expect(read(site, "robots.txt")).toContain(`\nSitemap: ${HOMES[site]}sitemap-index.xml\n`);
	});

	test("llms.txt in the form of llmstxt.org, whose links lead somewhere", () => {
		const text = read(site, "llms.txt");
		const { children } = remark().parse(text);
		expect(children.slice(0, 3).map(({ type }) => type)).toEqual([
			"heading",
			"blockquote",
			"paragraph",
		]);
		const links = [...text.matchAll(/^- \[.*\]\((\S+)\)(?::|$)/gm)].map(([, url = ""]) => url);
		expect(links.length).toBeGreaterThan(papersOf(site).length);
		for (const url of links) expect(existsSync(at(site, fileOf(site, url) ?? "")), url).toBe(true);
	});

	test("heads whose links to this site lead somewhere, and whose data parse", () => {
		for (const file of htmlFiles(site)) {
			const { links, data, strays } = headOf(read(site, file));
			for (const { rel = "", href = "" } of links) {
				const target = fileOf(site, new URL(href, HOMES[site]).href);
				if (target && rel !== "canonical") expect(existsSync(at(site, target)), href).toBe(true);
			}
			for (const text of data) expect(JSON.parse(text)["@context"]).toBe("https://schema.org");
			expect(strays, file).toEqual([]);
		}
	});
});

test("a paper tells search engines what it is", () => {
	const { data, links } = headOf(read("birds", "papers/10.1000-swifts/index.html"));
	expect(data.map((text) => JSON.parse(text))).toMatchInlineSnapshot(`
		[
		  {
		    "@context": "https://schema.org",
		    "@id": "https://example.org/a/b/papers/10.1000-swifts/",
		    "@type": "ScholarlyArticle",
		    "abstract": "Swifts migrate without landing, for 10^3 hours, and cost $5 to tag. See the list or write to https://example.org/tags.

		A second paragraph on <wings>.",
		    "author": [
		      {
		        "@type": "Person",
		        "name": "Ada O'Finch",
		      },
		      {
		        "@type": "Person",
		        "name": "Émile Rossignol",
		      },
		    ],
		    "datePublished": "2024-02-29",
		    "headline": "Swifts sleep on the wing: x^2 & <b>bold</b> claims",
		    "identifier": [
		      {
		        "@type": "PropertyValue",
		        "propertyID": "DOI",
		        "value": "10.1000/swifts",
		      },
		    ],
		    "image": "https://example.org/a/b/cards/papers/10.1000-swifts.png",
		    "inLanguage": "en-GB",
		    "isPartOf": [
		      {
		        "@id": "https://example.org/a/b/",
		        "@type": "Collection",
		        "name": "Field Notes on Birds",
		        "url": "https://example.org/a/b/",
		      },
		      {
		        "@type": "Periodical",
		        "name": "Journal of Ornithology",
		      },
		    ],
		    "keywords": [
		      "Migration",
		    ],
		    "sameAs": [
		      "https://doi.org/10.1000/swifts",
		    ],
		    "url": "https://example.org/a/b/papers/10.1000-swifts/",
		  },
		]
	`);
	const rels = /^(?:cite-as|type|author|describedby|item|license)$/;
	expect(
		links.filter(({ rel = "" }) => rels.test(rel)).map(({ rel, href, type }) => [rel, href, type]),
	).toMatchInlineSnapshot(`
		[
		  [
		    "cite-as",
		    "https://doi.org/10.1000/swifts",
		    undefined,
		  ],
		  [
		    "type",
		    "https://schema.org/AboutPage",
		    undefined,
		  ],
		  [
		    "type",
		    "https://schema.org/ScholarlyArticle",
		    undefined,
		  ],
		  [
		    "author",
		    "/a/b/authors/ada-ofinch/",
		    undefined,
		  ],
		  [
		    "author",
		    "/a/b/authors/emile-rossignol/",
		    undefined,
		  ],
		  [
		    "describedby",
		    "/a/b/papers/10.1000-swifts.json",
		    "application/json",
		  ],
		  [
		    "describedby",
		    "/a/b/papers/10.1000-swifts.md",
		    "text/markdown",
		  ],
		  [
		    "describedby",
		    "/a/b/papers/10.1000-swifts.bib",
		    "application/x-bibtex",
		  ],
		  [
		    "describedby",
		    "/a/b/papers/10.1000-swifts.ris",
		    "application/x-research-info-systems",
		  ],
		  [
		    "describedby",
		    "/a/b/papers/10.1000-swifts.csl.json",
		    "application/vnd.citationstyles.csl+json",
		  ],
		]
	`);
});

test("the home page says how the site is searched, a list what it lists", () => {
	const dataOf = (file: string) => headOf(read("birds", file)).data.map((text) => JSON.parse(text));
	expect(dataOf("index.html")).toMatchInlineSnapshot(`
		[
		  {
		    "@context": "https://schema.org",
		    "@type": "WebSite",
		    "name": "Field Notes on Birds",
		    "potentialAction": {
		      "@type": "SearchAction",
		      "query-input": "required name=q",
		      "target": "https://example.org/a/b/search/?q={q}",
		    },
		    "url": "https://example.org/a/b/",
		  },
		]
	`);
	expect(dataOf("dates/2024/02/29/index.html")).toMatchInlineSnapshot(`
		[
		  {
		    "@context": "https://schema.org",
		    "@type": "CollectionPage",
		    "inLanguage": "en-GB",
		    "mainEntity": {
		      "@type": "ItemList",
		      "itemListElement": [
		        {
		          "@type": "ListItem",
		          "position": 1,
		          "url": "https://example.org/a/b/papers/10.1000-swifts/",
		        },
		      ],
		      "numberOfItems": 1,
		    },
		    "name": "29 February 2024",
		    "url": "https://example.org/a/b/dates/2024/02/29/",
		  },
		]
	`);
});

test("hostile texts stay text in JSON-LD, whole", () => {
	for (const { id, title, abstract } of papersOf("hard")) {
		const { data } = headOf(read("hard", `papers/${id}/index.html`));
		expect(data).toHaveLength(1);
		const article = JSON.parse(data[0] ?? "");
		expect(article.abstract, id).toBe(abstract);
		if (id !== "math") expect(article.headline, id).toBe(title.replace(/\s+/g, " ").trim());
	}
});

test("what was mended in any source of a paper is told, on its page and to programs", () => {
	const [, repairs = ""] =
		/<details class="repairs">(.*?)<\/details>/s.exec(read("hard", "papers/percent/index.html")) ??
		[];
	expect(
		repairs
			.replace(/<(?!\/?code)[^>]*>|\s+/g, " ")
			.replace(/ +/g, " ")
			.trim(),
	).toMatchInlineSnapshot(
		`"This text was repaired in 2 places TeX was lost on the way from its sources. What stood there, and what stands here now: <code>100 &lt;i&gt;%&lt;/i&gt;</code> → 100 % <code>C\\plus</code> → C++"`,
	);
	expect(json("hard", "papers/percent.json").otherSources).toMatchInlineSnapshot(`
		[
		  {
		    "listed": null,
		    "listing": "second.bib",
		    "repairs": [],
		  },
		  {
		    "listed": null,
		    "listing": "third.ris",
		    "repairs": [
		      {
		        "from": "100 <i>%</i>",
		        "to": "100 %",
		      },
		      {
		        "from": "C\\plus",
		        "to": "C++",
		      },
		    ],
		  },
		]
	`);
});

test("a paper as Markdown: formulas as TeX, what people wrote as text", () => {
	expect(read("birds", "papers/10.1000-swifts.md")).toMatchInlineSnapshot(`
		"# Swifts sleep on the wing: $x^2$ & \\<b>bold\\</b> claims

		Ada O'Finch, Émile Rossignol · Journal of Ornithology · 29 February 2024

		Swifts migrate without landing, for $10^3$ hours, and cost \\$5 to tag. See [the list](https://example.org/a/b/topics/migration/) or write to <https://example.org/tags>.

		A second paragraph on \\<wings>.

		## Notes

		* One note.
		* Another, with \`code\`.

		***

		Topics: Migration

		* [This paper’s page](https://example.org/a/b/papers/10.1000-swifts/)
		* [DOI](https://doi.org/10.1000/swifts)
		* [Code](https://codeberg.org/swifts/sleep)
		"
	`);
	for (const { id, title } of papersOf("hard")) {
		const text = read("hard", `papers/${id}.md`);
		const tree = remark().parse(text);
		const kinds = new Set(JSON.stringify(tree).match(/"type":"[a-zA-Z]+"/g));
		expect(kinds.has('"type":"html"') || kinds.has('"type":"image"'), id).toBe(false);
		const [heading] = tree.children;
		expect(heading).toMatchObject({ type: "heading", depth: 1 });
		if (id !== "math") expect(words(heading), id).toBe(title.replace(/\s+/g, " ").trim());
	}
});

test("every page of hard texts is valid HTML", async () => {
	const problems: string[] = [];
	for (const file of htmlFiles("hard")) {
		const { results } = await validator.validateFile(at("hard", file));
		for (const { line, message } of results.flatMap(({ messages }) => messages)) {
			problems.push(`${file}:${line} ${message}`);
		}
	}
	expect(problems).toEqual([]);
});

/** A schema in which no object takes other keys than those that it names. */
function closed(schema: unknown): z.core.JSONSchema.JSONSchema {
	return JSON.parse(JSON.stringify(schema), (_, value) =>
		value && typeof value === "object" && value.type === "object" && value.properties
			? { ...value, additionalProperties: false }
			: value,
	);
}

type Element = DefaultTreeAdapterTypes.Element;

/** The links and the JSON-LD of a page's head, and what a broken tag left in it. */
function headOf(html: string): {
	links: Record<string, string>[];
	data: string[];
	strays: string[];
} {
	const root = parse(html).childNodes.find((node) => node.nodeName === "html") as Element;
	const head = root.childNodes.find((node) => node.nodeName === "head") as Element;
	const elements = head.childNodes.filter((node): node is Element => "tagName" in node);
	const attributes = ({ attrs }: Element) =>
		Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
	const texts = (node: Element) =>
		node.childNodes.map((child) => ("value" in child ? child.value : "")).join("");
	const known = ["meta", "title", "link", "style", "script"];
	return {
		links: elements.filter(({ tagName }) => tagName === "link").map(attributes),
		data: elements
			.filter((element) => attributes(element).type === "application/ld+json")
			.map(texts),
		strays: elements.map(({ tagName }) => tagName).filter((name) => !known.includes(name)),
	};
}

function words(node: unknown): string {
	const { value, children = [] } = node as { value?: string; children?: unknown[] };
	return value ?? children.map(words).join("");
}
