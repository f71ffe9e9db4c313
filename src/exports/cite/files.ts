import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { CITATION_FORMATS, type Citable, joinCitations } from "../../paper/citations.ts";
import { LARGEST_FILE } from "../host-limits.ts";
import { biblatex, bibtex, type CiteOptions } from "./bibtex.ts";
import { cslItem } from "./csl-item.ts";
import { ris } from "./ris.ts";

/** The formats that programs read. */
export const PROGRAM_FORMATS = ["bibtex", "biblatex", "ris", "csl"] as const;

/** One of them. */
export type ProgramFormat = (typeof PROGRAM_FORMATS)[number];

type Bytes = Uint8Array<ArrayBuffer>;

/** A file within a folder of the site. */
export interface CitationFile {
	name: string;
	/** What stands in it: megabytes, which are put together when the file is written, and not kept. */
	body(): Bytes | Promise<Bytes>;
	type: string;
}

const compress = promisify(gzip);

const PACKED = "application/gzip";

/** Papers stand in the files of several lists, and to write one anew takes as long as to map it. */
const written = new WeakMap<Citable, Record<string, string>>();

/** A paper in a format. */
export function citation(
	format: ProgramFormat,
	citable: Citable,
	{ abstract = false }: CiteOptions = {},
): string {
	let texts = written.get(citable);
	if (!texts) written.set(citable, (texts = {}));
	return (texts[`${format} ${abstract}`] ??= write[format](citable, { abstract }));
}

/** A paper in all formats, with and without its abstract, as {@link rememberTexts} takes it. */
export function textsOf(citable: Citable): Record<string, string> {
	for (const format of PROGRAM_FORMATS) {
		for (const abstract of [false, true]) citation(format, citable, { abstract });
	}
	return written.get(citable) ?? {};
}

/** Has {@link citation} answer with these texts, which {@link textsOf} gave for the same paper. */
export function rememberTexts(citable: Citable, texts: Record<string, string>): void {
	written.set(citable, texts);
}

const write = {
	bibtex,
	biblatex,
	ris,
	csl: (citable: Citable, options: CiteOptions) =>
		JSON.stringify(cslItem(citable, options), null, "\t"),
};

/** The name of the file that holds a list of papers. */
function nameOf(format: ProgramFormat, abstracts: boolean): string {
	return `papers${abstracts ? "-with-abstracts" : ""}.${CITATION_FORMATS[format].file}`;
}

/**
 * The files of a list of papers in a format, `papers.bib`: in parts, `papers-2.bib`, where one
 * would have more than `most` bytes; each with its `.gz` where they are to be `packed` too.
 */
export function listFiles(
	format: ProgramFormat,
	citables: readonly Citable[],
	{ abstract = false, packed = false, most = LARGEST_FILE } = {},
): CitationFile[] {
	const { type } = CITATION_FORMATS[format];
	const parts: string[][] = [[]];
	let bytes = 0;
	for (const citable of citables) {
		const text = citation(format, citable, { abstract });
		const size = Buffer.byteLength(text) + 4;
		if (bytes + size > most && bytes > 0) {
			parts.push([]);
			bytes = 0;
		}
		parts.at(-1)?.push(text);
		bytes += size;
	}
	return parts.flatMap((texts, at) => {
		const number = at === 0 ? "" : `-${at + 1}`;
		const name = nameOf(format, abstract).replace(/(?=\.)/, number);
		// The two forms of a file are written one after the other.
		let last: WeakRef<Bytes> | undefined;
		const body = () => {
			const bytes = last?.deref() ?? new TextEncoder().encode(joinCitations(format, texts));
			last = new WeakRef(bytes);
			return bytes;
		};
		const gz = {
			name: `${name}.gz`,
			body: async () => new Uint8Array(await compress(body())),
			type: PACKED,
		};
		return [{ name, body, type }, ...(packed ? [gz] : [])];
	});
}

/** A file as the answer to a request. */
export async function fileResponse(file: CitationFile | undefined): Promise<Response> {
	if (!file) return new Response(null, { status: 404 });
	const type = file.type === PACKED ? PACKED : `${file.type}; charset=utf-8`;
	return new Response(await file.body(), { headers: { "content-type": type } });
}
