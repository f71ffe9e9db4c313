import { readFileSync } from "node:fs";
import { Cuts } from "../../offline/cuts.ts";
import { citationJoints } from "../../paper/citations.ts";
import { gzipOf } from "../gzip.ts";
import type { Bytes, ProgramFormat } from "./texts.ts";

/** Bytes of a block of a packed file, about: half as large makes it 2 % larger. */
const BLOCK = 192 * 1024;

/** The file of a list of texts. */
export function listOf(format: ProgramFormat, texts: readonly Uint8Array[]): Bytes {
	const { before, between, after } = citationJoints(format);
	const joint = Buffer.from(between);
	const parts = texts.flatMap((text, at) => (at === 0 ? [text] : [joint, text]));
	const file = Buffer.concat([Buffer.from(before), ...parts, Buffer.from(after)]);
	return new Uint8Array(file.buffer as ArrayBuffer, file.byteOffset, file.length);
}

/** What decides where the file of a list is cut. */
export interface ListedPapers {
	format: ProgramFormat;
	/** Of each paper the mark of its id: see {@link Cuts}. */
	marks: Uint32Array;
	/** Bytes of the text of each. */
	sizes: ArrayLike<number>;
}

/** The file of a list as a gzip file; at `last` lies an older form of it, where there is one: see {@link gzipOf}. */
export function packedList(bytes: Bytes, papers: ListedPapers, last?: string): Promise<Bytes> {
	return gzipOf(blocksOf(bytes, papers), last === undefined ? undefined : readIfThere(last));
}

function readIfThere(file: string): Uint8Array | undefined {
	try {
		return readFileSync(file);
	} catch {
		return undefined;
	}
}

/** The bytes of a file in blocks, cut between papers, where the papers say. */
function blocksOf(bytes: Bytes, { format, marks, sizes }: ListedPapers): Bytes[] {
	const { before, between } = citationJoints(format);
	const cuts = new Cuts(BLOCK);
	const starts = [0];
	let place = Buffer.byteLength(before);
	for (const [at, mark] of marks.entries()) {
		const size = (sizes[at] ?? 0) + between.length;
		if (cuts.startsWith(size, mark)) starts.push(place);
		place += size;
	}
	return starts.map((start, at) => bytes.subarray(start, starts[at + 1]));
}
