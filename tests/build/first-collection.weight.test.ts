import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PapersJson } from "../../src/exports/papers-json.ts";
import { siteIn } from "../served.ts";
import { temporaryFolder } from "../site.ts";

const { folder, remove } = temporaryFolder();
const dist = path.join(folder, "dist");

beforeAll(() => siteIn("content", dist));
afterAll(remove);

test("the home page and a paper's page weigh at most 12 kB compressed, with their styles and scripts", () => {
	const compressed = (file: string) => gzipSync(readFileSync(path.join(dist, file))).length;
	const papers = readFileSync(path.join(dist, "papers.json"), "utf8");
	const { papers: all }: PapersJson = JSON.parse(papers);
	const pages = ["index.html", ...all.map(({ id }) => `papers/${id}/index.html`)];
	for (const page of pages) {
		const html = readFileSync(path.join(dist, page), "utf8");
		const assets = [...html.matchAll(/(?:href|src)="\/[^"]*?(_astro\/[^"]+)"/g)].map(
			([, file = ""]) => file,
		);
		const bytes = [page, ...new Set(assets)].reduce((sum, file) => sum + compressed(file), 0);
		expect(bytes, page).toBeLessThanOrEqual(12_000);
	}
});
