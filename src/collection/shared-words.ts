import type { Content } from "../entry/read-content.ts";
import type { Words } from "./words.ts";

/** Where it lies: the build begins it, and pages, which are bundled apart, ask for it. */
const WORDS = Symbol.for("offprint.words");

const everywhere = globalThis as { [WORDS]?: { content: Content; words: Promise<Words> } };

/** From now on pages wait for what is found out of the words of this content. */
export function shareWords(content: Content, words: Promise<Words>): void {
	everywhere[WORDS] = { content, words };
}

/** What is being found out of the words of this content beside the pages, if somebody does. */
export function sharedWords(content: Content): Promise<Words> | undefined {
	const shared = everywhere[WORDS];
	return shared?.content === content ? shared.words : undefined;
}
