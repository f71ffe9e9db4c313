import { existsSync, readFileSync, statSync } from "node:fs";
import { glob } from "node:fs/promises";
import path from "node:path";
import type { CalendarDate } from "../paper/dates.ts";

/** A built site, as its own files describe it. */
export interface BuiltSite {
	folder: string;
	/** Name of the collection. */
	title: string;
	/** Address at which it is published, base path included; ends in a slash. */
	address: string;
	/** Day on which it was built, UTC: that of its files, or of SOURCE_DATE_EPOCH (seconds; reproducible-builds.org). */
	day: CalendarDate;
	papers: number;
	/** Every file, with forward slashes, in the order of code units. */
	files: string[];
}

/** Why no archive can be made; the message says what to do. */
export class ArchiveProblem extends Error {
	override readonly name = "ArchiveProblem";
}

/** Reads what a built site says of itself. Throws {@link ArchiveProblem} with everything that is missing. */
export async function readBuiltSite(folder: string): Promise<BuiltSite> {
	const needed = [
		"index.html",
		"papers.json",
		"manifest.webmanifest",
		"offline.json",
		"pagefind/pagefind-entry.json",
	];
	const missing = needed.filter((file) => !existsSync(path.join(folder, file)));
	if (missing.length > 0) {
		const what = existsSync(folder) ? `has no ${missing.join(", ")}` : "is not there";
		throw new ArchiveProblem(`${folder} ${what}. Build the site first: npm run build`);
	}
	const read = (file: string) => readFileSync(path.join(folder, file), "utf8");
	const address = /<link rel="canonical" href="([^"]*)"/.exec(read("index.html"))?.[1];
	if (!address)
		throw new ArchiveProblem(
			`${folder}/index.html does not say where it is published (<link rel="canonical">). Build the site anew: npm run build`,
		);
	return {
		folder,
		title: JSON.parse(read("manifest.webmanifest")).name,
		address,
		day: dayOf(path.join(folder, "offline.json")),
		papers: JSON.parse(read("papers.json")).total,
		files: await filesIn(folder),
	};
}

function dayOf(file: string): CalendarDate {
	const epoch = process.env.SOURCE_DATE_EPOCH;
	const time = epoch ? new Date(Number(epoch) * 1000) : statSync(file).mtime;
	return time.toISOString().slice(0, 10);
}

/** Every file in a folder and below, with forward slashes, in the order of code units. */
export async function filesIn(folder: string): Promise<string[]> {
	const files: string[] = [];
	for await (const entry of glob("**", { cwd: folder, withFileTypes: true })) {
		if (entry.isDirectory()) continue;
		const file = path.relative(folder, path.join(entry.parentPath, entry.name));
		files.push(file.split(path.sep).join("/"));
	}
	return files.sort();
}

/** The title as the name of a file: letters and digits of any script, joined by hyphens. */
export function slugOf(title: string): string {
	// Accents of Latin letters alone: in other scripts, marks are part of the word.
	const plain = title
		.normalize("NFKD")
		.replace(/[\u0300-\u036f]/g, "")
		.normalize("NFC");
	const words = plain.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
	return words.join("-").slice(0, 60).replace(/-+$/, "") || "collection";
}
