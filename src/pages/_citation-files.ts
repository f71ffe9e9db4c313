import { lastOutput } from "../cache/last-output.ts";
import { citablesOf } from "../collection/citations.ts";
import type { Model } from "../collection/model.ts";
import { siteOf } from "../collection/site.ts";
import type { Entry } from "../entry/read.ts";
import { type CitationFile, listFiles } from "../exports/cite/files.ts";
import { bareSumOf, sumOf } from "../exports/cite/sums.ts";
import { PROGRAM_FORMATS, type TextsIn } from "../exports/cite/texts.ts";
import type { Citable } from "../paper/citations.ts";
import { textsOf } from "./_citation-texts.ts";
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
	const last = (name: string) => lastOutput().placeOf(`${folder}${name}`);
	return [false, true].flatMap((abstract) =>
		filesOf(folder, entries, model, abstract, (citables, textsIn) =>
			PROGRAM_FORMATS.flatMap((format) =>
				listFiles(format, citables, {
					abstract,
					packed: true,
					texts: textsIn(format, abstract),
					last,
				}),
			),
		),
	);
}

/** The few files of a short list. */
export function shortList(folder: string, entries: readonly Entry[], model: Model): ListFile[] {
	return filesOf(folder, entries, model, false, (citables, textsIn) =>
		(["bibtex", "ris", "csl"] as const).flatMap((format) =>
			listFiles(format, citables, { texts: textsIn(format, false) }),
		),
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
	abstract: boolean,
	make: (citables: Citable[], textsIn: TextsIn) => CitationFile[],
): ListFile[] {
	const citables = citablesOf(entries, model, new URL(siteOf().site));
	const key = keyed(model, () => [folder, abstract, citables.map(abstract ? sumOf : bareSumOf)]);
	const names = lastOutput()
		.under(key.cacheKey ?? "")
		?.map((file) => file.slice(folder.length));
	let files: CitationFile[] | undefined;
	const made = () => (files ??= make(citables, textsOf(model)));
	if (!names) {
		// A list whose older form is known takes little time; others would fill the memory for long.
		for (const file of made()) if (lastOutput().placeOf(`${folder}${file.name}`)) file.begin?.();
		return made().map((file) => ({ name: file.name, file: () => file, key }));
	}
	const named = (name: string) => made().find((file) => file.name === name);
	return names.map((name) => ({ name, file: () => named(name), key }));
}
