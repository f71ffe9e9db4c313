import { expect, test } from "vitest";
import { type Built, unequal } from "./cold.ts";
import type { Grown } from "./growth.ts";
import { targetTable } from "./report.ts";
import type { Subject } from "./subject.ts";
import { targets } from "./targets.ts";

const took = (wall: number, memory = 1e9) => ({ wall, cpu: wall, memory });
const census = { papers: 3, topics: 1, dates: 3, feeds: 2, pages: 0 };
const built = (name: string, wall: number, other: Partial<Built["census"]> = {}): Built => ({
	subject: { name } as Subject,
	...took(wall),
	files: 9,
	bytes: 9e6,
	census: { ...census, ...other },
});
const grown = (papers: number, wall: number, memory: number): Grown => ({
	papers,
	imported: took(1000),
	built: took(wall, memory),
	files: papers,
	bytes: papers * 1000,
	firstQuery: 301e3,
});

test("each target stands beside what was measured, met or not", () => {
	const results = {
		papers: 10_000,
		imported: took(20_000, 700e6),
		cold: [
			built("Offprint", 10_000),
			built("Hugo + Pagefind", 9000),
			built("Astro + Pagefind", 60_000),
		],
		again: new Map([
			["Offprint", took(3000)],
			["Hugo + Pagefind", took(10_000)],
		]),
		different: [],
		waits: { start: 5001, first: 9000, edited: 999 },
		grown: [grown(1000, 1000, 1e9), grown(100_000, 130_000, 6.1e9)],
	};
	expect(`\n${targetTable(targets(results))}`).toMatchInlineSnapshot(`
		"
		| what                                              |         target |                      measured | met |
		| ------------------------------------------------- | -------------: | ----------------------------: | --: |
		| 10,000 papers, cold: Offprint to Hugo + Pagefind  |   at most 1.0× |                         1.11× |  no |
		| 10,000 papers, cold: Astro + Pagefind to Offprint |    at least 6× |                         6.00× | yes |
		| one abstract edited: Offprint to Hugo + Pagefind  |   at most 0.3× |                         0.30× | yes |
		| files of the rebuilt site unlike a cold build     |           none |                             0 | yes |
		| npm run dev, first page                           |     within 5 s | 5.00 s, the first time 9.00 s |  no |
		| npm run dev, an edit shown                        |     within 1 s |                        1.00 s | yes |
		| import of 10,000 CSL-JSON records                 |    within 20 s |                        20.0 s | yes |
		| its memory                                        |   under 700 MB |                        700 MB |  no |
		| time per paper, to that of 1,000 papers           |   at most 1.3× |              1.30× at 100,000 | yes |
		| memory of the build                               |   at most 6 GB |            6.10 GB at 100,000 |  no |
		| search, bytes of a first query                    | at most 300 kB |             301 kB at 100,000 |  no |"
	`);
});

test("what was not measured, or on other numbers of papers, is neither met nor missed", () => {
	const results = {
		papers: 1000,
		cold: [built("Offprint", 1000), built("Hugo + Pagefind", 2000)],
		again: new Map(),
		grown: [grown(1000, 1000, 1e9), grown(10_000, 30_000, 2e9)],
	};
	expect(`\n${targetTable(targets(results))}`).toMatchInlineSnapshot(`
		"
		| what                                             |         target |          measured | met |
		| ------------------------------------------------ | -------------: | ----------------: | --: |
		| 1,000 papers, cold: Offprint to Hugo + Pagefind  |   at most 1.0× |             0.50× |   – |
		| 1,000 papers, cold: Astro + Pagefind to Offprint |    at least 6× |                 – |   – |
		| one abstract edited: Offprint to Hugo + Pagefind |   at most 0.3× |                 – |   – |
		| files of the rebuilt site unlike a cold build    |           none |                 – |   – |
		| npm run dev, first page                          |     within 5 s |                 – |   – |
		| npm run dev, an edit shown                       |     within 1 s |                 – |   – |
		| import of 1,000 CSL-JSON records                 |    within 20 s |                 – |   – |
		| its memory                                       |   under 700 MB |                 – |   – |
		| time per paper, to that of 1,000 papers          |   at most 1.3× |   3.00× at 10,000 |   – |
		| memory of the build                              |   at most 6 GB | 2.00 GB at 10,000 |   – |
		| search, bytes of a first query                   | at most 300 kB |  301 kB at 10,000 |   – |"
	`);
});

test("an output without some of the papers, or with other pages, is told", () => {
	const all = [
		built("Offprint", 1),
		built("Hugo", 1, { papers: 2 }),
		built("Eleventy", 1, { dates: 4, feeds: 1 }),
	];
	expect(unequal(all, 3).join("\n")).toMatchInlineSnapshot(`
		"Hugo has a page with its title for 2 of 3 papers
		Eleventy has 4 dates, Offprint 3
		Eleventy has 1 feeds, Offprint 2"
	`);
	expect(unequal(all.slice(0, 1), 3)).toEqual([]);
});
