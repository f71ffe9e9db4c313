import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../site.ts";
import { censusOf, contentOf, differences, PLACES, sizeOf } from "./outputs.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);
let site = folder;
beforeEach(({ task }) => {
	site = path.join(folder, task.id);
	mkdirSync(site);
});

function write(file: string, text: string): void {
	mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
	writeFileSync(path.join(site, file), text);
}

test("each file that differs is named", () => {
	write("a.html", "a");
	write("gone.html", "gone");
	write("deep/b.html", "b");
	write("offline.json", '{"version":1,"pages":1}');
	const before = contentOf(site);
	expect(differences(before, contentOf(site))).toEqual([]);

	write("deep/b.html", "B");
	write("offline.json", '{"version":1,"pages":2}');
	const now = contentOf(site);
	now.delete("gone.html");
	now.set("new.html", "0");
	expect(differences(before, now).join("\n")).toMatchInlineSnapshot(`
		"deep/b.html is another
		gone.html is only in the first
		new.html is only in the second
		offline.json is another"
	`);
});

test("an output is counted in files and bytes", () => {
	write("a.html", "12345");
	write("deep/b.html", "ü");
	expect(sizeOf(site)).toEqual({ files: 2, bytes: 7 });
});

test("a paper counts where its page has its title as heading, formulas and marks aside", () => {
	const page = (id: string, html: string) => write(`papers/${id}/index.html`, html);
	page("wren", "<title>x</title><h1>The <em>wren’s</em>\n song &amp; call</h1><h1>2</h1>");
	page("swift", "<h1>Speed <math><mi>x</mi></math> of swifts</h1>");
	page("owl", "<h1>Another owl</h1>");
	page("page", "<p>no heading</p>");
	page("page/2", "<h1>All papers</h1>");
	for (const file of [
		...["topics/song/index.html", "topics/song/page/2/index.html", "topics/index.html"],
		...["dates/2026/index.html", "dates/2026/05/index.html", "dates/2026/05/01/index.html"],
		...["dates/index.html", "dates/2026/w20/index.html", "feed.xml", "topics/song/feed.xml"],
	]) {
		write(file, "");
	}
	const titles = new Map([
		["wren", "The wren's song & call"],
		["swift", "Speed  of swifts"],
		["owl", "The owl"],
		["kite", "Not there"],
	]);
	expect(censusOf(site, PLACES, titles)).toEqual({
		papers: 2,
		topics: 1,
		dates: 3,
		feeds: 2,
		pages: 2,
	});
});
