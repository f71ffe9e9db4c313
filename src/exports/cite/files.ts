import { Cuts, markOf } from "../../offline/cuts.ts";
import { CITATION_FORMATS, type Citable, citationJoints } from "../../paper/citations.ts";
import { gzipOf } from "../gzip.ts";
import { LARGEST_FILE } from "../host-limits.ts";
import { type Bytes, type CitationTexts, type ProgramFormat, textsAnew } from "./texts.ts";

/** A file within a folder of the site. */
export interface CitationFile {
	name: string;
	/** What stands in it: megabytes, which are put together when the file is written, and not kept. */
	body(): Bytes | Promise<Bytes>;
	type: string;
}

/** Bytes of a block of a packed file, about: half as large makes it 2 % larger. */
const BLOCK = 192 * 1024;

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
	/** What a file of this name held in an older form of the site, where that is known. */
	last?: (name: string) => Uint8Array | undefined;
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
		last = () => undefined,
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
		let made: WeakRef<Bytes> | undefined;
		const body = () => {
			const bytes = made?.deref() ?? texts.list(part);
			made = new WeakRef(bytes);
			return bytes;
		};
		const packedName = `${name}.gz`;
		const gz = {
			name: packedName,
			body: () => gzipOf(blocksOf(body(), part, format, texts), last(packedName)),
			type: PACKED,
		};
		return [{ name, body, type }, ...(packed ? [gz] : [])];
	});
}

/** The bytes of a file in blocks, cut between papers, where the papers say. */
function blocksOf(
	bytes: Bytes,
	citables: readonly Citable[],
	format: ProgramFormat,
	texts: CitationTexts,
): Bytes[] {
	const { before, between } = citationJoints(format);
	const cuts = new Cuts(BLOCK);
	const starts = [0];
	let place = Buffer.byteLength(before);
	for (const citable of citables) {
		const size = texts.size(citable) + between.length;
		if (cuts.startsWith(size, markOf(citable.paper.id))) starts.push(place);
		place += size;
	}
	return starts.map((start, at) => bytes.subarray(start, starts[at + 1]));
}

/** A file as the answer to a request. */
export async function fileResponse(file: CitationFile | undefined): Promise<Response> {
	if (!file) return new Response(null, { status: 404 });
	const type = file.type === PACKED ? PACKED : `${file.type}; charset=utf-8`;
	const body = await file.body();
	// A body of bytes would be copied.
	const stream = new ReadableStream({
		start(controller) {
			controller.enqueue(body);
			controller.close();
		},
	});
	return new Response(stream, { headers: { "content-type": type } });
}
