/** Letters that are written out in TeX, in the order of the alphabet. */
const GREEK_NAMES =
	"alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega".split(
		" ",
	);
const LETTERS: Record<string, string> = {
	...Object.fromEntries(GREEK_NAMES.map((name, at) => [String.fromCodePoint(0x3b1 + at), name])),
	ϵ: "epsilon",
	ϕ: "phi",
	ø: "o",
	ł: "l",
	đ: "d",
	æ: "ae",
	œ: "oe",
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");

/**
 * The words of a title, so that two spellings of one title have the same: lower case,
 * without accents, punctuation, and the markup of math and HTML. Greek letters have their
 * names (`$\alpha$`, `α` and `alpha` are one), and `C++` and `C#` are not `C`.
 */
export function titleWords(title: string): string[] {
	return title
		.replace(/<\/?[a-z]{1,8}>/gi, "")
		.replace(/\\(?:math|text|operatorname|mbox|rm|bf|it|left|right)[a-z]*(?![a-z])/g, " ")
		.replace(/\\var(?=[a-z])/g, "")
		.normalize("NFKD")
		.replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
		.normalize("NFKC")
		.toUpperCase()
		.toLowerCase()
		.replace(LETTER, (letter) => LETTERS[letter] ?? letter)
		.replace(/(?<=[a-z])\+\+/g, "plus")
		.replace(/(?<=\b[a-z])#/g, "sharp")
		.replace(/&(?:amp;)?/g, " and ")
		.replace(/['’`{}$^_\\]/g, "")
		.split(/[^\p{L}\p{N}\p{M}]+/u)
		.filter(Boolean);
}

const ROMAN = /^(?:x{0,3}(?:ix|iv|v?i{1,3}|v)|x{1,3})$/;
const ROMAN_DIGITS: Record<string, number> = { i: 1, v: 5, x: 10 };

/** The numbers in the words of a title, roman ones too: `part ii of 3` has 2 and 3. */
export function numbersIn(words: readonly string[]): string[] {
	return words.flatMap((word) => {
		if (!ROMAN.test(word)) return word.match(/\d+/g) ?? [];
		const digits = [...word].map((letter) => ROMAN_DIGITS[letter] ?? 0);
		return [
			String(
				digits.reduce(
					(sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit),
					0,
				),
			),
		];
	});
}

const GENERIC = new Set(
	"a abstract abstracts acknowledgements acknowledgments an and announcement appendix article available book by chair chairs closing comment comments committee conclusion conclusions conference contents corrections correction corrigendum discussion editor editorial editors erratum errata foreword for from front guest in index interview introduction introductory invited issue keynote keynotes letter letters list matter memoriam message news note notes obituary of on opening organization organizers our overview panel panels paper papers poster posters preface proceedings program programme remarks reply report response retraction review reviewer reviewers reviews session sessions special summary survey symposium table talk talks thanks the this to tutorial tutorials volume welcome workshop workshops".split(
		" ",
	),
);

/** True for a title that many papers have, such as `Preface` or `Guest Editorial`: one word, or words of that kind only. */
export function isGenericTitle(words: readonly string[]): boolean {
	return words.length < 2 || words.every((word) => GENERIC.has(word) || /^\d+$/.test(word));
}

const SMALL = new Set("a an the of for in on with to and via by".split(" "));

/**
 * True for titles that differ only in small words and in at most two spellings (`tokeniser`,
 * `tokenizer`): words of five letters or more, one letter apart, with the same first letter, so
 * that `supervised` is not `unsupervised`. A number is never a spelling of another.
 */
export function areNearTitles(a: readonly string[], b: readonly string[]): boolean {
	const [long, others] = [a, b].map((words) => words.filter((word) => !SMALL.has(word)));
	if (!long || !others || long.length !== others.length || long.length < 3) return false;
	let spellings = 0;
	for (const [at, word] of long.entries()) {
		const other = others[at] ?? "";
		if (word === other) continue;
		if (!isSpellingOf(word, other) || ++spellings > 2) return false;
	}
	return true;
}

function isSpellingOf(a: string, b: string): boolean {
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	if (short.length < 5 || long.length - short.length > 1 || a[0] !== b[0]) return false;
	if (/\d/.test(a + b) || ROMAN.test(a) || ROMAN.test(b)) return false;
	let at = 0;
	while (at < short.length && short[at] === long[at]) at++;
	const rest = short.length === long.length ? short.slice(at + 1) : short.slice(at);
	return rest === long.slice(at + 1);
}
