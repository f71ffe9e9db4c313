import { expect, test } from "vitest";
import { contentFolder } from "../entry/folder.ts";
import { readEntry } from "../entry/read.ts";
import { readContent } from "../entry/read-content.ts";
import { buildModel } from "./model.ts";
import { otherFiles, sitePages } from "./site-pages.ts";

const birds = readContent(contentFolder("tests/fixtures/birds"));
const model = buildModel(birds.collection, birds.topics, birds.entries);

test("pages of papers that people wrote say no day of change: nobody knows it", () => {
	expect(sitePages(model, []).filter(({ changed }) => changed)).toEqual([]);
});

test("a paper as it was imported changed on the day of its listing, and so did its lists", () => {
	const [imported] = model.entries.map((entry) => ({ ...entry, unchangedSince: "2026-07-01" }));
	if (!imported) throw new Error("there are birds");
	const day = (of: typeof model) =>
		sitePages(of, []).flatMap(({ address, changed }) => (changed ? [`${address} ${changed}`] : []));
	expect(day(buildModel(birds.collection, [], [imported]))).toContain(
		"/papers/10.1000-swifts/ 2026-07-01",
	);
	const mixed = day(buildModel(birds.collection, [], [imported, ...model.entries.slice(1)]));
	expect(mixed).toContain("/papers/10.1000-swifts/ 2026-07-01");
	expect(mixed).not.toContain("/ 2026-07-01");
});

test("an entry that was edited after its import is not taken for unchanged", () => {
	const text = [
		"---",
		"title: T",
		"source:",
		"  listing: a.txt",
		"  listed: 2026-07-01",
		'  digests: {title: "0000000000"}',
		"---",
		"",
	];
	const { entry } = readEntry("papers/t.mdx", text.join("\n"));
	expect(entry?.paper.title).toBe("T");
	expect(entry?.unchangedSince).toBeUndefined();
});

test("files are rather counted too many than too few", () => {
	// Of this collection's site there are 150 files, its papers' own left out.
	expect(otherFiles(model)).toBeGreaterThan(150);
	expect(otherFiles(model)).toBeLessThan(650);
});
