import { titleWords } from "./title-key.ts";

/** A name in parts, as CSL and BibTeX know them; a name that has none is a literal. */
export type NameParts =
	| { given: string; particle?: string; family: string; suffix?: string }
	| { literal: string };

/** Words in lower case that begin a family name. */
const PARTICLES = new Set(
	"af al ap av bin bint da dal de degli dei del della den der des di do dos du el ibn la las le lo los 't ten ter thor til to tot van vom von zu zum zur".split(
		" ",
	),
);

const SUFFIX = /^(?:Jr|JR|jr|Sr|SR|sr|II|III|IV)\.?$/;

/** Words that stand in the names of groups, and in no person's. */
const GROUP =
	/\b(?:collaborations?|consortium|teams?|groups?|project|initiative|network|committee|society|association|institute|university|laboratory|laboratories|labs?|foundation|centre|center|department|organi[sz]ation|and|for|of|the)\b/i;

/** What stands behind a comma, and is no given name. */
const TITLE = /^(?:Inc|Ltd|LLC|LLP|Corp|Co|GmbH|AG|SA|PLC|Ph\.?\s?D|M\.?D|Esq)\.?$/i;

/** `A`, `A.`, `J.-P.` */
const INITIALS = /^\p{L}\p{M}*\.?(?:-?\p{L}\p{M}*\.)*$/u;

/** Scripts that put the family name first, or part no words. */
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * The parts of a name as printed: `Ludwig van Beethoven`, `Martin Luther King Jr.` The last
 * word is the family name, with the particles before it. `Beethoven, Ludwig van` says itself
 * which is which. Whole stay: names of one word, of groups, with digits or other commas, and
 * those in scripts that put the family name first or part no words, since nothing tells where
 * to cut.
 */
export function nameParts(printed: string): NameParts {
	const name = printed.replace(/\s+/g, " ").trim();
	if (/[;{}\p{N}]/u.test(name) || EAST_ASIAN.test(name) || GROUP.test(name)) {
		return { literal: name };
	}
	const words = name.replace(/,(?= (?:Jr|Sr|II|III|IV)\.?$)/i, "").split(" ");
	const last = words.length > 1 ? words.at(-1) : undefined;
	const suffix = last !== undefined && SUFFIX.test(last) ? words.pop() : undefined;
	const parts = words.some((word) => word.includes(","))
		? familyFirst(words.join(" "))
		: familyLast(words);
	return parts ? { ...parts, ...(suffix ? { suffix } : {}) } : { literal: name };
}

type Person = Exclude<NameParts, { literal: string }>;

/** `Ludwig van Beethoven`, in words. */
function familyLast(words: readonly string[]): Person | undefined {
	const family = words.at(-1) ?? "";
	const before = words.slice(0, -1);
	if (before.length === 0 || isParticle(before[0] ?? "")) return undefined;
	const first = before.findIndex((word, at) => at > 0 && PARTICLES.has(word.toLowerCase()));
	// A capital is no particle: “Kim De Vos” may as well have two given names.
	const from = first > 0 && before.slice(first).every(isParticle) ? first : before.length;
	return person(before.slice(0, from), before.slice(from), family);
}

/** `Beethoven, Ludwig van`; `Lovelace, A., Turing` and `Ada Lovelace, Kurt Gödel` are no such name. */
function familyFirst(name: string): Person | undefined {
	const [left = "", middle = "", ...more] = name.split(",").map((part) => part.trim());
	const suffix = more.length === 1 && SUFFIX.test(middle) ? middle : undefined;
	const right = suffix ? (more[0] ?? "") : middle;
	if ((more.length > 0 && !suffix) || !left || !right || TITLE.test(right)) return undefined;
	const family = left.split(" ");
	const particles = family.findIndex((word) => !isParticle(word));
	const given = right.split(" ");
	const tail = given.findLastIndex((word) => !isParticle(word)) + 1;
	const isOneWord = particles === family.length - 1;
	const areInitials = given.slice(0, tail).every((word) => INITIALS.test(word));
	if (particles < 0 || tail === 0 || !(isOneWord || areInitials)) return undefined;
	const found = person(
		given.slice(0, tail),
		[...given.slice(tail), ...family.slice(0, particles)],
		family.slice(particles).join(" "),
	);
	return { ...found, ...(suffix ? { suffix } : {}) };
}

function isParticle(word: string): boolean {
	return PARTICLES.has(word);
}

function person(given: readonly string[], particles: readonly string[], family: string): Person {
	const particle = particles.join(" ");
	return { given: given.join(" "), ...(particle ? { particle } : {}), family };
}

/**
 * What the spellings of an author's name have in common, to be compared: the last word of the
 * family name in lower case, without accents, particles and suffix. Of a name that stays whole,
 * all of it, without spaces, particles and `the` before it. Empty where it has no letters.
 */
export function familyKey(printed: string): string {
	// DBLP tells namesakes apart by a number: “Wei Wang 0001”.
	const parts = nameParts(printed.replace(/\s\d{1,6}\s*$/, ""));
	// Parts of a double name are parted by a hyphen, a space or nothing.
	const key = (text: string) => titleWords(text.replace(/[-\u2010-\u2013]/g, ""));
	if ("family" in parts) return key(parts.family).at(-1) ?? "";
	const words = parts.literal.split(" ");
	const from = words.findIndex((word) => !isParticle(word) && !/^the$/i.test(word));
	return key(words.slice(Math.max(0, from)).join(" ")).join("");
}
