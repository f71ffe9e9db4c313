import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import { titleParts } from "../../paper/typography.ts";

/** What TeX reads as its own, as text. Braces have names: BibTeX counts them even behind a backslash. */
const SPECIAL: Readonly<Record<string, string>> = {
	"\\": "\\textbackslash{}",
	"{": "\\textbraceleft{}",
	"}": "\\textbraceright{}",
	"~": "\\textasciitilde{}",
	"^": "\\textasciicircum{}",
	"<": "\\textless{}",
	">": "\\textgreater{}",
	"|": "\\textbar{}",
	$: "\\$",
	"&": "\\&",
	"%": "\\%",
	"#": "\\#",
	_: "\\_",
};

const { diacritics, commands } = plugins.config.get("@bibtex").constants;
const ACCENTS = new Map(Object.entries(diacritics).map(([command, mark]) => [mark, command]));
/** Latin letters that are no letter with an accent: ß, ø, ł. */
const LETTERS = new Map(
	Object.entries(commands).flatMap(([command, sign]) =>
		sign && command.length <= 2 && /^\p{Script=Latin}$/u.test(sign) ? [[sign, command]] : [],
	),
);

/** Text as LaTeX, in one line. Signs that TeX would join (``, '', --) stay the characters that they are. */
export function latexText(text: string): string {
	return text
		.replace(/\s+/g, " ")
		.trim()
		.replace(/[\u0000-\u001f\u007f]/g, "")
		.replace(/[\\{}~^<>|$&%#_]/g, (sign) => SPECIAL[sign] ?? sign)
		.replace(/([-`',])(?=\1)|([?!])(?=`)/g, "$&{}");
}

/** A part of a name as LaTeX. Braces keep `Giro-i-Nieto` and `d’Alché-Buc` whole: programs would see particles. */
export function latexName(name: string): string {
	const text = latexText(name);
	return /-\p{Ll}|^\p{Ll}.*-/u.test(name) ? `{${text}}` : text;
}

/**
 * A title as LaTeX: formulas stay formulas, and braces keep BibTeX styles, which may put titles
 * in lower case, from formulas and from words with capitals inside, such as BERT and 3D.
 */
export function latexTitle(title: string): string {
	return titleParts(title.replace(/\s+/g, " ").trim())
		.map(({ math, value }) => {
			const formula = math ? bibtexFormula(value) : undefined;
			if (formula !== undefined) return `{$${formula}$}`;
			const text = math ? `$${value}$` : value.replaceAll("\\$", "$");
			return text.split(/(\s+)/).map(protectedWord).join("");
		})
		.join("")
		.trim();
}

/** Latin letters with accents as commands, which BibTeX takes for one letter where it abbreviates and sorts. */
export function accentsAsCommands(latex: string): string {
	return latex.normalize("NFC").replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (letter) => {
		const command = LETTERS.get(letter);
		if (command) return `{\\${command}}`;
		const [base = "", ...marks] = letter.normalize("NFD");
		const [mark = ""] = marks;
		const accent = marks.length === 1 ? ACCENTS.get(mark) : undefined;
		if (!accent || !/[A-Za-z]/.test(base)) return letter;
		return /[a-z]/i.test(accent) ? `{\\${accent} ${base}}` : `{\\${accent}${base}}`;
	});
}

function protectedWord(word: string): string {
	if (/^\s*$/.test(word)) return word && " ";
	const text = latexText(word);
	return /[\p{L}\p{N}._+]\p{Lu}|\p{Lu}\p{N}/u.test(word) ? `{${text}}` : text;
}

/** A formula whose braces BibTeX can count, or `undefined` where they do not match. */
function bibtexFormula(tex: string): string | undefined {
	const named = tex
		.replace(/\\\\|\\([{}])/g, (all, brace) =>
			brace ? (brace === "{" ? "\\lbrace{}" : "\\rbrace{}") : all,
		)
		.replace(/(?<!\\)%/g, "\\%");
	let depth = 0;
	for (const sign of named) {
		if (sign === "{") depth++;
		if (sign === "}" && --depth < 0) return undefined;
	}
	return depth === 0 && !/\\$/.test(named) ? named : undefined;
}
