import { mathError } from "../entry/math.ts";
import type { Inline } from "../entry/write.ts";

/**
 * A formula between dollar signs (no digit follows the last, as in Pandoc), or in
 * one of the other ways of LaTeX; of at most 300 characters.
 */
const FORMULA =
	/(?<![\\$])\$((?:[^$\\]|\\[^\n]){1,300}?)\$(?![\d$])|(?<!\\)\$\$((?:[^$\\]|\\[^\n]){1,1500}?)\$\$|\\\(((?:[^$\\]|\\[^\n)]){1,300}?)\\\)|\\\[((?:[^$\\]|\\[^\n\]]){1,300}?)\\\]/g;

/**
 * A sound text as words and formulas. What stands between two dollar signs is a
 * formula only if it can be drawn and is no prose: prices stay words. One between two pairs of
 * dollar signs that is a paragraph of its own is displayed as such.
 */
export function withMath(text: string): Inline[] {
	const pieces: Inline[] = [];
	let end = 0;
	for (const match of text.matchAll(FORMULA)) {
		const value = match.slice(1).find(Boolean) ?? "";
		if (!isFormula(value)) continue;
		pieces.push({ type: "text", value: text.slice(end, match.index) });
		const after = match.index + match[0].length;
		const type =
			match[2] !== undefined && isAlone(text, match.index, after) ? "math" : "inlineMath";
		pieces.push({ type, value: value.replace(/\s+/g, " ").trim() });
		end = match.index + match[0].length;
	}
	pieces.push({ type: "text", value: text.slice(end) });
	const filled = pieces.filter(({ value }) => value !== "");
	return filled.length > 0 ? filled : [{ type: "text", value: "" }];
}

/** Changes the words of a text and leaves its formulas alone. */
export function outsideMath(text: string, change: (words: string) => string): string {
	return withMath(text)
		.map((piece) => (piece.type === "text" ? change(piece.value) : mathSource(piece)))
		.join("");
}

/** A formula as {@link withMath} reads it again. */
export function mathSource({ type, value }: Inline): string {
	return type === "math" ? `$$${value}$$` : `$${value}$`;
}

/** True for a stretch between the ends of the text, or empty lines. */
function isAlone(text: string, from: number, to: number): boolean {
	const before = text.slice(Math.max(0, from - 50), from);
	const after = text.slice(to, to + 50);
	return (
		(from <= 50 ? /(?:^|\n[^\S\n]*\n)\s*$/ : /\n[^\S\n]*\n\s*$/).test(before) &&
		(to + 50 >= text.length ? /^\s*?(?:\n[^\S\n]*\n|$)/ : /^\s*?\n[^\S\n]*\n/).test(after)
	);
}

function isFormula(tex: string): boolean {
	if (/\n\s*\n/.test(tex)) return false;
	// What no command holds: are there words, it is prose, or commands have lost their backslash.
	const bare = tex.replace(
		/\\(?:text|math|operatorname|mbox)[a-z]*\s*\{[^{}]*\}|\\[A-Za-z]+/g,
		"\\",
	);
	const sure = bare.includes("\\");
	if (!sure && /^\s|\s$|[A-Za-z]{3}/.test(tex)) return false;
	return !/[A-Za-z]{3,}[,.]?\s+[A-Za-z]{2,}/.test(bare) && mathError(tex.trim()) === undefined;
}
