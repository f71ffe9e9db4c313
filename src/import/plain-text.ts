import { toStorableText } from "../paper/text.ts";
import { decodeEntities, decodeOnce } from "./entities.ts";
import { withDisplays, withoutCommands } from "./latex-commands.ts";
import { outsideMath } from "./math-in-text.ts";

/** Elements of HTML, JATS, MathML and reference managers. Anything else between < and > is text. */
const NAMES =
	"a|abbr|alternatives|article-title|b|bdi|big|blockquote|bold|br|center|cite|code|dd|disp-formula|div|dl|dt|em|ext-link|fn|font|graphic|h[1-6]|hr|i|inline-formula|inline-graphic|italic|label|li|list|list-item|monospace|named-content|ol|p|pre|q|sc|scp|sec|section|small|span|strike|strong|styled-content|sub|sup|table|tbody|td|th|thead|tr|title|tt|u|ul|underline|xref|m(?:ath|i|n|o|row|sup|sub|subsup|frac|sqrt|text|over|under|style|space|stack|table|tr|td)";
const TAG = new RegExp(`</?(?:jats:|mml:|ns\\d:)?(?:${NAMES})(?:\\s[^<>]*)?/?>`, "gi");
const BLOCK =
	/<\/?(?:jats:)?(?:p|div|br|hr|sec|section|h[1-6]|li|list|list-item|ol|ul|dl|dt|dd|title|blockquote|table|tr|disp-formula)(?:\s[^<>]*)?\/?>/gi;
const HEADING = /<(?:jats:)?title(?:\s[^<>]*)?>\s*abstract:?\s*<\/(?:jats:)?title>/gi;
const TEX_MATH =
	/<(?:jats:)?(inline|disp)-formula\b[^<>]*>(?:(?!<\/(?:jats:)?\1-formula>)[\s\S]){0,4000}?<(?:jats:)?tex-math\b[^<>]*>([\s\S]{0,4000}?)<\/(?:jats:)?tex-math>[\s\S]{0,9000}?<\/(?:jats:)?\1-formula>/gi;

const TEX_ACCENTS: Record<string, string> = {
	"`": "\u0300",
	"'": "\u0301",
	"^": "\u0302",
	"~": "\u0303",
	"=": "\u0304",
	u: "\u0306",
	".": "\u0307",
	'"': "\u0308",
	r: "\u030A",
	H: "\u030B",
	v: "\u030C",
	d: "\u0323",
	c: "\u0327",
	k: "\u0328",
	b: "\u0331",
};
const TEX_LETTERS: Record<string, string> = {
	ss: "ß",
	ae: "æ",
	AE: "Æ",
	oe: "œ",
	OE: "Œ",
	o: "ø",
	O: "Ø",
	l: "ł",
	L: "Ł",
	aa: "å",
	AA: "Å",
	i: "ı",
	j: "ȷ",
	dh: "ð",
	DH: "Ð",
	th: "þ",
	TH: "Þ",
	dj: "đ",
	DJ: "Đ",
};

const SYMBOLS: Readonly<Record<string, string>> = {
	ldots: "…",
	dots: "…",
	textellipsis: "…",
	textendash: "–",
	textemdash: "—",
	textbackslash: "\\",
	textregistered: "®",
	texttrademark: "™",
	textdegree: "°",
};
const SYMBOL = new RegExp(`\\\\(${Object.keys(SYMBOLS).join("|")})(?:\\{\\}|\\b ?)`, "g");
const STYLED =
	/\\(?:emph|text(?:it|bf|tt|sc|rm|sf|sl|md|up|normal)?|mbox|underline|uline|url)\s*\{([^{}]*)\}/g;

/**
 * A text without markup: tags of HTML and JATS, entities, and what LaTeX writes for
 * letters and styles. Formulas are kept between dollar signs, paragraphs are parted
 * by an empty line. Text that only looks like markup (`<context>`, `{0,1}`) stays.
 */
export function toPlainText(text: string): string {
	const formulas = toStorableText(text).replace(
		TEX_MATH,
		(_, _kind, tex: string) => `$${bareTex(tex)}$`,
	);
	const plain = outsideMath(withoutCommands(withDisplays(formulas)), (words) => {
		const decoded = decodeEntities(withoutTags(words));
		// Some sources write the tags themselves as entities.
		return withoutTex(decoded === words ? decoded : withoutTags(decoded));
	});
	return plain
		.normalize("NFC")
		.replace(/[^\S\n]+/g, " ")
		.replace(/ *\n */g, "\n")
		.replace(/\n{3,}/g, "\n\n")
		.trim();
}

/** {@link toPlainText} in one line, for titles, names and venues. */
export function toPlainLine(text: string): string {
	return toPlainText(text).replace(/\s+/g, " ");
}

function withoutTags(text: string): string {
	if (!text.includes("<")) return text;
	return text
		.replace(/<!\[CDATA\[([\s\S]{0,9000}?)\]\]>/g, "$1")
		.replace(/<\?xml[^<>]*>|<!--[\s\S]{0,2000}?-->/g, "")
		.replace(HEADING, "")
		.replace(
			/<(?:jats:)?(su[bp])(?:\s[^<>]*)?>([^<>]{1,40})<\/(?:jats:)?\1>/gi,
			(_, kind: string, inner: string) => raised(kind.toLowerCase() === "sup", inner.trim()),
		)
		.replace(BLOCK, "\n\n")
		.replace(TAG, "");
}

/** H₂O and 10³ have characters of their own; a raised letter keeps its circumflex. */
function raised(up: boolean, inner: string): string {
	if (/^[\d+()=-]+$/.test(inner)) {
		const from = "0123456789+-=()";
		const to = up ? "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾" : "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎";
		return [...inner].map((char) => to[from.indexOf(char)]).join("");
	}
	// 21st and marks of rights are no formulas.
	if (up && /^(?:st|nd|rd|th|TM|SM|®|©|™|\*|†|‡)$/i.test(inner)) return inner;
	const one = /^[\p{L}\p{N}]+$/u.test(inner) ? inner : `(${inner})`;
	return `${up ? "^" : "_"}${one}`;
}

/** What LaTeX writes for a letter, a sign or a style; a command that nobody knows stays. */
function withoutTex(source: string): string {
	const text = source
		.replace(/``([^`]{1,200}?)''/g, "“$1”")
		.replace(/(?<=[\p{L}\p{N},)])---(?=[\p{L}\p{N}])/gu, "—");
	if (!/[\\{]/.test(text)) return text;
	return (
		text
			.replace(/\\(?:textasciitilde(?:\{\}|\b\s?)|~\{\})/g, "~")
			.replace(SYMBOL, (whole, name: string) => SYMBOLS[name] ?? whole)
			.replace(
				/\{?\\(?:(["'`^~=.])\s*|([uvHcdbkr])(?:\s+|(?=\{)))(?:\{\\?([A-Za-z])\}|\\([ij])\b\s?|([A-Za-z]))(\}?)/g,
				(whole, sign, word, braced, dotless, bare, close) => {
					const letter = `${braced ?? dotless ?? bare}${TEX_ACCENTS[sign ?? word] ?? ""}`.normalize(
						"NFC",
					);
					return whole.startsWith("{") ? (close ? letter : `{${letter}`) : letter + close;
				},
			)
			.replace(/\{\\([A-Za-z]{1,2})\}|\\([A-Za-z]{1,2})(?:\{\}|\b ?)/g, (whole, braced, bare) => {
				const letter = TEX_LETTERS[braced ?? bare];
				return letter ?? whole;
			})
			// From the inside to the outside: \textsc{B\textbf{er}t}.
			.replace(STYLED, "$1")
			.replace(STYLED, "$1")
			.replace(STYLED, "$1")
			.replace(/\{\\(?:it|bf|em|tt|sc|rm|sf|sl)\s+([^{}]*)\}/g, "$1")
			.replace(/\\([%&#_$])/g, "$1")
			.replace(/\{(\p{L}[\p{L}\p{N}-]*)\}/gu, "$1")
	);
}

function bareTex(tex: string): string {
	const body = /\\begin\{document\}([\s\S]*?)\\end\{document\}/.exec(tex)?.[1] ?? tex;
	return decodeOnce(body)
		.replace(/<!\[CDATA\[|\]\]>/g, "")
		.trim()
		.replace(/^(?:\$\$?|\\\(|\\\[)\s*|\s*(?:\$\$?|\\\)|\\\])$/g, "");
}
