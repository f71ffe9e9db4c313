import { mathError } from "../entry/math.ts";
import { outsideMath } from "./math-in-text.ts";

/** Environments whose content is a formula on a line of its own, by what draws several lines of it. */
const DISPLAYS: Readonly<Record<string, string>> = {
	equation: "",
	displaymath: "",
	multline: "gathered",
	gather: "gathered",
	align: "aligned",
	alignat: "aligned",
	flalign: "aligned",
	eqnarray: "aligned",
};
const DISPLAY = new RegExp(
	String.raw`\\begin\s*\{(${Object.keys(DISPLAYS).join("|")})(\*?)\}([\s\S]{1,1500}?)\\end\s*\{\1\2\}\s*([.,;:]?)`,
	"g",
);
/** An argument in braces, in which others may stand, two deep. */
const ARGUMENT = String.raw`\{((?:[^{}]|\{(?:[^{}]|\{[^{}]{0,300}\}){0,300}\}){0,2000}?)\}`;
/** In brackets: `\citep[see][p. 3]{a}`. */
const OPTIONS = String.raw`(?:\s?\[[^\][{}]{0,100}\]){0,2}`;
const CITE = String.raw`\\(?:[cC]ite|(?:paren|text|foot|auto|full|no)cite)[a-zA-Z]{0,12}\*?${OPTIONS}\s?\{[^{}]{0,500}\}`;
const CITED_ALONE = new RegExp(String.raw`[~ ]{0,3}[([]\s?${CITE}\s?[)\]]`, "g");
const CITED = new RegExp(`[~ ]{0,3}${CITE}`, "g");
const REFERRED =
	/[~ ]{0,3}\\(?:(?:eq|auto|[cC]|page|name|v)?ref\*?\s?\{[^{}]{0,200}\}|footnotemark(?:\[[^\]]{0,20}\])?)/g;
const FOOTNOTE = new RegExp(
	String.raw`[~ ]{0,3}\\footnote(?:text)?(?:\[\d{0,4}\])?\s?${ARGUMENT}`,
	"g",
);
const THANKED = new RegExp(String.raw`\\thanks\s?${ARGUMENT}`, "g");
const LABELLED = /\\(?:label\s?\{[^{}]{0,200}\}|n(?:onumber|otag)\b)/g;
const LINKED = new RegExp(String.raw`\\href\s?\{([^{}]{1,2000})\}\s?${ARGUMENT}`, "g");

/**
 * A text in which each formula that has a line of its own, in an environment or between `\\[` and
 * `\\]`, is a paragraph between `$$`.
 */
export function withDisplays(text: string): string {
	if (!text.includes("\\")) return text;
	return text
		.replace(DISPLAY, (whole, name: string, _star, body: string, mark: string) =>
			displayed(whole, body, DISPLAYS[name] ?? "", mark),
		)
		.replace(/(?<!\\)\\\[((?:[^\\]|\\[^[\]]){1,1500}?)\\\]\s*([.,;:]?)/g, (whole, body, mark) =>
			displayed(whole, body, "", mark),
		)
		.replace(/\\begin\s*\{math\}\s*([^$]{1,300}?)\s*\\end\s*\{math\}/g, "\\($1\\)");
}

/**
 * A text without those commands of LaTeX that stand for no letter or style: citations and
 * references, which lead nowhere outside of the paper, go with the space before them; a footnote
 * becomes a text in parentheses; environments leave their content. Addresses are handed on as
 * `\\url`, a tilde as `\\textasciitilde`, since not all that reads the text takes them as they are.
 */
export function withoutCommands(text: string): string {
	return text.includes("\\") ? outsideMath(text, withoutCommandsIn) : text;
}

function withoutCommandsIn(words: string): string {
	return words
		.replace(CITED_ALONE, "")
		.replace(CITED, "")
		.replace(REFERRED, "")
		.replace(LABELLED, "")
		.replace(THANKED, "")
		.replace(FOOTNOTE, (_, note: string) => ` (${note.trim().replace(/\.$/, "")})`)
		.replace(LINKED, (_, address: string, words: string) =>
			words.trim() === address.trim() ? `\\url{${address}}` : `${words} (\\url{${address}})`,
		)
		.replace(/\\item(?:\[[^\]]{0,100}\]|\b)\s*/g, "\n\n")
		.replace(/\\(?:begin|end)\s?\{[A-Za-z]{1,30}\*?\}(?:\[[^\]]{0,100}\])?/g, "\n\n")
		.replace(/\\par\b\s?/g, "\n\n")
		.replace(/\\(?:noindent|newline|q?quad|linebreak|smallskip|medskip|bigskip)\b\s?/g, " ")
		.replace(/\\((?:La|Bib)?TeX)(?:\{\}|\b)/g, "$1")
		.replace(/\\~\{\}/g, "\\textasciitilde{}")
		.replace(/(?<!\\)\\\\(?:\[[\d.]+[a-z]{2}\])?(?=\s)/g, " ");
}

/** A formula as a paragraph between `$$`; as it was where it cannot be drawn. */
function displayed(whole: string, body: string, lines: string, mark: string): string {
	const tex = body.replace(LABELLED, "").replace(/\s+/g, " ").trim();
	const several = lines !== "" && /\\\\|(?<!\\)&/.test(tex);
	const value = several ? `\\begin{${lines}}${tex}\\end{${lines}}` : tex;
	const drawn = tex !== "" && !tex.includes("$") && mathError(value, true) === undefined;
	return drawn ? `\n\n$$${value}${mark}$$\n\n` : whole;
}
