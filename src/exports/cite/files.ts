import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { CITATION_FORMATS, type Citable } from "../../paper/citations.ts";
import { LARGEST_FILE } from "../host-limits.ts";
import { type Bytes, type CitationTexts, type ProgramFormat, textsAnew } from "./texts.ts";

/** A file within a folder of the site. */
export interface CitationFile {
	name: string;
	/** What stands in it: megabytes, which are put together when the file is written, and not kept. */
	body(): Bytes | Promise<Bytes>;
	type: string;
}

const compress = promisify(gzip);

/** Level 6 takes twice as long for 4 % less. */
const LEVEL = 4;

const PACKED = "application/gzip";

/** The name of the file that holds a list of papers. */
function nameOf(format: ProgramFormat, abstracts: boolean): string {
	return `papers${abstracts ? "-with-abstracts" : ""}.${CITATION_FORMATS[format].file}`;
}

/** What the files of a list hold. */
export interface ListOptions {
	abstract?: boolean;
	/** True for each file's `.gz` beside it. */
	packed?: boolean;
	/** Bytes of the largest file. */
	most?: number;
	/** Where the texts come from. */
	texts?: CitationTexts;
}

/**
 * The files of a list of papers in a format, `papers.bib`: in parts, `papers-2.bib`, where one
 * would have more than `most` bytes; each with its `.gz` where they are to be `packed` too.
 */
export function listFiles(
	format: ProgramFormat,
	citables: readonly Citable[],
	{
		abstract = false,
		packed = false,
		most = LARGEST_FILE,
		texts = textsAnew(format, abstract),
	}: ListOptions = {},
): CitationFile[] {
	const { type } = CITATION_FORMATS[format];
	const parts: Citable[][] = [[]];
	let bytes = 0;
	for (const citable of citables) {
		const size = texts.size(citable) + 4;
		if (bytes + size > most && bytes > 0) {
			parts.push([]);
			bytes = 0;
		}
		parts.at(-1)?.push(citable);
		bytes += size;
	}
	return parts.flatMap((part, at) => {
		const number = at === 0 ? "" : `-${at + 1}`;
		const name = nameOf(format, abstract).replace(/(?=\.)/, number);
		// The two forms of a file are written one after the other.
		let last: WeakRef<Bytes> | undefined;
		const body = () => {
			const bytes = last?.deref() ?? texts.list(part);
			last = new WeakRef(bytes);
			return bytes;
		};
		const gz = {
			name: `${name}.gz`,
			body: async () => new Uint8Array(await compress(body(), { level: LEVEL })),
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
