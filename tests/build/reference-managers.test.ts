import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plainTitle } from "../../src/entry/title.ts";
import type { PapersJson, PublicPaper } from "../../src/exports/papers-json.ts";
import { HARD } from "../hard-texts.ts";
import { savedFromList, savedFromPage } from "../reference-manager.ts";
import { siteIn } from "../served.ts";
import { temporaryFolder } from "../site.ts";

const { folder, remove } = temporaryFolder();
const SITES = ["birds", "first", "hard"] as const;
const at = (site: string, file: string) => path.join(folder, site, file);
const read = (site: string, file: string) => readFileSync(at(site, file), "utf8");
const papersOf = (site: string) => (JSON.parse(read(site, "papers.json")) as PapersJson).papers;
const pageOf = (site: string, { id }: PublicPaper) =>
	savedFromPage(read(site, `papers/${id}/index.html`));

beforeAll(async () => {
	await siteIn("tests/fixtures/birds", at("birds", ""));
	await siteIn("content", at("first", ""));
	await siteIn(HARD, at("hard", ""));
});
afterAll(remove);

const line = (text: string) => text.replace(/\s+/g, " ").trim();
const names = (paper: PublicPaper) => paper.authors.map(line);

describe.each(SITES)("a reference manager saves from %s", (site) => {
	test("each paper's page: title, authors in order, date, DOI, abstract and address", () => {
		const papers = papersOf(site);
		expect(papers.length).toBeGreaterThan(2);
		for (const paper of papers) {
			expect(pageOf(site, paper), paper.id).toMatchObject({
				title: line(plainTitle(paper.title)),
				creators: names(paper)
					.flatMap((name) => name.split(/\s*;\s*/))
					.filter(Boolean),
				date: paper.date ?? "",
				doi: paper.links.doi ? decodeURIComponent(new URL(paper.links.doi).pathname.slice(1)) : "",
				url: paper.url,
				...(paper.abstract ? { abstract: line(paper.abstract) } : {}),
			});
		}
	});

	test("whole lists, each paper once, with title, authors, date, DOI and address", () => {
		const papers = new Map(papersOf(site).map((paper) => [paper.url, paper]));
		const lists = readdirSync(at(site, ""), { recursive: true, encoding: "utf8" }).filter((file) =>
			/^(?:papers|papers\/(?:page\/\d+|discussed)|topics\/[^/]+(?:\/page\/\d+)?|dates\/(?:undated|\d+\/\d+\/\d+)|organizations\/[^/]+|authors\/[^/]+)\/index\.html$/.test(
				file,
			),
		);
		const saved = new Set<string>();
		for (const file of lists) {
			const html = read(site, file);
			const items = savedFromList(html);
			const shown = html.match(/<article class="paper-item"/g)?.length ?? 0;
			expect(items.length, file).toBe(shown);
			for (const item of items) {
				saved.add(item.url);
				const paper = papers.get(item.url);
				if (!paper) throw new Error(`${file}: no paper has the address ${item.url}`);
				const by = paper.organization && [`[${paper.organization.name}]`];
				expect(item, `${paper.id} in ${file}`).toMatchObject({
					// A plus sign is a space to them, however it is written.
					title: line(plainTitle(paper.title)).replaceAll("+", " "),
					creators: paper.authors.length > 0 ? names(paper) : (by ?? []),
					date: paper.date ?? "",
					doi: paper.links.doi
						? decodeURIComponent(new URL(paper.links.doi).pathname.slice(1))
						: "",
				});
			}
		}
		expect(saved.size).toBe(papers.size);
	});
});

test("a paper is what its venue says: an article, a conference paper, a preprint", () => {
	const kinds = papersOf("hard")
		.filter(({ id }) => ["cdata", "script", "direction", "emoji", "past", "math"].includes(id))
		.map((paper) => {
			const { type, venue } = pageOf("hard", paper);
			return `${paper.id}: ${type}, ${venue}`;
		});
	expect(kinds).toMatchInlineSnapshot(`
		[
		  "past: journalArticle, Philosophical Transactions",
		  "script: conferencePaper, Workshop on </script>",
		  "cdata: journalArticle, Journal of ]]> & Co",
		  "math: journalArticle, ",
		  "direction: conferencePaper, NeurIPS 2024",
		  "emoji: preprint, ",
		]
	`);
});

test("the number of authors is not taken for an author", () => {
	const counted = papersOf("first").filter(
		({ authors, authorCount }) => !authors[0] && authorCount,
	);
	expect(counted.length).toBeGreaterThan(20);
	for (const paper of counted) expect(pageOf("first", paper).creators, paper.id).toEqual([]);
});
