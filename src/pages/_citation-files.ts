import path from "node:path";
import { lastOutput } from "../cache/last-output.ts";
import { citablesOf } from "../collection/citations.ts";
import type { Model } from "../collection/model.ts";
import { siteOf } from "../collection/site.ts";
import type { Entry } from "../entry/read.ts";
import { type CitationFile, listFiles, PROGRAM_FORMATS } from "../exports/cite/files.ts";
import { keepTexts } from "../exports/cite/kept-texts.ts";
import type { Citable } from "../paper/citations.ts";
import { keyed } from "./_key.ts";

/** A file in which a list of papers can be cited, as a path of a route. */
export interface ListFile {
	name: string;
	/** What stands in it. */
	file(): CitationFile | undefined;
	key: { cacheKey?: string };
}

/** The files for the papers of a folder of the site, with and without abstracts. */
export function wholeList(folder: string, entries: readonly Entry[], model: Model): ListFile[] {
	return filesOf(folder, entries, model, (citables) =>
		PROGRAM_FORMATS.flatMap((format) =>
			[false, true].flatMap((abstract) => listFiles(format, citables, { abstract, packed: true })),
		),
	);
}

/** The few files of a short list. */
export function shortList(folder: string, entries: readonly Entry[], model: Model): ListFile[] {
	return filesOf(folder, entries, model, (citables) =>
		(["bibtex", "ris", "csl"] as const).flatMap((format) => listFiles(format, citables)),
	);
}

/**
 * The files of a list have one key, so that those of a list that has not changed are known by
 * name: otherwise all citations would be set only to see how many files they fill.
 */
function filesOf(
	folder: string,
	entries: readonly Entry[],
	model: Model,
	make: (citables: Citable[]) => CitationFile[],
): ListFile[] {
	const citables = citablesOf(entries, model, new URL(siteOf().site));
	const key = keyed(model, () => [folder, entries, citables.map(({ key }) => key)]);
	const names = lastOutput()
		.under(key.cacheKey ?? "")
		?.map((file) => file.slice(folder.length));
	const made = () => {
		keepAllTexts(model);
		return make(citables);
	};
	if (!names) return made().map((file) => ({ name: file.name, file: () => file, key }));
	const anew = (name: string) => made().find((file) => file.name === name);
	return names.map((name) => ({ name, file: () => anew(name), key }));
}

const known = new WeakSet<Model>();

/** In development a page is worth less than the texts of all papers. */
function keepAllTexts(model: Model): void {
	if (import.meta.env.DEV || known.has(model)) return;
	known.add(model);
	const { site, cacheDir } = siteOf();
	const folder = path.resolve(cacheDir, "citation-texts");
	keepTexts(folder, citablesOf(model.entries, model, new URL(site)));
}
