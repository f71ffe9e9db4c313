import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readEntry } from "../entry/read.ts";
import { ledger } from "./ledger.ts";
import { runImport } from "./run.ts";
import { temporaryContent } from "./temporary-content.ts";

const CORPORA = "../shared/corpora";
const bibliography = () => readFileSync(path.join(CORPORA, "acl-2022.bib"));
const conferences = () =>
	gunzipSync(readFileSync(path.join(CORPORA, "conferences-10k.csl.json.gz")));

test.skipIf(!existsSync(CORPORA))(
	"with ../shared/corpora: 11,000 real records, none lost, within 60 s and 1 GB",
	{ timeout: 240_000 },
	async () => {
		const folder = temporaryContent({
			"sources/acl-2022.bib": bibliography(),
			"sources/conferences.json": conferences(),
		});
		const records =
			(bibliography()
				.toString()
				.match(/^@\w+\{/gm)?.length ?? 0) +
			(JSON.parse(conferences().toString()) as unknown[]).length;
		const started = performance.now();
		const usedBefore = process.cpuUsage();
		const { outcomes, proposals } = await runImport(folder);
		const seconds = (performance.now() - started) / 1000;
		const megabytes = process.resourceUsage().maxRSS / 1024;
		// What else the machine does must not fail a test: the limit is for the work itself.
		const used = process.cpuUsage(usedBefore);
		const work = (used.user + used.system) / 1e6;
		console.log(
			`${ledger(outcomes)}; ${seconds.toFixed(1)} s, of them ${work.toFixed(1)} s of work, ${megabytes.toFixed(0)} MB`,
		);
		expect(outcomes).toHaveLength(records);
		// No two of them are one paper, by whichever rule.
		expect(outcomes.filter(({ kind }) => kind !== "created")).toEqual([]);
		expect(work).toBeLessThan(60);
		expect(megabytes).toBeLessThan(1000);

		// Every paper has its year, and those that have no day are given none.
		const dates = proposals.map(({ entry }) => entry.facts.date ?? "none");
		expect(dates.filter((date) => !/^\d{4}(?:-\d{2})?$/.test(date))).toEqual([]);
		const years = Map.groupBy(dates, (date) => date.slice(0, 4));
		expect([...years].map(([year, of]) => `${year}: ${of.length}`).sort()).toMatchInlineSnapshot(`
			[
			  "2017: 783",
			  "2018: 2704",
			  "2019: 3132",
			  "2020: 1357",
			  "2022: 3055",
			]
		`);

		for (const { entry } of proposals) {
			const { issues, entry: read } = readEntry(`papers/${entry.id}.mdx`, entry.text);
			expect(issues).toEqual([]);
			expect(read?.paper.date).toBe(entry.facts.date);
			// Formulas between dollar signs have braces and backslashes of their own.
			const words = read?.paper.title.replace(/\$[^$]+\$/g, "");
			expect([words, ...(read?.paper.authors ?? [])].join("\n")).not.toMatch(/[{}\\]/);
			expect(entry.text).not.toMatch(/[\uE000-\uF8FF]|<\/?(?:jats:)?(?:p|sub|sup|i|b|em)>/);
		}
	},
);
