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

const SUFFIX = /^(?:Jr|Sr|II|III|IV)\.?$/;

/** Words that stand in the names of groups, and in no person's. */
const GROUP =
	/\b(?:collaborations?|consortium|teams?|groups?|project|initiative|network|committee|society|association|institute|university|laboratory|laboratories|labs?|foundation|centre|center|department|organi[sz]ation|and|for|of|the)\b/i;

/**
 * The parts of a name as printed: `Ludwig van Beethoven`, `Martin Luther King Jr.` The last
 * word is the family name, with the particles before it. Whole stay: names of one word, of
 * groups, with digits or commas, and those in scripts that put the family name first or
 * part no words, since nothing tells where to cut.
 */
export function nameParts(printed: string): NameParts {
	const name = printed.replace(/\s+/g, " ").trim();
	const words = name.replace(/,(?= (?:Jr|Sr|II|III|IV)\.?$)/, "").split(" ");
	const suffix = words.length > 2 && SUFFIX.test(words.at(-1) ?? "") ? words.pop() : undefined;
	const family = words.pop() ?? "";
	const first = words.findIndex((word, at) => at > 0 && PARTICLES.has(word.toLowerCase()));
	const isWhole =
		words.length === 0 ||
		PARTICLES.has(words[0] ?? "") ||
		/[,;{}\p{N}]/u.test([...words, family].join(" ")) ||
		/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(name) ||
		GROUP.test(name);
	if (isWhole) return { literal: name };
	// A capital is no particle: “Kim De Vos” may as well have two given names.
	const from = first > 0 && words.slice(first).every((word) => PARTICLES.has(word)) ? first : -1;
	const given = (from > 0 ? words.slice(0, from) : words).join(" ");
	const particle = from > 0 ? words.slice(from).join(" ") : undefined;
	return { given, ...(particle ? { particle } : {}), family, ...(suffix ? { suffix } : {}) };
}
