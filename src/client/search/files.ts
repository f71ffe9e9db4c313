import type { FileKind, ReadFile } from "../../search/index-files.ts";
import { withoutMark } from "../../search/pagefind-files.ts";

/** A file of the search index that cannot be had, and why. */
export class FileProblem extends Error {
	override readonly name = "FileProblem";
	/** Path within `pagefind/`. */
	readonly path: string;
	readonly kind: FileKind;
	/** The last two are of an archive's folder: the file is not in it, or is not as it was written. */
	readonly reason: "offline" | "refused" | "missing" | "page" | "damaged" | "absent" | "spoilt";

	constructor(path: string, kind: FileKind, reason: FileProblem["reason"], detail: string) {
		super(`${path}: ${detail}`);
		this.path = path;
		this.kind = kind;
		this.reason = reason;
	}
}

/** Characters of a SHA-256 that name a file. */
const NAMED =
	/(?:^|[/._])([0-9a-f]{16})\.pf_(?:contents|words|outline|index|pair|table|facet|ids)$/;

/** Milliseconds after which a file, a few kB, is given up. */
const PATIENCE = 30_000;

/** A list of words begins with a word that shares no letters with one before. */
const FIRST_OF_WORDS = 1;

/** Reads files of the index from `folder`, an address that ends in a slash. */
export function filesAt(folder: string): ReadFile {
	return async (path, kind) => {
		const fetched = () => fetchFile(folder, path, kind, "default");
		// What a cache holds may be damaged: the second time the server itself is asked.
		const again = (problem: FileProblem) => {
			if (problem.reason === "offline") throw problem;
			return fetchFile(folder, path, kind, "reload");
		};
		// Their names stay when their content changes.
		const current = kind === "entry" || kind === "citations";
		return current ? fetchFile(folder, path, kind, "no-cache") : fetched().catch(again);
	};
}

async function fetchFile(
	folder: string,
	path: string,
	kind: FileKind,
	cache: RequestCache,
): Promise<Uint8Array> {
	const fail = (reason: FileProblem["reason"], detail: string) =>
		new FileProblem(path, kind, reason, detail);
	let response: Response;
	let bytes: Uint8Array<ArrayBuffer>;
	try {
		response = await fetch(folder + path, { cache, signal: AbortSignal.timeout(PATIENCE) });
		bytes = new Uint8Array(await response.arrayBuffer());
	} catch (cause) {
		throw fail(navigator.onLine ? "refused" : "offline", String(cause));
	}
	if (response.status === 404 || response.status === 410)
		throw fail("missing", `${response.status}`);
	if (!response.ok) throw fail("refused", `${response.status} ${response.statusText}`);
	if (response.headers.get("content-type")?.includes("html") || bytes[0] === 0x3c) {
		throw fail("page", "a web page came in its place");
	}
	try {
		return await checkedContent(path, kind, bytes);
	} catch (cause) {
		throw fail("damaged", String(cause));
	}
}

/** The content of a file of the index, given its bytes. Rejects where they are damaged. */
export async function checkedContent(
	path: string,
	kind: FileKind,
	bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
	await verify(path, bytes);
	const content = await unpacked(bytes);
	checkKind(kind, content);
	return content;
}

/** Throws where a file is none of its kind: a server may have sent a line of text in its place. */
function checkKind(kind: FileKind, content: Uint8Array): void {
	if (kind === "citations") {
		const { version, papers } = JSON.parse(new TextDecoder().decode(content));
		if (version !== 1 || !papers) throw new Error("it holds no citations");
	} else if (kind === "entry" || kind === "contents") {
		const { offprint } = JSON.parse(new TextDecoder().decode(content));
		if (kind === "entry" && !offprint?.contents) throw new Error("it names no table of contents");
	} else if (kind !== "words") withoutMark(content);
	else if (content[0] !== FIRST_OF_WORDS) throw new Error("it is no list of words");
}

/** Compares a file with the SHA-256 in its name. Browsers do that only for sites of https. */
async function verify(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
	const name = NAMED.exec(path)?.[1];
	if (!name || !isPacked(bytes) || !globalThis.crypto?.subtle) return;
	const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
	const hex = [...digest.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
	if (hex !== name) throw new Error(`SHA-256 begins ${hex}`);
}

/** The content of a file that is packed with gzip (RFC 1952), which tells when it is cut off or changed. */
export async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
	// A server or a copy of the collection may have unpacked it.
	if (!isPacked(bytes)) return bytes;
	const { readable, writable } = new DecompressionStream("gzip");
	const writer = writable.getWriter();
	// What is wrong with the bytes is told by the reading end.
	writer.write(bytes).catch(() => {});
	writer.close().catch(() => {});
	return new Uint8Array(await new Response(readable).arrayBuffer());
}

function isPacked(bytes: Uint8Array): boolean {
	return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
