import type { Model } from "../collection/model.ts";
import { otherFiles } from "../collection/site-pages.ts";
import { urls } from "../collection/urls.ts";
import type { Entry } from "../entry/read.ts";
import { plainTitle } from "../entry/title.ts";
import type { CitedPaper } from "../exports/cited-paper.ts";
import { hostLimits } from "../exports/host-limits.ts";
import { PROGRAM_FILES, type ProgramFile } from "../exports/open-api.ts";
import { perPaperFiles } from "../exports/per-paper-files.ts";
import { CITATION_FORMATS } from "../paper/citations.ts";

/** An address within the site as one for programs elsewhere. */
export type Absolute = (address: string) => string;

/** Makes addresses absolute, given the origin of the site. */
export function absoluteFrom(site: URL | undefined): Absolute {
	return (address) => new URL(address, site).href;
}

/** A paper as programs cite it. */
export function citedPaper({ paper }: Entry, model: Model, absolute: Absolute): CitedPaper {
	return {
		paper,
		title: plainTitle(paper.title),
		url: absolute(urls.paper(paper.id)),
		language: paper.language ?? model.collection.language,
	};
}

const decided = new WeakMap<Model, boolean>();

/** Whether this collection is small enough that each paper has files of its own. */
export function hasPaperFiles(model: Model): boolean {
	let has = decided.get(model);
	if (has === undefined) {
		has = perPaperFiles(model.entries.length, otherFiles(model), hostLimits(process.env).files);
		decided.set(model, has);
	}
	return has;
}

/** The files of a paper beside its page, with their media types; none in a large collection. */
export function paperFiles(
	id: string,
	model: Model,
	absolute: Absolute,
): { type: string; url: string }[] {
	if (!hasPaperFiles(model)) return [];
	return [
		{ type: "application/json", url: absolute(urls.paperFile(id, "json")) },
		{ type: "text/markdown", url: absolute(urls.paperFile(id, "md")) },
		...(["bibtex", "ris", "csl"] as const).map((format) => {
			const { file, type } = CITATION_FORMATS[format];
			return { type: type.replace(/;.*/, ""), url: absolute(urls.paperFile(id, file)) };
		}),
	];
}

/** The kinds of files that this site has for programs. */
export function programFiles(model: Model): ProgramFile[] {
	return PROGRAM_FILES.filter(({ perPaper }) => !perPaper || hasPaperFiles(model));
}
