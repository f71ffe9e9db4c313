import { citablesOf } from "../collection/citations.ts";
import type { Model } from "../collection/model.ts";
import type { Entry } from "../entry/read.ts";
import { type CitationFile, listFiles, type ProgramFormat } from "../exports/cite/files.ts";

const FORMATS: readonly ProgramFormat[] = ["bibtex", "biblatex", "ris", "csl"];

/** The files in which a list of papers can be cited, with and without abstracts. */
export function wholeList(entries: readonly Entry[], model: Model, site: URL): CitationFile[] {
	const citables = citablesOf(entries, model, site);
	return FORMATS.flatMap((format) =>
		[false, true].flatMap((abstract) => listFiles(format, citables, { abstract, packed: true })),
	);
}

/** The few files of a short list. */
export function shortList(entries: readonly Entry[], model: Model, site: URL): CitationFile[] {
	const citables = citablesOf(entries, model, site);
	return (["bibtex", "ris", "csl"] as const).flatMap((format) => listFiles(format, citables));
}
