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

		for (const { entry } of proposals) {
			const { issues, entry: read } = readEntry(`papers/${entry.id}.mdx`, entry.text);
			expect(issues).toEqual([]);
			// Formulas between dollar signs have braces and backslashes of their own.
			const words = read?.paper.title.replace(/\$[^$]+\$/g, "");
			expect([words, ...(read?.paper.authors ?? [])].join("\n")).not.toMatch(/[{}\\]/);
			expect(entry.text).not.toMatch(/[\uE000-\uF8FF]|<\/?(?:jats:)?(?:p|sub|sup|i|b|em)>/);
		}
	},
);
