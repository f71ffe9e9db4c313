import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import type { Citable } from "../../paper/citations.ts";
import { monthName } from "../../paper/dates.ts";
import { babelName } from "../../paper/languages.ts";
import { arxivIdOf } from "../cited-paper.ts";
import type { CslItem } from "./csl-item.ts";
import { accentsAsCommands, latexName, latexText, latexTitle } from "./latex.ts";
import type { Written } from "./texts.ts";

// The library's own escaping leaves out every letter that it has no command for, such as all of
// Chinese, and its labels have no hyphens: it gets texts that are LaTeX already, and a key.
const { format } = plugins.config.get("@bibtex");
format.asciiOnly = false;
format.checkLabel = false;

/** What both formats write of a paper, as LaTeX. */
export interface LatexPaper {
	/** The item with its texts as LaTeX, for the library to map. */
	item: CslItem;
	title: string;
	abstract: string | undefined;
}

/** See {@link LatexPaper}. */
export function latexPaper({ paper }: Citable, item: CslItem): LatexPaper {
	return {
		item: latexItem(item),
		title: latexTitle(paper.title),
		abstract: paper.abstract ? latexText(paper.abstract) : undefined,
	};
}

/**
 * A paper as an entry of BibTeX. Accents of Latin letters are commands, since BibTeX counts
 * bytes where it abbreviates `Émile`; other scripts are UTF-8, as LaTeX reads it since 2018.
 */
export function bibtex(citable: Citable, { item, title, abstract }: LatexPaper): Written {
	const [{ type, label, properties } = NONE] = plugins.output.format("bibtex", [item], {
		format: "object",
	});
	// The library gives a month without a day as a number, which styles print as it is.
	const { month: _month, howpublished: _, ...rest } = properties;
	const [, month, day] = item.issued?.["date-parts"][0] ?? [];
	const arxiv = arxivIdOf(citable.paper);
	const preprint = type === "article" && !rest.journal;
	if (preprint) delete rest.publisher;
	const fields: Fields = {
		...rest,
		title,
		...verbatim(rest),
		...(month ? { month: { macro: monthName(month).slice(0, 3).toLowerCase() } } : {}),
		...(day ? { day: String(day) } : {}),
		...(arxiv ? { eprint: arxiv, archivePrefix: "arXiv", ...classOf(arxiv, "primaryClass") } : {}),
		langid: babelName(citable.language),
	};
	// @article without a journal is an error to BibTeX.
	const text = accentsAsCommands(entry(preprint ? "misc" : type, label, fields));
	return { text, withAbstract: () => withField(text, abstract && accentsAsCommands(abstract)) };
}

/** A paper as an entry of BibLaTeX, in Unicode, as Biber reads it. */
export function biblatex(citable: Citable, { item, title, abstract }: LatexPaper): Written {
	const [{ type, label, properties } = NONE] = plugins.output.format("biblatex", [item], {
		format: "object",
	});
	// BibLaTeX prints what stands in `language`; `langid` is for hyphens alone.
	const { language: _, ...rest } = properties;
	const arxiv = arxivIdOf(citable.paper);
	const preprint = type === "article" && !rest.journaltitle;
	if (preprint) delete rest.publisher;
	const text = entry(preprint ? "online" : type, label, {
		...rest,
		title,
		...verbatim(rest),
		...(arxiv ? { eprint: arxiv, eprinttype: "arxiv", ...classOf(arxiv, "eprintclass") } : {}),
		langid: babelName(citable.language),
	});
	return { text, withAbstract: () => withField(text, abstract) };
}

const NONE = { type: "misc", label: "", properties: {} as Record<string, string> };

type Fields = Record<string, string | { macro: string }>;

/** The fields in the order in which people look for them. */
const ORDER = ["author", "title", "booktitle", "journal", "journaltitle", "year", "month", "day"];

function entry(type: string, key: string, fields: Fields): string {
	const rank = (name: string) => (ORDER.indexOf(name) + ORDER.length + 1) % (ORDER.length + 1);
	const lines = Object.entries(fields)
		.sort(([a], [b]) => rank(a) - rank(b))
		.map(([name, value]) =>
			typeof value === "string" ? `\t${name} = {${value}},\n` : `\t${name} = ${value.macro},\n`,
		);
	return `@${type}{${key},\n${lines.join("")}}\n`;
}

function latexItem(item: CslItem): CslItem {
	const container = item["container-title"];
	return {
		...item,
		// Its own way with titles puts braces into formulas; the title is set afterwards.
		title: "",
		...(item.author
			? {
					author: item.author.map((name) =>
						Object.fromEntries(Object.entries(name).map(([part, text]) => [part, latexName(text)])),
					),
				}
			: {}),
		...(container ? { "container-title": latexText(container) } : {}),
	};
}

/** Addresses are read letter by letter; only what would end the field is written otherwise. */
function verbatim({ url, doi }: Record<string, string>): Record<string, string> {
	const safe = (text: string) => text.replace(/[{}\\\s]/g, encodeURIComponent);
	return { ...(url ? { url: safe(url) } : {}), ...(doi ? { doi: safe(doi) } : {}) };
}

/** The class is part of the ids that arXiv gave until 2007: `hep-th/9901001`. */
function classOf(arxiv: string, field: string): Record<string, string> {
	const [, archive, subject] = /^([a-z-]+)(?:\.([a-z]{2}))?\//i.exec(arxiv) ?? [];
	if (!archive) return {};
	return { [field]: subject ? `${archive}.${subject.toUpperCase()}` : archive };
}

/** An entry with its abstract, the last of its fields. */
function withField(entry: string, abstract: string | undefined): string {
	if (abstract === undefined) return entry;
	return `${entry.slice(0, -"}\n".length)}\tabstract = {${abstract}},\n}\n`;
}
