import { type Citable, citationJoints } from "../../paper/citations.ts";
import { biblatex, bibtex, type CiteOptions } from "./bibtex.ts";
import { cslItem } from "./csl-item.ts";
import { ris } from "./ris.ts";

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
}

/** Where the texts of a format come from. */
export type TextsIn = (format: ProgramFormat, abstract: boolean) => CitationTexts;

const write = {
	bibtex,
	biblatex,
	ris,
	csl: (citable: Citable, options: CiteOptions) =>
		JSON.stringify(cslItem(citable, options), null, "\t"),
};

/** A paper in a format. */
export function citation(
	format: ProgramFormat,
	citable: Citable,
	{ abstract = false }: CiteOptions = {},
): string {
	return write[format](citable, { abstract });
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

/** The file of a list of texts. */
export function listOf(format: ProgramFormat, texts: readonly Uint8Array[]): Bytes {
	const { before, between, after } = citationJoints(format);
	const parts = texts.flatMap((text, at) => (at === 0 ? [text] : [Buffer.from(between), text]));
	const file = Buffer.concat([Buffer.from(before), ...parts, Buffer.from(after)]);
	return new Uint8Array(file.buffer as ArrayBuffer, file.byteOffset, file.length);
}
