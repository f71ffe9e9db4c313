import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import type { PapersJson } from "../exports/papers-json.ts";
import { MOST_FILES, PAPER_FILES } from "../exports/per-paper-files.ts";

/** The largest file that every usual host takes, in bytes. */
const LARGEST = 25 * 1024 * 1024;

/**
 * Says how many files the site has, and what a host may refuse: too many of them, or
 * `/papers.json` as one file. Stands after everything else that writes files.
 */
export function outputSize(): AstroIntegration {
	return {
		name: "output-size",
		hooks: {
			"astro:build:done": ({ dir, logger }) => {
				const folder = fileURLToPath(dir);
				const papersJson = new URL("papers.json", dir);
				const { papers }: PapersJson = JSON.parse(readFileSync(papersJson, "utf8"));
				const files = readdirSync(folder, { recursive: true, withFileTypes: true });
				const count = files.filter((file) => file.isFile()).length;
				const [first] = papers;
				const whole = !first || existsSync(new URL(`papers/${first.id}.json`, dir));
				const leftOut = whole ? 0 : papers.length * PAPER_FILES.length;
				for (const { level, text } of remarks(count, leftOut, statSync(papersJson).size)) {
					logger[level](text);
				}
			},
		},
	};
}

/** What is to be said of a site of so many files: `leftOut` is the number of those of single papers that it does without, `papersJson` the size of `/papers.json` in bytes. */
export function remarks(
	files: number,
	leftOut: number,
	papersJson: number,
): { level: "info" | "warn"; text: string }[] {
	const number = (value: number) => value.toLocaleString("en");
	const most = number(MOST_FILES);
	return [
		{ level: "info", text: `${number(files)} files` },
		...(leftOut === 0
			? []
			: [
					{
						level: "info" as const,
						text: `the files of each paper (papers/<id>.json, .md, .bib …) are left out: with them there would be up to ${number(files + leftOut)} files, and some hosts take at most ${most}. papers.json, papers.bib, .ris, .csl.json and cite/ have the same data`,
					},
				]),
		...(files > MOST_FILES
			? [
					{
						level: "warn" as const,
						text: `unexpected ${number(files)} files, expected at most ${most}: some hosts refuse such a site. Publish it where there is no such limit`,
					},
				]
			: []),
		...(papersJson > LARGEST
			? [
					{
						level: "warn" as const,
						text: `unexpected ${(papersJson / 1024 / 1024).toFixed(1)} MiB of papers.json, expected at most 25: some hosts refuse so large a file. There, delete it after the build: papers/part/ has the same papers, 500 a file`,
					},
				]
			: []),
	];
}
