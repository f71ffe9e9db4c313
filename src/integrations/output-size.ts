import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { hostLimits, LARGEST_FILE } from "../exports/host-limits.ts";
import { PAPER_FILES } from "../exports/per-paper-files.ts";
import { writtenPapers } from "./written-papers.ts";

/**
 * Says how many files the site has, and what a host may refuse: too many of them, or too
 * large ones. Stands after everything else that writes files.
 */
export function outputSize(): AstroIntegration {
	return {
		name: "output-size",
		hooks: {
			"astro:build:done": ({ dir, logger }) => {
				const folder = fileURLToPath(dir);
				const { papers } = writtenPapers(folder);
				const files = readdirSync(folder, { recursive: true, withFileTypes: true })
					.filter((file) => file.isFile())
					.map((file) => path.join(file.parentPath, file.name));
				const large = files.flatMap((file) => {
					const bytes = statSync(file).size;
					return bytes > LARGEST_FILE ? [{ file: path.relative(folder, file), bytes }] : [];
				});
				const [first] = papers;
				const whole = !first || files.includes(path.join(folder, `papers/${first.id}.json`));
				const leftOut = whole ? 0 : papers.length * PAPER_FILES.length;
				const most = hostLimits(process.env).files;
				for (const { level, text } of remarks({ files: files.length, leftOut, large, most })) {
					logger[level](text);
				}
			},
		},
	};
}

/** What a host may ask of a site. */
interface Size {
	files: number;
	/** Files of single papers that the site does without. */
	leftOut: number;
	/** Files that are larger than usual hosts take. */
	large: readonly { file: string; bytes: number }[];
	/** Files that the host takes at most. */
	most: number;
}

/** What is to be said of a site of this size. */
export function remarks({
	files,
	leftOut,
	large,
	most,
}: Size): { level: "info" | "warn"; text: string }[] {
	const number = (value: number) => value.toLocaleString("en");
	return [
		{ level: "info", text: `${number(files)} files` },
		...(leftOut === 0
			? []
			: [
					{
						level: "info" as const,
						text: `the files of each paper (papers/<id>.json, .md, .bib …) are left out: with them there would be up to ${number(files + leftOut)} files, and some hosts take at most ${number(most)}. papers/part/, papers.bib, .ris, .csl.json and cite/ have the same data. Where your host takes more, say so: OFFPRINT_MOST_FILES=100000`,
					},
				]),
		...(files > most
			? [
					{
						level: "warn" as const,
						text: `unexpected ${number(files)} files, expected at most ${number(most)}: some hosts refuse such a site. Publish it where there is no such limit`,
					},
				]
			: []),
		...large.map(({ file, bytes }) => ({
			level: "warn" as const,
			text: `unexpected ${(bytes / 1024 / 1024).toFixed(1)} MiB of ${file}, expected at most 25: some hosts refuse so large a file. Publish the site where there is no such limit`,
		})),
	];
}
