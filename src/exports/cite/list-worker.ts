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
	const made = await madeOf(papers, texts, last);
	parentPort?.postMessage(made, made ? [made.plain.buffer, made.packed.buffer] : []);
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
	return { plain: alone(plain), packed: alone(packed) };
}

/** Bytes with a memory of their own, which can be handed over. */
function alone(bytes: Uint8Array<ArrayBuffer>): Bytes {
	return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}
