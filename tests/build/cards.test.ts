import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { siteOf } from "../../src/collection/site.ts";
import { buildSite, copyBirds, temporaryFolder } from "../site.ts";

const { folder, remove } = temporaryFolder();
const content = path.join(folder, "content");
const dist = path.join(folder, "dist");
vi.stubEnv("OFFPRINT_CONTENT", content);

/** Cards of the cache, by name, with the time at which each was written. */
const drawn = () => {
	const cache = path.join(siteOf().cacheDir, "cards");
	return Object.fromEntries(
		readdirSync(cache).map((name) => [name, statSync(path.join(cache, name)).mtimeMs]),
	);
};

beforeAll(async () => {
	// A folder of its own has a cache of its own, which no other test fills.
	copyBirds(content);
	await buildSite(content, dist);
});
afterAll(() => {
	rmSync(siteOf().cacheDir, { recursive: true, force: true });
	vi.unstubAllEnvs();
	remove();
});

test("every paper, every topic and the home page has a card of 1200 × 630 pixels", () => {
	const cards = readdirSync(path.join(dist, "cards"), { recursive: true, encoding: "utf8" });
	const pictures = cards.filter((name) => name.endsWith(".png")).sort();
	expect(pictures).toEqual([
		"home.png",
		"papers/10.1000-swifts.png",
		"papers/rtl.png",
		"papers/wren.png",
		"topics/empty.png",
		"topics/migration.png",
		"topics/song.png",
	]);
	for (const picture of pictures) {
		const png = readFileSync(path.join(dist, "cards", picture));
		expect(png.toString("latin1", 1, 4)).toBe("PNG");
		expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
	}
});

test("a second build draws nothing; after a change, what changed and nothing else", async () => {
	const first = drawn();
	expect(Object.keys(first)).toHaveLength(7);
	await buildSite(content, dist);
	expect(drawn()).toEqual(first);

	const paper = path.join(content, "papers/wren.mdx");
	writeFileSync(paper, readFileSync(paper, "utf8").replace("loud song", "louder song"));
	await buildSite(content, dist);
	const third = drawn();
	const kept = Object.keys(third).filter((name) => third[name] === first[name]);
	expect([kept.length, Object.keys(third).length]).toEqual([6, 7]);
});
