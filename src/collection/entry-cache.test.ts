import { afterAll, expect, test } from "vitest";
import { temporaryFolder } from "../../tests/site.ts";
import { type Entry, readEntry } from "../entry/read.ts";
import { identityOf } from "../paper/same-paper.ts";
import { entryCache } from "./entry-cache.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);
const text = (title: string) => `---\ntitle: ${title}\n---\n\nOn birds.\n`;
const read = (title: string) => {
	const entry = readEntry("papers/wren.mdx", text(title)).entry as Entry;
	return { entry, identity: identityOf(entry.paper) };
};

test("an entry is known by its text, in this process and in the next", () => {
	const cache = entryCache(folder, "now");
	expect(cache.recall("papers/wren.mdx", text("Wrens"))).toBeUndefined();
	cache.keep("papers/wren.mdx", text("Wrens"), read("Wrens"));
	cache.save();
	for (const known of [cache, entryCache(folder, "now")]) {
		expect(known.recall("papers/wren.mdx", text("Wrens"))).toEqual(read("Wrens"));
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
