import type { Citable } from "../../paper/citations.ts";
import { biblatex, bibtex, type LatexPaper, latexPaper } from "./bibtex.ts";
import { type CslItem, cslItem } from "./csl-item.ts";
import { listOf } from "./list.ts";
import { ris } from "./ris.ts";
import type { StoredTexts } from "./stored-texts.ts";

/** The formats that programs read. */
export const PROGRAM_FORMATS = ["bibtex", "biblatex", "ris", "csl"] as const;

/** One of them. */
export type ProgramFormat = (typeof PROGRAM_FORMATS)[number];

export type Bytes = Uint8Array<ArrayBuffer>;

/** Citations of papers in one format, with or without their abstracts. */
export interface CitationTexts {
	/** Bytes of a paper's text. */
	size(citable: Citable): number;
	/** The text of a paper, as it stands in the file of a list. */
	text(citable: Citable): string;
	/** The file of a list, in UTF-8. */
	list(citables: readonly Citable[]): Bytes;
	/** Where the texts of a list stand in a file, if all of them do. */
	stored?(citables: readonly Citable[]): StoredTexts | undefined;
}

/** Where the texts of a format come from. */
export type TextsIn = (format: ProgramFormat, abstract: boolean) => CitationTexts;

/** A paper in a format. */
export interface Written {
	text: string;
	/** The same with the abstract, where there is one. */
	withAbstract(): string;
}

/** What writes a paper in each format: what the formats have in common is made once for all. */
export function writersOf(citable: Citable): Record<ProgramFormat, () => Written> {
	const item = cslItem(citable);
	let latex: LatexPaper | undefined;
	const inLatex = () => {
		latex ??= latexPaper(citable, item);
		return latex;
	};
	return {
		bibtex: () => bibtex(citable, inLatex()),
		biblatex: () => biblatex(citable, inLatex()),
		ris: () => ris(citable, item),
		csl: () => csl(citable, item),
	};
}

function csl({ paper: { abstract } }: Citable, item: CslItem): Written {
	const written = (it: CslItem) => JSON.stringify(it, null, "\t");
	return {
		text: written(item),
		withAbstract: () => written(abstract ? { ...item, abstract } : item),
	};
}

/** A paper in one format. */
export function citation(
	format: ProgramFormat,
	citable: Citable,
	{ abstract = false }: { abstract?: boolean } = {},
): string {
	const { text, withAbstract } = writersOf(citable)[format]();
	return abstract ? withAbstract() : text;
}

/** Texts that are set each time that they are asked for. */
export function textsAnew(format: ProgramFormat, abstract: boolean): CitationTexts {
	const text = (citable: Citable) => citation(format, citable, { abstract });
	return {
		text,
		size: (citable) => Buffer.byteLength(text(citable)),
		list: (citables) =>
			listOf(
				format,
				citables.map((citable) => Buffer.from(text(citable))),
			),
	};
}
