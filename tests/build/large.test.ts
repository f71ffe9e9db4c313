import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildModel } from "../../src/collection/model.ts";
import { otherFiles } from "../../src/collection/site-pages.ts";
import { contentFolder } from "../../src/entry/folder.ts";
import { readContent } from "../../src/entry/read-content.ts";
import type { PapersJson } from "../../src/exports/papers-json.ts";
import { build, temporaryFolder } from "../site.ts";

const PAPERS = 30;
const { folder, remove } = temporaryFolder();
const content = path.join(folder, "content");
const home = "https://example.org/a/b/";

/** The most files that a host takes, at which each paper of the collection still has files of its own. */
let enough = 0;
const outputs: Record<string, string> = {};

beforeAll(async () => {
	writeCollection();
	const { collection, topics, entries } = readContent(contentFolder(content));
	enough = PAPERS * 5 + otherFiles(buildModel(collection, topics, entries)) + 500;
	for (const [name, most] of [
		["below", enough],
		["above", enough - 1],
	] as const) {
		const settings = { OFFPRINT_MOST_FILES: String(most), OFFPRINT_MOST_PAPERS: "10" };
		const { code, output } = await build(content, path.join(folder, name), { env: settings });
		if (code !== 0) throw new Error(output);
		outputs[name] = output;
	}
});
afterAll(remove);

const at = (site: string, file: string) => path.join(folder, site, file);
const read = (site: string, file: string) => readFileSync(at(site, file), "utf8");
const files = (site: string) =>
	readdirSync(at(site, ""), { recursive: true, encoding: "utf8" }).filter((file) =>
		/\.\w+$/.test(file),
	);
const told = (site: string) =>
	(outputs[site] ?? "")
		.split("\n")
		.filter((line) => /\bfiles?\b/.test(line))
		.map((line) => line.replace(/^.*\[build-report\] /, "").replace(/[\d,]{3,} files/, "… files"))
		.map((line) => line.replace(/^30 papers on .* pages: (… files), .*$/, "$1"));

describe.each(["below", "above"])("just %s the number of files that a host takes", (site) => {
	test("every link of every page leads to what is there", () => {
		const broken = files(site)
			.filter((file) => file.endsWith(".html") && file !== "404.html")
			.flatMap((file) =>
				[...read(site, file).matchAll(/\b(?:href|src)="([^"]*)"/g)]
					.map(([, link = ""]) => new URL(link.replaceAll("&amp;", "&"), home + file).href)
					.filter((link) => link.startsWith(home))
					.map((link) => decodeURI(link.slice(home.length)).replace(/[?#].*/, ""))
					.map((link) => (/(?:^|\/)$/.test(link) ? `${link}index.html` : link))
					.filter((link) => !existsSync(at(site, link)))
					.map((link) => `${file}: ${link}`),
			);
		expect(broken).toEqual([]);
	});

	test("OpenAPI, the page for programs and llms.txt name what is there", () => {
		const paths = Object.keys(JSON.parse(read(site, "openapi.json")).paths);
		for (const name of paths) {
			const file = name.slice(1).replace("{id}", "paper-1").replace("{part}", "1");
			expect(existsSync(at(site, file)), file).toBe(true);
		}
		expect(paths.includes("/papers/{id}.md")).toBe(site === "below");
		for (const [, link = ""] of read(site, "llms.txt").matchAll(/\]\((\S+?)\)/g)) {
			const file = link.slice(home.length).replace(/(^|\/)$/, "$1index.html");
			expect(existsSync(at(site, file)), link).toBe(true);
		}
	});

	test("papers.json says how many papers there are, and its parts have all", () => {
		const { total, papers, parts }: PapersJson = JSON.parse(read(site, "papers.json"));
		expect([total, papers.length]).toEqual([PAPERS, 10]);
		const all = parts.flatMap((part) => JSON.parse(read(site, part.slice(home.length))).papers);
		expect(all.map(({ id }: { id: string }) => id)).toHaveLength(PAPERS);
		expect(all.slice(0, 10)).toEqual(papers);
	});

	test("the search and the copy for reading offline have every paper", () => {
		const records = files(site).filter((file) => file.endsWith(".pf_fragment"));
		expect(records).toHaveLength(PAPERS);
		expect(JSON.parse(read(site, "offline.json")).papers).toBe(PAPERS);
	});

	test("each paper is cited from the page itself", () => {
		const [, shard] = /data-cite="(\d+)"/.exec(read(site, "papers/paper-1/index.html")) ?? [];
		const { papers } = JSON.parse(read(site, `cite/${shard}.json`));
		expect(papers["paper-1"].bibtex).toMatch(/^@misc\{/);
		expect(Object.keys(papers["paper-1"])).toHaveLength(8);
	});
});

test("files of single papers are there below, left out above, and the build says so", () => {
	const own = (site: string) =>
		files(site).filter((file) => /^papers\/paper-\d+\.(?:json|md|bib|ris|csl\.json)$/.test(file))
			.length;
	expect([own("below"), own("above")]).toEqual([PAPERS * 5, 0]);
	expect(told("below")).toMatchInlineSnapshot(`
		[
		  "… files",
		]
	`);
	expect(told("above")).toMatchInlineSnapshot(`
		[
		  "… files",
		  "the files of each paper (papers/<id>.json, .md, .bib …) are left out: with them there would be up to … files, and some hosts take at most 1,662. papers/part/, papers.bib, .ris, .csl.json and cite/ have the same data. Where your host takes more, say so: OFFPRINT_MOST_FILES=100000",
		]
	`);
	expect(files("below").length).toBeLessThanOrEqual(enough);
});

test("a build that nobody watches says what it has made in a few lines, and how long each stage took", () => {
	const numbers = (line: string) => line.replace(/\d[\d,.]*/g, "#");
	const lines = (outputs.below ?? "").trim().split("\n");
	// A busy machine has slow pages, which are named.
	expect(lines.filter((line) => !line.startsWith("slow")).map(numbers)).toMatchInlineSnapshot(`
		[
		  "# papers on # pages: # files, # MB",
		  "# s: entries # program # pages # search index # offline copy #",
		]
	`);
});

/** Papers of several years, topics and authors, as short as can be. */
function writeCollection(): void {
	mkdirSync(path.join(content, "papers"), { recursive: true });
	const write = (name: string, text: string) => writeFileSync(path.join(content, name), text);
	write("collection.yaml", `title: Large\ntagline: Many papers.\nurl: ${home}\n`);
	write("topics.yaml", "- id: owls\n  name: Owls\n  description: Of owls.\n  terms: [owls]\n");
	for (let index = 0; index < PAPERS; index += 1) {
		const date = `20${10 + (index % 12)}-0${1 + (index % 9)}-11`;
		const front = `title: Paper ${index}\ndate: ${date}\nauthors: [Ada Finch ${index % 7}]\ntopics: [owls]\n`;
		write(`papers/paper-${index}.mdx`, `---\n${front}---\n\nAn abstract.\n`);
	}
}
