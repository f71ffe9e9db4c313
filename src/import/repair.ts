import type { Inline } from "../entry/write.ts";
import type { Repair } from "../paper/schema.ts";
import type { Span } from "./record.ts";

/** A repair with its place in the source, 1-based. */
export interface PlacedRepair extends Repair {
	line: number;
	column: number;
	/** The rule that made it, for `--verbose`. */
	rule: string;
}

/** A repaired text: its pieces, and what was done to it. */
export interface Repaired {
	pieces: Inline[];
	repairs: PlacedRepair[];
}

interface Rule {
	name: string;
	/** What the damage looks like: so narrow that no sound text matches. */
	pattern: RegExp;
	/** What stood there before; a formula is TeX. */
	mend: (match: RegExpExecArray) => string | { tex: string };
}

/** `A_{i,t}`, perhaps between bars: TeX that has lost its dollar signs. */
const TERM = String.raw`\|?[A-Za-z]+[_^]\{[^{}\s]+\}\|?`;
/** `10{,}000`, `2.5`, `1,000`. */
const NUMBER = String.raw`\d+(?:\{,\}\d+)*(?:[.,]\d+)*`;
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const ABBREVIATIONS: Record<string, string> = {
	eg: "e.g.",
	ie: "i.e.",
	etc: "etc.",
	etal: "et al.",
	cf: "cf.",
};

/** Damage that TeX leaves when a page shows its source without setting it. */
const rules: readonly Rule[] = [
	{
		name: "formula without dollar signs",
		pattern: new RegExp(`${TERM}(?: ?times ?${TERM})*`),
		mend: ([whole]) => ({ tex: whole.replace(/ ?times ?/g, " \\times ") }),
	},
	{
		name: "\\times after a number",
		pattern: new RegExp(`(?<![\\w{])(${NUMBER})(?:!times|times)(?![a-z])(?= ?)`),
		mend: (match) =>
			`${thousands(match[1])}×${/\w/.test(match.input[match.index + match[0].length] ?? "") ? " " : ""}`,
	},
	{
		name: "\\times between variables",
		pattern: /(?<![\w\\])([a-zA-Z])times ([a-zA-Z])(?!\w)/,
		mend: ([, left = "", right = ""]) => `${left} × ${right}`,
	},
	{
		name: "{,} between thousands",
		pattern: /(?<![\w{])\d+(?:\{,\}\d{3})+(?!\w)/,
		mend: ([whole]) => thousands(whole),
	},
	{
		name: "\\sim before a number",
		pattern: /(?<![\w\\])sim!?(?=\d)/,
		mend: () => "~",
	},
	{
		name: "a power",
		pattern: /(?<![\w\\])([A-Za-z]{1,3})\^(\d)([A-Za-z]{0,3})(?!\w)/,
		mend: ([, base = "", digit = "", rest = ""]) =>
			base + (SUPERSCRIPTS[Number(digit)] ?? digit) + rest,
	},
	{
		name: "a character as x and its code",
		pattern: /(?<=[a-z])x20(1[34589cd]|26)(?=[A-Za-z\s,.;:])/,
		mend: ([whole]) => String.fromCodePoint(Number.parseInt(whole.slice(1), 16)),
	},
	{
		name: "TeX quotation marks",
		pattern: /(?:``|"(?=[^"'`]{1,120}''))([^`"']{1,120})''/,
		mend: ([, words = ""]) => `“${words}”`,
	},
	{
		name: "a macro for an abbreviation",
		pattern: /\\(eg|ie|etc|etal|cf)\b\.?(?=[\s,;:)]|$)/,
		mend: ([, name = ""]) => ABBREVIATIONS[name] ?? "",
	},
	{
		name: "an escaped character",
		pattern: /\\([%&#_$])/,
		mend: ([, char = ""]) => char,
	},
	{
		name: "a style macro",
		pattern: /\\(?:emph|textit|textbf|texttt|textsc|text)\{([^{}\\]*)\}/,
		mend: ([, words = ""]) => words,
	},
	{
		name: "a tie",
		pattern: /(?<=[A-Za-z]-?)~(?=[A-Za-z])/,
		mend: () => " ",
	},
	{
		name: "a TeX dash",
		pattern: /(?<=[A-Za-z0-9,] ?)-{2,3}(?= ?[A-Za-z0-9])/,
		mend: ([dashes]) => (dashes.length === 3 ? "—" : "–"),
	},
];

const anyRule = new RegExp(
	rules.map(({ pattern }, index) => `(?<r${index}>${withoutGroups(pattern)})`).join("|"),
	"g",
);

/**
 * Mends what is certain in a text that has been through TeX and back, in one pass
 * from left to right; what is not certain stays as it is. Every change is listed.
 */
export function repair(span: Span): Repaired {
	const pieces: Inline[] = [];
	const repairs: PlacedRepair[] = [];
	let end = 0;
	let words = "";
	for (const match of span.text.matchAll(anyRule)) {
		const rule =
			rules[
				Object.keys(match.groups ?? {}).findIndex((name) => match.groups?.[name] !== undefined)
			];
		if (!rule) continue;
		const sticky = new RegExp(rule.pattern.source, "y");
		sticky.lastIndex = match.index;
		const own = sticky.exec(span.text);
		if (!own) continue;
		const mended = rule.mend(own);
		words += span.text.slice(end, match.index);
		end = match.index + own[0].length;
		if (typeof mended === "string") words += mended;
		else {
			if (words) pieces.push({ type: "text", value: words });
			pieces.push({ type: "inlineMath", value: mended.tex });
			words = "";
		}
		repairs.push({
			from: own[0],
			to: typeof mended === "string" ? mended : `$${mended.tex}$`,
			rule: rule.name,
			...placeIn(span, match.index),
		});
	}
	words += span.text.slice(end);
	if (words || pieces.length === 0) pieces.push({ type: "text", value: words });
	return { pieces, repairs };
}

/** Macros that stay in a text because only its authors know what they stand for. */
export function unknownMacros(pieces: readonly Inline[]): string[] {
	return pieces.flatMap((piece) =>
		piece.type === "text" ? (piece.value.match(/\\[a-zA-Z]+/g) ?? []) : [],
	);
}

function thousands(number = ""): string {
	return number.replaceAll("{,}", ",");
}

function withoutGroups(pattern: RegExp): string {
	return pattern.source.replace(/(?<!\\)\((?!\?)/g, "(?:");
}

function placeIn(span: Span, offset: number): { line: number; column: number } {
	const before = span.text.slice(0, offset).split("\n");
	const column = (before.at(-1)?.length ?? 0) + (before.length === 1 ? span.column : 1);
	return { line: span.line + before.length - 1, column };
}
