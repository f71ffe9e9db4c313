import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { vi } from "vitest";
import { recordPath } from "../src/search/contents.ts";
import { normalize } from "../src/search/text.ts";
import { isStorable } from "../src/search/vocabulary.ts";
import type { Built } from "./search-index.ts";
import { temporaryFolder } from "./site.ts";

/** Numbers of the papers that an engine finds, in their order. */
export type Engine = (query: string) => Promise<number[]>;

/** Pagefind's own engine over a bundle, and what takes its files away again. */
export async function pagefindOf({
	bundle,
	files: { contents },
}: Built): Promise<{ find: Engine; remove(): void }> {
	const { folder, remove } = temporaryFolder();
	for (const [name, content] of bundle) {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		writeFileSync(path.join(folder, name), content);
	}
	const read = async (address: unknown) =>
		new Response(readFileSync(String(address).replace(/\?.*/, "")));
	vi.stubGlobal("fetch", read);
	const module = pathToFileURL(path.join(folder, "pagefind.js")).href;
	const { createInstance } = await import(/* @vite-ignore */ module);
	const instance = createInstance({ basePath: `${folder}/`, noWorker: true });
	await instance.init();
	const papers = Array.from({ length: contents.papers }, (_, paper) =>
		recordPath(paper, contents.papers, contents.sets),
	);
	const find: Engine = async (query) => {
		const { results }: { results: { id: string }[] } = await instance.search(query);
		return results.map(({ id }) => papers.indexOf(id)).sort((a, b) => a - b);
	};
	return {
		find,
		remove() {
			vi.unstubAllGlobals();
			remove();
		},
	};
}

/** Words of the vocabulary that Pagefind and we find in different papers, or that nobody finds. */
export async function differentWords({ files }: Built, pagefind: Engine): Promise<string[]> {
	const different: string[] = [];
	const words = await files.wordsFrom("");
	for (const { word, stem } of words) {
		const ours = [...(await files.places(stem)).keys()].sort((a, b) => a - b);
		const theirs = await pagefind(`"${word}"`);
		if (ours.length === 0 || ours.join() !== theirs.join()) {
			different.push(`${word}: Pagefind ${theirs}, we ${ours}`);
		}
	}
	return words.length > 0 ? different : ["there is no word"];
}

/**
 * Two words in a row that Pagefind finds in papers in which we do not. We find them in more papers:
 * in those that have both within one word, “state of” in “state-of-the-art”, and where one of them
 * stands in the paper with and without an accent, which Pagefind takes for two words of the phrase.
 * Words that no list of words holds, whole addresses, are left out.
 */
export async function lostPhrases(index: Built, pagefind: Engine): Promise<string[]> {
	const lost: string[] = [];
	const pairs = new Set<string>();
	for (const { title, abstract } of index.papers) {
		for (const text of [title, abstract]) {
			const words = text.split(/\s+/).map(normalize);
			words.forEach((word, at) => {
				const pair = [word, words[at + 1] ?? ""];
				if (pair.every((one) => isStorable(one) || /^\d+$/.test(one))) pairs.add(pair.join(" "));
			});
		}
	}
	let found = 0;
	for (const pair of pairs) {
		const ours = (await index.outcome(`"${pair}"`)).matching;
		const theirs = await pagefind(`"${pair}"`);
		if (theirs.length > 0) found++;
		if (ours.length === 0 || theirs.some((paper) => !ours.includes(paper))) {
			lost.push(`${pair}: Pagefind ${theirs}, we ${ours}`);
		}
	}
	return found > pairs.size / 2 ? lost : ["Pagefind finds next to nothing"];
}
