import { parse } from "yaml";
import { type ContentFolder, readIfThere } from "../../entry/content-folder.ts";
import { entryFiles } from "../../entry/read-content.ts";
import { object, string } from "../json.ts";
import { arxivIn, doiIn } from "../known-as.ts";
import { keysOf } from "./identifiers.ts";

/** Entries by the arXiv papers and DOIs that they link to: key to file. */
export function linkedEntries(folder: ContentFolder): Map<string, string> {
	const files = new Map<string, string>();
	for (const file of entryFiles(folder.papers)) {
		const { arxiv, doi } = linksOf(readIfThere(file) ?? "");
		const known = {
			arxiv: arxivIn(string(arxiv)) ?? arxivIn(string(doi)),
			doi: doiIn(string(doi)),
		};
		const found = Object.fromEntries(Object.entries(known).filter(([, id]) => id));
		for (const key of keysOf(found)) if (!files.has(key)) files.set(key, file);
	}
	return files;
}

/** The links of an entry, whatever else may be wrong in it. */
function linksOf(text: string): Record<string, unknown> {
	const front = /^\uFEFF?---\r?\n([\s\S]*?\n)---[ \t]*\r?$/m.exec(text)?.[1] ?? "";
	if (!/^links:/m.test(front)) return {};
	try {
		return object(object(parse(front, { logLevel: "silent" })).links);
	} catch {
		return {};
	}
}
