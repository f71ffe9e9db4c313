import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { hostLimits, LARGEST_FILE, LARGEST_SITE } from "../exports/host-limits.ts";
import { PAPER_FILES } from "../exports/per-paper-files.ts";

/** What a host may ask of a site. */
export interface OutputSize {
	files: number;
	/** Of all files. */
	bytes: number;
	/** Files of single papers that the site does without. */
	leftOut: number;
	/** Files that are larger than usual hosts take. */
	large: readonly SizedFile[];
	/** Files that the host takes at most. */
	most: number;
}

/** A file within the site, and its bytes. */
export interface SizedFile {
	file: string;
	bytes: number;
}

/** What `folder` holds at a path, a file or all below it. */
export function sizedFiles(folder: string, at = ""): SizedFile[] {
	const found = statSync(path.join(folder, at), { throwIfNoEntry: false });
	if (!found) return [];
	if (!found.isDirectory()) return [{ file: at, bytes: found.size }];
	return readdirSync(path.join(folder, at)).flatMap((name) =>
		sizedFiles(folder, path.join(at, name)),
	);
}

/** The size of the site of these papers (ids) with these files. */
export function outputSize(files: readonly SizedFile[], papers: readonly string[]): OutputSize {
	const [first] = papers;
	const whole = !first || files.some(({ file }) => file === path.join("papers", `${first}.json`));
	return {
		files: files.length,
		bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
		leftOut: whole ? 0 : papers.length * PAPER_FILES.length,
		large: files.filter(({ bytes }) => bytes > LARGEST_FILE),
		most: hostLimits(process.env).files,
	};
}

/** What is to be said of a site of this size. */
export function remarks({
	files,
	bytes,
	leftOut,
	large,
	most,
}: OutputSize): { level: "info" | "warn"; text: string }[] {
	const number = (value: number) => value.toLocaleString("en");
	return [
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
		...(bytes > LARGEST_SITE
			? [
					{
						level: "warn" as const,
						text: `unexpected ${(bytes / 1e9).toFixed(1)} GB in all, expected at most 1: some hosts refuse so large a site. Publish it where there is no such limit`,
					},
				]
			: []),
		...large.map(({ file, bytes }) => ({
			level: "warn" as const,
			text: `unexpected ${(bytes / 1024 / 1024).toFixed(1)} MiB of ${file}, expected at most 25: some hosts refuse so large a file. Publish the site where there is no such limit`,
		})),
	];
}
