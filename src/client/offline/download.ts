import { concat } from "../../offline/bytes.ts";
import {
	type BadManifest,
	MANIFEST,
	type Manifest,
	type Part,
	parseManifest,
} from "../../offline/manifest.ts";
import { sha256 } from "../../offline/pack.ts";
import { type CopyFailure, failures } from "./failures.ts";

/** What the site offers now. Throws CopyFailure. */
export async function publishedManifest(base: string): Promise<Manifest> {
	const answer = await request(base + MANIFEST, "the list of what belongs to the copy").catch(
		(cause: CopyFailure) => {
			throw cause.maybeReplaced ? cause : failures.noManifest();
		},
	);
	let text: string;
	try {
		text = await answer.text();
	} catch {
		throw failures.noManifest();
	}
	try {
		return parseManifest(text);
	} catch (cause) {
		throw failures.manifest((cause as BadManifest).message);
	}
}

/** Somebody who watches a download. */
interface Watch {
	/** Told how many bytes have come. */
	onBytes(bytes: number): void;
	signal: AbortSignal | undefined;
}

/**
 * The bytes of a part, which are those that the manifest announces. `what` names it in
 * messages. Throws CopyFailure, or an AbortError.
 */
export async function downloadPart(
	base: string,
	part: Part,
	what: string,
	watch: Watch,
): Promise<Uint8Array<ArrayBuffer>> {
	const answer = await request(base + part.path, what, watch.signal);
	if (/^text\/html\b/i.test(answer.headers.get("content-type") ?? "")) throw failures.page(what);
	const bytes = await read(answer, part, what, watch);
	if (bytes.length !== part.bytes) throw failures.short(what, bytes.length, part.bytes);
	if ((await sha256(bytes)) !== part.sha256) throw failures.altered(what);
	return bytes;
}

async function request(
	url: string,
	what: string,
	signal?: AbortSignal | undefined,
): Promise<Response> {
	let answer: Response;
	try {
		// Not out of the browser's cache, and not into it: it would be kept twice.
		answer = await fetch(url, { cache: "no-store", signal: signal ?? null });
	} catch {
		signal?.throwIfAborted();
		throw failures.unreachable(what);
	}
	if (answer.status === 404 || answer.status === 410) throw failures.missing(what);
	if (!answer.ok) throw failures.refused(what, answer.status);
	return answer;
}

async function read(
	answer: Response,
	part: Part,
	what: string,
	{ onBytes, signal }: Watch,
): Promise<Uint8Array<ArrayBuffer>> {
	const chunks: Uint8Array[] = [];
	let here = 0;
	try {
		const reader = answer.body?.getReader();
		for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
			chunks.push(next.value);
			here += next.value.length;
			onBytes(here);
		}
	} catch {
		signal?.throwIfAborted();
		throw failures.stopped(what, here, part.bytes);
	}
	return concat(chunks);
}
