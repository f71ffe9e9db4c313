import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { temporaryFolder } from "../../tests/site.ts";
import { type Entry, readEntry } from "../entry/read.ts";
import type { KnownEntry } from "../entry/read-content.ts";
import { identityOf } from "../paper/same-paper.ts";
import { entryCache } from "./entry-cache.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);
const text = (title: string) =>
	`---\ntitle: ${title}\ndate: 2024-05-02\nauthors:\n  - Ada Lovelace\nlinks:\n  doi: https://doi.org/10.1000/a\n---\n\nOn birds.\n`;
const read = (title: string) => {
	const entry = readEntry("papers/wren.mdx", text(title)).entry as Entry;
	return { entry, identity: () => identityOf(entry.paper), facts: `facts of ${title}` };
};
const said = (known: KnownEntry | undefined) => known && { ...known, identity: known.identity() };

test("an entry is known by its text, in this process and in the next", () => {
	const cache = entryCache(folder, "now");
	expect(cache.recall("papers/wren.mdx", text("Wrens"))).toBeUndefined();
	cache.keep("papers/wren.mdx", text("Wrens"), read("Wrens"));
	cache.save();
	for (const known of [cache, entryCache(folder, "now")]) {
		expect(said(known.recall("papers/wren.mdx", text("Wrens")))).toEqual(said(read("Wrens")));
		expect(known.recall("papers/wren.mdx", text("Wrens, edited"))).toBeUndefined();
		expect(known.recall("papers/robin.mdx", text("Wrens"))).toBeUndefined();
	}
	expect(entryCache(folder, "later").recall("papers/wren.mdx", text("Wrens"))).toBeUndefined();
});

test("what was not asked for is kept no longer", () => {
	entryCache(folder, "now").save();
	const cache = entryCache(folder, "now");
	cache.recall("papers/robin.mdx", text("Robins"));
	cache.keep("papers/wren.mdx", text("Wrens"), read("Wrens"));
	cache.save();
	const next = entryCache(folder, "now");
	// Opens the file in which it is, and asks for another.
	expect(next.recall("papers/wren.mdx", text("Other"))).toBeUndefined();
	next.save();
	expect(entryCache(folder, "now").recall("papers/wren.mdx", text("Wrens"))).toBeUndefined();
});

test("a file that nobody has touched need not be read; that all were sound together is known", () => {
	const file = path.join(folder, "robin.mdx");
	writeFileSync(file, text("Robins"));
	vi.useFakeTimers({ now: Date.now() + 5000, toFake: ["Date"] });
	const cache = entryCache(folder, "now");
	expect(cache.untouched(file)).toBeUndefined();
	cache.keep(file, text("Robins"), read("Robins"));
	cache.save();
	expect(cache.wereSound("sum")).toBe(false);
	cache.areSound("sum");
	vi.useRealTimers();
	const next = entryCache(folder, "now");
	expect(said(next.untouched(file))).toEqual(said(read("Robins")));
	expect([next.wereSound("sum"), next.wereSound("other")]).toEqual([true, false]);
	const later = entryCache(folder, "later");
	expect([later.untouched(file), later.wereSound("sum")]).toEqual([undefined, false]);
	writeFileSync(file, text("Robins, edited"));
	expect(next.untouched(file)).toBeUndefined();
});
