import path from "node:path";
import { lent } from "../../cache/lent.ts";
import { markOf } from "../../offline/cuts.ts";
import { CITATION_FORMATS, type Citable } from "../../paper/citations.ts";
import { workerPool } from "../../workers/pool.ts";
import { LARGEST_FILE } from "../host-limits.ts";
import { packedList } from "./list.ts";
import type { ListTask, MadeList } from "./list-worker.ts";
import { type Bytes, type CitationTexts, type ProgramFormat, textsAnew } from "./texts.ts";

/** A file within a folder of the site. */
export interface CitationFile {
	name: string;
	/** What stands in it: megabytes, which are put together when the file is written, and not kept. */
	body(): Bytes | Promise<Bytes>;
	type: string;
	/** Has it made before it is asked for, where memory allows. */
	begin?(): void;
}

const PACKED = "application/gzip";

/** Bytes of lists that are made before they are asked for, at one time: they stay in memory. */
const MOST_AHEAD = 96 * 1024 * 1024;
let bytesAhead = 0;

/** One list after the other: each takes some of its size in memory. */
const madeInThread = workerPool<ListTask, MadeList | undefined>(
	path.resolve("src/exports/cite/list-worker.ts"),
	1,
);

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
	/** Where a file of this name lies in an older form of the site, where that is known. */
	last?: (name: string) => string | undefined;
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
	const parts: { papers: Citable[]; bytes: number }[] = [];
	for (const citable of citables) {
		const size = texts.size(citable) + 4;
		const part = parts.at(-1);
		if (part && part.bytes + size <= most) {
			part.papers.push(citable);
			part.bytes += size;
		} else parts.push({ papers: [citable], bytes: size });
	}
	if (parts.length === 0) parts.push({ papers: [], bytes: 0 });
	return parts.flatMap(({ papers, bytes }, at): CitationFile[] => {
		const number = at === 0 ? "" : `-${at + 1}`;
		const name = nameOf(format, abstract).replace(/(?=\.)/, number);
		if (!packed) return [{ name, body: () => texts.list(papers), type }];
		// The two forms of a file are written one after the other.
		let made: WeakRef<Promise<MadeList>> | undefined;
		let ahead: Promise<MadeList> | undefined;
		const packedName = `${name}.gz`;
		const anew = () => {
			const begun = bothOf(format, papers, texts, last(packedName));
			made = new WeakRef(begun);
			return begun;
		};
		const body = (form: keyof MadeList) => async () => {
			const begun = ahead ?? made?.deref() ?? anew();
			if (ahead) bytesAhead -= bytes;
			ahead = undefined;
			const { [form]: file } = await begun;
			return lent(file.buffer.detached ? (await anew())[form] : file);
		};
		const begin = () => {
			if (ahead || bytesAhead + bytes > MOST_AHEAD) return;
			bytesAhead += bytes;
			ahead = anew();
			// Whoever asks for it is told.
			ahead.catch(() => {});
		};
		return [
			{ name, body: body("plain"), type, begin },
			{ name: packedName, body: body("packed"), type: PACKED },
		];
	});
}

/** Both files of a list: in a thread, if its texts stand in a file as they were written. */
async function bothOf(
	format: ProgramFormat,
	citables: readonly Citable[],
	texts: CitationTexts,
	last: string | undefined,
): Promise<MadeList> {
	const marks = Uint32Array.from(citables, ({ paper }) => markOf(paper.id));
	const stored = texts.stored?.(citables);
	const made = stored && (await madeInThread({ format, marks, texts: stored, last }));
	if (made) return made;
	const plain = texts.list(citables);
	const sizes = citables.map((citable) => texts.size(citable));
	return { plain, packed: await packedList(plain, { format, marks, sizes }, last) };
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
