import { mathError } from "../entry/math.ts";
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
	/** What stood there before; nothing where that turns out not to be certain. */
	mend: (match: RegExpExecArray) => string | Inline[] | undefined;
}

/** Text that only looks damaged: a web address, a formula between dollar signs, code between backticks. */
const SOUND =
	/(?:https?:\/\/|\b[\w-]{1,60}(?:\.[\w-]{1,60}){0,4}\.[a-z]{2,9}\/)[^\s\\]+|(?<!\\)\$(?=[^$\n]*[\\^_{])[^$\n]{1,200}\$|(?<!`)`[^`'\n]+`(?!`)/;

/** `A_{i,t}`, perhaps between bars: TeX that has lost its dollar signs. */
const TERM = String.raw`\|?[A-Za-z]{1,30}[_^]\{[A-Za-z0-9,;:+\-*/=<>()|]{1,60}\}\|?`;
/** `10{,}000`, `2.5`, `1,000`. */
const NUMBER = String.raw`\d{1,30}(?:\{,\}\d+){0,9}(?:[.,]\d+){0,9}`;
/** A variable of one letter: `k`, `d^2`. */
const VARIABLE = String.raw`[A-Za-z](?:\^\d)?`;
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
		pattern: new RegExp(`(?<![\\w\\\\$|}])${TERM}(?: ?times ?${TERM}){0,9}(?![\\w$^{|])`),
		mend: ([whole]) => {
			const value = whole.replace(/(?<=[}|]) ?times ?/g, " \\times ");
			return mathError(value) ? undefined : [{ type: "inlineMath", value }];
		},
	},
	{
		name: "\\times between numbers",
		pattern: new RegExp(`(?<![\\w{^.])${NUMBER}(?:!?times ?${NUMBER}){1,9}(?![\\w^{])`),
		mend: ([whole]) => thousands(whole.replace(/!?times ?/g, " × ")),
	},
	{
		name: "\\times after a number",
		pattern: new RegExp(`(?<![\\w{^.])(${NUMBER})!?times(?!\\w)`),
		mend: ([, number]) => `${thousands(number)}×`,
	},
	{
		name: "\\times between variables",
		pattern: new RegExp(`(?<![\\w\\\\])${VARIABLE}(?:times ${VARIABLE}){1,9}(?![\\w^])`),
		mend: ([whole]) => powers(whole.replace(/times /g, " × ")),
	},
	{
		name: "{,} between thousands",
		pattern: /(?<![\w{^.])\d{1,3}(?:\{,\}\d{3}){1,9}(?![\w{])/,
		mend: ([whole]) => thousands(whole),
	},
	{
		name: "\\sim before a number",
		// Without its ! only before what is no name: sim10 and sim2%, but neither sim2real nor sim1.
		pattern: /(?<![\w\\-])sim(?:!(?=\d)|(?=[\d.]+(?:\\?%|x\b|!?times))|(?=\d[\d.]+(?:[\s,;:)]|$)))/,
		mend: () => "~",
	},
	{
		name: "a power",
		pattern: /(?<![\w\\])[A-Za-z]{1,3}\^\d[A-Za-z]{0,3}(?![\w^{]|[.,]\d)/,
		mend: ([whole]) => powers(whole),
	},
	{
		name: "a character as x and its code",
		// Between letters alone, or a quotation mark at the end of a word: Matrix2014 is a name and a year.
		pattern: /(?<=[a-z])x20(?:(?:1[34589cd]|26)(?=[A-Za-z])|1d(?=[\s,.;:)]|$))/,
		mend: ([whole]) => String.fromCodePoint(Number.parseInt(whole.slice(1), 16)),
	},
	{
		name: "TeX quotation marks",
		pattern: /(?:``|"(?=[^"`“”]{1,120}''))((?:[^`"'“”]|(?<=[A-Za-z])'(?=[a-z])){1,120})''/,
		mend: ([, words = ""]) => [text("“"), ...mendWords(words), text("”")],
	},
	{
		name: "a macro for an abbreviation",
		pattern: /\\(eg|ie|etc|etal|cf)\b\.?(?=[\s,;:)~]|$)/,
		mend: ([, name = ""]) => ABBREVIATIONS[name] ?? "",
	},
	{
		name: "an escaped character",
		pattern: /(?<!\\)\\(?:[%&#_]|\$(?=\d))/,
		mend: ([whole]) => whole.slice(1),
	},
	{
		name: "a style macro",
		pattern: /\\(?:emph|textit|textbf|texttt|textsc|text)\{([^{}\\]*)\}/,
		mend: ([, words = ""]) => mendWords(words),
	},
	{
		name: "a tie",
		// Words have two letters at least: x~N(0,1) is a distribution.
		pattern: /(?<=[A-Za-z]{2}|[A-Za-z]-)~(?=[A-Za-z]{2})/,
		mend: () => " ",
	},
	{
		name: "a TeX dash",
		// With a space on both sides or on neither: --verbose is an option of a command.
		pattern: /(?<=[\w,)])-{2,3}(?=\w)|(?<=[\w,)] )-{2,3}(?= \w)/,
		mend: ([dashes]) => (dashes.length === 3 ? "—" : "–"),
	},
];

const anyRule = new RegExp(
	[SOUND.source, ...rules.map(({ pattern }, index) => `(?<r${index}>${pattern.source})`)].join("|"),
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
		if (mended === undefined) continue;
		const instead = typeof mended === "string" ? [text(mended)] : mended;
		pieces.push(text(span.text.slice(end, match.index)), ...instead);
		end = match.index + own[0].length;
		repairs.push({
			from: own[0],
			to: inlineSource(instead),
			rule: rule.name,
			...placeIn(span, match.index),
		});
	}
	return { pieces: joined([...pieces, text(span.text.slice(end))]), repairs };
}

/** Pieces as one line of source, formulas between dollar signs. */
export function inlineSource(pieces: readonly Inline[]): string {
	return pieces.map(({ type, value }) => (type === "text" ? value : `$${value}$`)).join("");
}

/** Macros that stay in a text because only its authors know what they stand for. */
export function unknownMacros(pieces: readonly Inline[]): string[] {
	return pieces.flatMap((piece) =>
		piece.type === "text" ? (piece.value.match(/\\[a-zA-Z]+/g) ?? []) : [],
	);
}

/** The words that quotation marks or a macro surround, mended too. */
function mendWords(words: string): Inline[] {
	return repair({ text: words, line: 1, column: 1 }).pieces;
}

function text(value: string): Inline {
	return { type: "text", value };
}

/** Pieces with neighbouring words joined and empty ones left out. */
function joined(pieces: readonly Inline[]): Inline[] {
	const all: Inline[] = [];
	for (const piece of pieces) {
		const last = all.at(-1);
		if (piece.type === "text" && last?.type === "text") last.value += piece.value;
		else if (piece.value) all.push({ ...piece });
	}
	return all.length > 0 ? all : [text("")];
}

function thousands(number = ""): string {
	return number.replaceAll("{,}", ",");
}

function powers(text: string): string {
	return text.replace(/\^(\d)/g, (_, digit: string) => SUPERSCRIPTS[Number(digit)] ?? digit);
}

function placeIn(span: Span, offset: number): { line: number; column: number } {
	const before = span.text.slice(0, offset).split("\n");
	const column = (before.at(-1)?.length ?? 0) + (before.length === 1 ? span.column : 1);
	return { line: span.line + before.length - 1, column };
}
