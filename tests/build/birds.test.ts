import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { parse } from "yaml";
import type { PapersJson } from "../../src/exports/papers-json.ts";
import { siteIn } from "../served.ts";
import { temporaryFolder } from "../site.ts";

const { folder, remove } = temporaryFolder();
const dist = path.join(folder, "dist");
const html = (page: string) => readFileSync(path.join(dist, page, "index.html"), "utf8");
const files = () =>
	readdirSync(dist, { recursive: true, withFileTypes: true })
		.filter((item) => item.isFile())
		.map((item) => path.relative(dist, path.join(item.parentPath, item.name)));

beforeAll(() => siteIn("tests/fixtures/birds", dist));
afterAll(remove);

describe("another collection is another site", () => {
	test("its title, tagline and topics stand on the front page", () => {
		const page = html("");
		expect(page).toContain("<h1>Field Notes on Birds</h1>");
		expect(page).toContain("Ornithology, a paper at a time.");
		for (const topic of ["Migration", "Song", "Nests &#38; &#60;eggs&#62;"])
			expect(page).toMatch(asText(topic));
	});

	test("no word of the first collection stands in the program", () => {
		const { title, tagline } = parse(readFileSync("content/collection.yaml", "utf8"));
		const pages = files().filter((file) => /\.(?:html|js|css|json)$/.test(file));
		for (const page of pages) {
			const text = readFileSync(path.join(dist, page), "utf8");
			for (const word of [title, tagline, "tokeniz", "turkish", "AK and the"]) {
				expect(text.toLowerCase().includes(word.toLowerCase()), `${word} in ${page}`).toBe(false);
			}
		}
	});
});

test("every page that the addresses promise is there", () => {
	const pages = files().filter((file) => file.endsWith(".html"));
	expect(pages.sort()).toMatchInlineSnapshot(`
		[
		  "404.html",
		  "about/index.html",
		  "api/index.html",
		  "authors/ada-ofinch/index.html",
		  "authors/emile-rossignol/index.html",
		  "authors/index.html",
		  "dates/2023/12/31/index.html",
		  "dates/2023/12/index.html",
		  "dates/2023/index.html",
		  "dates/2023/w52/index.html",
		  "dates/2024/02/29/index.html",
		  "dates/2024/02/index.html",
		  "dates/2024/index.html",
		  "dates/2024/w09/index.html",
		  "dates/index.html",
		  "dates/undated/index.html",
		  "index.html",
		  "offline/index.html",
		  "organizations/index.html",
		  "organizations/rspb/index.html",
		  "papers/10.1000-swifts/index.html",
		  "papers/discussed/index.html",
		  "papers/index.html",
		  "papers/rtl/index.html",
		  "papers/swifts-sleep/index.html",
		  "papers/wren/index.html",
		  "saved/index.html",
		  "search/index.html",
		  "stats/index.html",
		  "titles/index.html",
		  "titles/s/index.html",
		  "titles/t/index.html",
		  "titles/ه/index.html",
		  "topics/empty/discussed/index.html",
		  "topics/empty/index.html",
		  "topics/index.html",
		  "topics/migration/discussed/index.html",
		  "topics/migration/index.html",
		  "topics/song/discussed/index.html",
		  "topics/song/index.html",
		]
	`);
});

test("every link within the site leads to a page or file that is there", () => {
	const broken: string[] = [];
	for (const file of files().filter((name) => name.endsWith(".html"))) {
		const text = readFileSync(path.join(dist, file), "utf8");
		for (const [, target = ""] of text.matchAll(/\b(?:href|src|action)="([^"]*)"/g)) {
			if (/^(?:https?:|mailto:|#)/.test(target)) continue;
			const inside = target.startsWith("/a/b/")
				? decodeURI(target.slice("/a/b/".length))
				: undefined;
			const [pathOnly = ""] = (inside ?? "").split(/[?#]/);
			const at = path.join(
				dist,
				pathOnly,
				pathOnly === "" || pathOnly.endsWith("/") ? "index.html" : "",
			);
			if (inside === undefined || !existsSync(at)) broken.push(`${file}: ${target}`);
		}
	}
	expect(broken).toEqual([]);
});

describe("a paper's page", () => {
	const page = () => html("papers/10.1000-swifts");

	test("shows what people wrote as text, and math as MathML", () => {
		expect(page()).toContain("&lt;b&gt;bold&lt;/b&gt; claims");
		expect(page()).toContain("<math>");
		expect(page()).toContain("cost $5 to tag");
		expect(page()).toContain("on &#x3C;wings>");
		expect(page().replace(/"[^"]*"/g, "")).not.toContain("<b>");
	});

	test("names its authors, venue, date, comments and links", () => {
		for (const words of [
			'<a href="/a/b/authors/ada-ofinch/">Ada O&#39;Finch</a>, ',
			'<a href="/a/b/authors/emile-rossignol/">Émile Rossignol</a>',
			"Journal of Ornithology",
			"29 February 2024",
			"1 comment<",
			'href="https://doi.org/10.1000/swifts"',
			'href="https://codeberg.org/swifts/sleep"',
		]) {
			expect(page()).toContain(words);
		}
	});

	test("links within the site go through the base path", () => {
		expect(page()).toContain('<a href="/a/b/topics/migration/">the list</a>');
		expect(html("about")).toContain('<a href="/a/b/papers/">all papers</a>');
	});

	test("keeps notes apart from the abstract, below the title", () => {
		expect(page()).toMatch(/<h2>Notes<\/h2>\s*<ul>/);
	});

	test("leads to the papers before and after it", () => {
		expect(html("papers/wren")).toMatch(/class="newer" href="\/a\/b\/papers\/10\.1000-swifts\/"/);
		expect(html("papers/wren")).toMatch(/class="older" href="\/a\/b\/papers\/rtl\/"/);
	});

	test("says what language it is in, where that is another", () => {
		expect(html("papers/rtl")).toContain('<h1 lang="ar" dir="auto">');
		expect(html("papers/wren")).toContain('<h1 dir="auto">');
	});
});

test("a former id redirects to the paper", () => {
	const page = html("papers/swifts-sleep");
	expect(page).toContain('content="0;url=/a/b/papers/10.1000-swifts/"');
	expect(page).toContain('rel="canonical" href="https://example.org/a/b/papers/10.1000-swifts/"');
});

test("papers.json keeps its contract", () => {
	const json: PapersJson = JSON.parse(readFileSync(path.join(dist, "papers.json"), "utf8"));
	expect(json).toMatchInlineSnapshot(`
		{
		  "papers": [
		    {
		      "abstract": "Swifts migrate without landing, for 10^3 hours, and cost $5 to tag. See the list or write to https://example.org/tags.

		A second paragraph on <wings>.",
		      "authorCount": 2,
		      "authors": [
		        "Ada O'Finch",
		        "Émile Rossignol",
		      ],
		      "commentCount": 1,
		      "date": "2024-02-29",
		      "id": "10.1000-swifts",
		      "links": {
		        "code": "https://codeberg.org/swifts/sleep",
		        "doi": "https://doi.org/10.1000/swifts",
		      },
		      "organization": null,
		      "title": "Swifts sleep on the wing: $x^2$ & <b>bold</b> claims",
		      "topics": [
		        "migration",
		      ],
		      "url": "https://example.org/a/b/papers/10.1000-swifts/",
		    },
		    {
		      "abstract": "A small bird sings loudly. The wren is smaller than its voice.",
		      "authorCount": 3,
		      "authors": [],
		      "commentCount": null,
		      "date": "2023-12-31",
		      "id": "wren",
		      "links": {},
		      "organization": {
		        "handle": "rspb",
		        "name": "Society for Birds",
		      },
		      "title": "The wren’s loud song",
		      "topics": [
		        "song",
		      ],
		      "url": "https://example.org/a/b/papers/wren/",
		    },
		    {
		      "abstract": "دراسة عن هجرة الطيور.",
		      "authorCount": null,
		      "authors": [],
		      "commentCount": null,
		      "date": null,
		      "id": "rtl",
		      "links": {},
		      "organization": null,
		      "title": "هجرة الطيور 🐦",
		      "topics": [],
		      "url": "https://example.org/a/b/papers/rtl/",
		    },
		  ],
		  "parts": [
		    "https://example.org/a/b/papers/part/1.json",
		  ],
		  "topics": [
		    {
		      "id": "migration",
		      "name": "Migration",
		    },
		    {
		      "id": "song",
		      "name": "Song",
		    },
		    {
		      "id": "empty",
		      "name": "Nests & <eggs>",
		    },
		  ],
		  "total": 3,
		  "version": 1,
		}
	`);
});

test("the search index holds the papers and nothing else", () => {
	const entry = JSON.parse(readFileSync(path.join(dist, "pagefind/pagefind-entry.json"), "utf8"));
	const counts = Object.values(entry.languages as Record<string, { page_count: number }>);
	expect(counts.map(({ page_count }) => page_count)).toEqual([3]);
});

test("nothing of the build is left beside the output", () => {
	const built = inject("builtSites")["tests/fixtures/birds"] ?? "";
	expect(readdirSync(path.dirname(built))).toEqual([path.basename(built)]);
});

function asText(encoded: string): RegExp {
	const chars = encoded.replaceAll("&#38;", "&").replaceAll("&#60;", "<").replaceAll("&#62;", ">");
	const pattern = chars
		.replaceAll("&", "&(?:amp|#38);")
		.replaceAll("<", "&(?:lt|#60);")
		.replaceAll(">", "&(?:gt|#62);");
	return new RegExp(pattern);
}
