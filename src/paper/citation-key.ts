import { checkSum } from "./check-sum.ts";
import { compare } from "./issues.ts";
import { nameParts } from "./names.ts";
import type { Paper } from "./schema.ts";
import { isAscii } from "./text.ts";

/** Words of a title that say nothing by themselves. */
const STOP_WORDS = new Set(
	"a an and are as at be beyond by can do does for from how in into is it its not of on or our over that the their this to toward towards under using via we what when where which why with without".split(
		" ",
	),
);

/** Letters that are no Latin letter with an accent, as ASCII. */
const LETTERS: Readonly<Record<string, string>> = {
	ß: "ss",
	æ: "ae",
	œ: "oe",
	ø: "o",
	ł: "l",
	đ: "d",
	ð: "d",
	þ: "th",
	ı: "i",
	ŋ: "ng",
};

const MAX_PART = 24;

/**
 * The citation key of every paper, by its id: `lovelace-2024-swifts`, from the family name of
 * the first author, the year and the first word of the title that says something; from two
 * such words where no author is known, without year where undated. ASCII, in lower case.
 *
 * Of papers that would have the same key, the oldest (by date, then id; a year alone comes before
 * its days) has it, and the others
 * have a check sum of their id behind it. So a key changes only when a paper is added that is
 * older than the one that has the key; how many others share it does not matter. `bases` is what
 * {@link citationBase} says of each, where that is known.
 */
export function citationKeys(
	papers: readonly Pick<Paper, "id" | "title" | "authors" | "date">[],
	bases: readonly string[] = papers.map(citationBase),
): Map<string, string> {
	const keys = new Map<string, string>();
	const taken = new Set<string>();
	const oldestFirst = papers
		.map(({ id, date }, at) => ({ id, date: date ?? "9999-12-31", at }))
		.sort((a, b) => compare(a.date, b.date) || compare(a.id, b.id));
	for (const { id, at } of oldestFirst) {
		const base = bases[at] ?? "";
		let key = base;
		for (let turn = 0; taken.has(key); turn++) key = `${base}-${suffixOf(id, turn)}`;
		taken.add(key);
		keys.set(id, key);
	}
	return keys;
}

/** Four letters and digits that hang on the id alone. */
function suffixOf(id: string, turn: number): string {
	const sum = checkSum(turn === 0 ? id : `${id}#${turn}`);
	return sum.toString(36).padStart(4, "0").slice(-4);
}

/** The citation key of a paper where no other has the same: see {@link citationKeys}. */
export function citationBase({
	id,
	title,
	authors,
	date,
}: Pick<Paper, "id" | "title" | "authors" | "date">): string {
	const words = wordsOf(title.replace(/\$[^$]*\$/g, " "));
	const telling = words.filter((word) => word.length > 1 && !STOP_WORDS.has(word));
	const [first, second] = telling.length > 0 ? telling : words;
	const author = authors?.[0] === undefined ? "" : familyOf(authors[0]);
	const year = date?.slice(0, 4);
	const parts = author ? [author, year, first] : [first, year, second];
	const key = parts
		.filter((part) => part !== undefined)
		.map((part) => part.slice(0, MAX_PART))
		.join("-");
	return author || first ? key : ["paper", ...wordsOf(id).slice(0, 3)].join("-");
}

/** The family name in one word: `van Beethoven` is `beethoven`; of a group, its first telling word. */
function familyOf(name: string): string {
	const parts = nameParts(name);
	if ("family" in parts) return wordsOf(parts.family).join("");
	return wordsOf(parts.literal).find((word) => !STOP_WORDS.has(word)) ?? "";
}

function wordsOf(text: string): string[] {
	const ascii = isAscii(text)
		? text.toLowerCase()
		: text
				.normalize("NFKD")
				.replace(/\p{M}/gu, "")
				.toLowerCase()
				.replace(/[ßæœøłđðþıŋ]/g, (letter) => LETTERS[letter] ?? "");
	return ascii.replace(/['’]s(?![a-z])|['’]/g, "").match(/[a-z0-9]+/g) ?? [];
}
