import { parentPort } from "node:worker_threads";
import { told } from "../../workers/thread.ts";
import { type ListedPapers, listOf, packedList } from "./list.ts";
import { readTexts, type StoredTexts } from "./stored-texts.ts";
import type { Bytes } from "./texts.ts";

/** A list whose files are to be made. */
export interface ListTask extends Omit<ListedPapers, "sizes"> {
	texts: StoredTexts;
	/** Where an older form of its packed file lies. */
	last: string | undefined;
}

/** Both files of a list. */
export interface MadeList {
	plain: Bytes;
	packed: Bytes;
}

/** Makes the files of the list of each message, or says nothing of them where a text is not as it was written. */
for (;;) {
	const { texts, last, ...papers } = await told<ListTask>();
	parentPort?.postMessage(await madeOf(papers, texts, last));
}

async function madeOf(
	papers: Omit<ListedPapers, "sizes">,
	texts: StoredTexts,
	last: string | undefined,
): Promise<MadeList | undefined> {
	const read = readTexts(texts);
	if (!read) return undefined;
	const plain = listOf(papers.format, read);
	const packed = await packedList(plain, { ...papers, sizes: texts.sizes }, last);
	return { plain: shared(plain), packed: shared(packed) };
}

/**
 * Bytes in memory that both threads have. What a thread is handed over counts as its own, and
 * has it look through all that it holds for what could go, again and again.
 */
function shared(bytes: Uint8Array): Bytes {
	const both = new Uint8Array(new SharedArrayBuffer(bytes.length));
	both.set(bytes);
	return both;
}
