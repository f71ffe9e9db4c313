import { parentPort } from "node:worker_threads";
import { type ListedPapers, listOf, packedList } from "./list.ts";
import { readTexts, type StoredTexts } from "./stored-texts.ts";
import type { Bytes } from "./texts.ts";

/** A list whose files are to be made. */
export interface ListTask extends Omit<ListedPapers, "sizes"> {
	texts: StoredTexts;
	/** An older form of its packed file. */
	last: Uint8Array | undefined;
}

/** Both files of a list. */
export interface MadeList {
	plain: Bytes;
	packed: Bytes;
}

/** Makes the files of the list of each message, or says nothing of them where a text is not as it was written. */
parentPort?.on("message", async ({ texts, last, ...papers }: ListTask) => {
	const read = readTexts(texts);
	if (!read) return parentPort?.postMessage(undefined);
	const plain = listOf(papers.format, read);
	const packed = await packedList(plain, { ...papers, sizes: texts.sizes }, last);
	const made: MadeList = { plain, packed };
	parentPort?.postMessage(
		made,
		[plain, packed].filter(isWhole).map(({ buffer }) => buffer),
	);
});

/** Small ones lie in memory that others use. */
function isWhole({ byteLength, buffer }: Bytes): boolean {
	return byteLength === buffer.byteLength;
}
