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
	/** What stood there before. */
	mend: (match: RegExpExecArray) => string | Inline[];
}

/** Text that only looks damaged: a web address, a formula between dollar signs, code between backticks. */
const SOUND =
	/(?:https?:\/\/|www\.|(?<![\w.])\w+(?:\.\w+)*\.[a-z]{2,}\/)[^\s\\<>"'“”‘’`$]+|(?<!\\)\$(?=[^\s\d$])(?=[^$\n]{0,200}[\\^_{])[^$\n]{1,200}(?<!\\)\$(?!\d)|(?<!`)`[^`'“”\n]+`(?!`)/;

/** `A_{i,t}`, perhaps between bars: TeX that has lost its dollar signs. */
const TERM = String.raw`\|?(?!times)[A-Za-z]+[_^]\{[A-Za-z0-9,;:+\-*/=<>()|]+\}\|?`;
/** `10{,}000`, `2.5`, `1,000`. */
const NUMBER = String.raw`\d+(?:\{,\}\d+)*(?:[.,]\d+)*`;
/** Where a number begins: not within a word, an index or a power, unless `\sim` stands before it. */
const BEFORE_NUMBER = String.raw`(?:(?<![\w{}^.])|(?<=(?<!\w)sim))`;
/** A variable of one letter: `k`, `d^2`. */
const VARIABLE = String.raw`[A-Za-z](?:\^\d)?`;
/** The quotation mark that TeX begins with, or that of a typewriter where TeX ends it. */
const OPENING = /(?:``|"(?=[^"`“”]{1,120}''))/.source;
/** Words and the quotation mark that TeX ends with; an apostrophe is one of their letters. */
const QUOTED = /(?=\S)((?:[^`"'$“”]|(?<=[A-Za-z])'(?=[a-z])){1,120})''(?!')/.source;
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const ABBREVIATIONS: Record<string, string> = {
	eg: "e.g.",
	ie: "i.e.",
	etc: "etc.",
	etal: "et al.",
	cf: "cf.",
};

/**
 * Damage that TeX leaves when a page shows its source without setting it. No mend
 * makes a text in which another rule would find damage: repairing twice is repairing once.
 */
const rules: readonly Rule[] = [
	{
		name: "formula without dollar signs",
		pattern: new RegExp(
			String.raw`(?<![\w\\$|}${SUPERSCRIPTS}])${TERM}(?: ?times[ ~]?${TERM})*(?![\w$|^{])`,
		),
		mend: ([whole]) => [
			{ type: "inlineMath", value: whole.replace(/(?<=[}|]) ?times[ ~]?/g, " \\times ") },
		],
	},
	{
		name: "\\times between numbers",
		pattern: new RegExp(
			`${BEFORE_NUMBER}${NUMBER}(?:!?times[ ~]?${NUMBER})+(?![\\d_^{]|[.,]\\d|!?times)`,
		),
		mend: ([whole]) => thousands(whole.replace(/!?times[ ~]?/g, " × ")),
	},
	{
		name: "\\times after a number",
		pattern: new RegExp(`${BEFORE_NUMBER}(${NUMBER})!?times(?!\\w|\\\\[a-z]|\\|)`),
		mend: ([, number]) => `${thousands(number)}×`,
	},
	{
		name: "\\times between variables",
		pattern: new RegExp(
			String.raw`(?<![\w\\])${VARIABLE}(?:times[ ~]${VARIABLE})+(?![\w^${SUPERSCRIPTS}]|\.\w)`,
		),
		mend: ([whole]) => powers(whole.replace(/times[ ~]/g, " × ")),
	},
	{
		name: "{,} between thousands",
		pattern: new RegExp(String.raw`${BEFORE_NUMBER}\d+(?:\{,\}\d{3})+(?![\w{])`),
		mend: ([whole]) => thousands(whole),
	},
	{
		name: "\\sim before a number",
		// Without its ! only before what is no name: sim10 and sim2%, but neither sim2real nor sim1.
		pattern: new RegExp(
			String.raw`(?<=^|[\s("“'${"`"}[,;:~=<>+/-])sim(?:!(?=\d)|(?=\d[\d.{])(?=${NUMBER}(?:[\s,;:)]|\.?(?:\s|$)))|(?=${NUMBER}(?:\\?%|!?times(?![a-z])|x\b))|(?=\d+\{,\}\d{3}))`,
		),
		mend: () => "~",
	},
	{
		name: "a power",
		pattern: /(?<![\w\\])[A-Za-z]{1,3}\^\d[A-Za-z]{0,3}(?![\w^{]|[.,]\d)/,
		mend: ([whole]) => powers(whole),
	},
	{
		name: "a character as x and its code",
		// Before a comma only a quotation mark: Matrix2014 is a name and a year.
		pattern:
			/(?=x20)(?<=(?:^|[\s("“~-])[A-Za-z]{2,30})(?<!times)x20(?:(?:1[34589cd]|26)(?![A-Za-z]times )(?=[A-Za-z]+(?![\w^{!]))|1d(?=[\s,.;:)]|$))/,
		mend: ([whole]) => String.fromCodePoint(Number.parseInt(whole.slice(1), 16)),
	},
	{
		name: "TeX quotation marks",
		pattern: new RegExp(`${OPENING}${QUOTED}`),
		mend: ([, words = ""]) => [text("“"), ...mendWords(words), text("”")],
	},
	{
		name: "a macro for an abbreviation",
		pattern: /(?<=^|[\s("“`[,;:~/-])\\(eg|ie|etc|etal|cf)\b\.?(?=[\s,;:)~]|$)/,
		mend: ([, name = ""]) => ABBREVIATIONS[name] ?? "",
	},
	{
		name: "an escaped character",
		pattern: /(?<!\\)\\(?:[%&#]|\$(?=\d)|_(?!\{))/,
		mend: ([whole]) => whole.slice(1),
	},
	{
		name: "a style macro",
		// The outermost of several, and only where its words cannot join those around it.
		pattern:
			/(?=\\\w+\{)(?<!\{[^{}]*)(?<=^|[\s(["“/-])(?<!(?:[A-Za-z“]|\^\d)times )\\(?:emph|textit|textbf|texttt|textsc|text)\{(?=[\w\\(])((?:[^{}“”"`]|\{[^{}“”"`]*\})+)(?<=[\w.,!?)%'}])(?<![A-Za-z]times)\}(?![\w^_~!{$|'])/,
		mend: ([, words = ""]) => mendWords(words),
	},
	{
		name: "a tie",
		// Words have two letters at least: x~N(0,1) is a distribution.
		pattern: /(?<=[A-Za-z]{2}|[A-Za-z}]-)~(?=[A-Za-z]{2})(?![A-Za-z]+\()/,
		mend: () => " ",
	},
	{
		name: "a TeX dash",
		// With a space on both sides or on neither: --verbose is an option of a command.
		pattern:
			/(?:(?<=[A-Za-z0-9,)}])-{2,3}(?=[A-Za-z0-9(\\])|(?<=[^\s\-“‘([{] )-{2,3}(?= [^\s\-”’)\]}.,;:!?]))/,
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
