import { eng } from "stopword";
import type { PublicPaper } from "../../src/exports/papers-json.ts";
import { wordsOf } from "../../src/search/text.ts";
import { random } from "../random.ts";

/** A query that one paper is meant by. */
export interface KnownItem {
	query: string;
	/** Position of the paper in the corpus. */
	paper: number;
}

/** How a query is made of a paper. */
export const KINDS = [
	"title, words shuffled",
	"rare words of the abstract",
	"title with a typo",
	"author and word",
] as const;

const stop = new Set<string>(eng);

/** So many queries of each kind, the same every time. */
export function knownItems(
	papers: readonly PublicPaper[],
	count: number,
	seed = 1,
): Record<(typeof KINDS)[number], KnownItem[]> {
	const next = random(seed);
	const pick = <Item>(items: readonly Item[]) => items[Math.floor(next() * items.length)] as Item;
	const frequency = new Map<string, number>();
	for (const { title, abstract } of papers) {
		for (const word of new Set(wordsOf(`${title} ${abstract}`))) {
			frequency.set(word, (frequency.get(word) ?? 0) + 1);
		}
	}
	const plain = (text: string) =>
		[...new Set(text.toLowerCase().match(/(?<![\p{L}\p{N}-])[a-z]{4,}(?![\p{L}\p{N}-])/gu))].filter(
			(word) => !stop.has(word),
		);
	const items = (make: (paper: PublicPaper) => string | undefined) => {
		const found: KnownItem[] = [];
		while (found.length < count) {
			const paper = Math.floor(next() * papers.length);
			const query = make(papers[paper] as PublicPaper);
			if (query) found.push({ query, paper });
		}
		return found;
	};
	return {
		"title, words shuffled": items(({ title }) => {
			const words = title.split(" ");
			return words.length < 4 ? undefined : shuffle(words, next).join(" ");
		}),
		"rare words of the abstract": items(({ abstract }) => {
			const rare = plain(abstract)
				.filter((word) => (frequency.get(word) ?? 0) >= 2 && (frequency.get(word) ?? 0) <= 50)
				.sort((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0))
				.slice(0, 8);
			const some = shuffle(rare, next).slice(0, 2 + Math.floor(next() * 2));
			return some.length < 2 ? undefined : some.join(" ");
		}),
		"title with a typo": items(({ title }) => {
			const words = title.split(" ");
			const long = words.flatMap((word, at) => (/^[A-Za-z]{6,}$/.test(word) ? [at] : []));
			if (words.length < 4 || long.length === 0) return undefined;
			const at = pick(long);
			return words.map((word, index) => (index === at ? mistype(word, next) : word)).join(" ");
		}),
		"author and word": items(({ authors, title }) => {
			const words = plain(title).filter((word) => (frequency.get(word) ?? 0) < 400);
			const named = authors.filter((name) => name.includes(" "));
			return words.length === 0 || named.length === 0 ? undefined : `${pick(named)} ${pick(words)}`;
		}),
	};
}

function shuffle<Item>(items: readonly Item[], next: () => number): Item[] {
	const shuffled = [...items];
	for (let at = shuffled.length - 1; at > 0; at--) {
		const other = Math.floor(next() * (at + 1));
		[shuffled[at], shuffled[other]] = [shuffled[other] as Item, shuffled[at] as Item];
	}
	return shuffled;
}

/** One letter left out, doubled up with a wrong one, changed, or two swapped. */
function mistype(word: string, next: () => number): string {
	const at = Math.floor(next() * word.length);
	const letter = String.fromCharCode(97 + Math.floor(next() * 26));
	const swap = Math.min(at, word.length - 2);
	const mistyped = [
		word.slice(0, at) + word.slice(at + 1),
		word.slice(0, at) + letter + word.slice(at),
		word.slice(0, at) + letter + word.slice(at + 1),
		word.slice(0, swap) + word[swap + 1] + word[swap] + word.slice(swap + 2),
	][Math.floor(next() * 4)] as string;
	return mistyped.toLowerCase() === word.toLowerCase() ? mistype(word, next) : mistyped;
}
