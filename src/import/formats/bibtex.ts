import { type Entry, type Library, parse } from "@retorquere/bibtex-parser";
import { monthNumber } from "../../paper/dates.ts";
import { type Citation, citationFormat, type PlacedCitation, printedName } from "../citation.ts";
import { arxivId, arxivIn, checked, type DateParts, dateIn } from "../known-as.ts";
import { withDisplays, withoutCommands } from "../latex-commands.ts";
import { mathSource, withMath } from "../math-in-text.ts";
import { toPlainText } from "../plain-text.ts";
import { readableParts } from "./bibtex-limits.ts";

/** The head of an entry, `@article{key,`, where a line begins or another entry ends. */
const HEAD = /(?:^|(?<=[})],?))[^\S\n]*@([a-z]+)\s*[{(]\s*([^\s,{}()"=]*)\s*[,})]/gim;
/** Blocks that are no entries. */
const OTHER = /^(?:comment|string|preamble)$/i;

/** BibTeX and BibLaTeX. Accents and commands become the characters that they stand for. */
export const bibtex = citationFormat(
	"BibTeX",
	(text) => headsOf(text).length > 0,
	(text) => {
		const shelter = new Shelter();
		const heads = headsOf(text);
		const { refused, ...readable } = readableParts(
			text,
			heads.map(({ at }) => at),
		);
		const { entries, errors } = parsed(shelter.hide(readable.text));
		const left = [...entries];
		const records = heads.map(({ key, line, at: start }): PlacedCitation => {
			const problem = refused.get(start);
			if (problem) return { line, name: key, key, problem };
			const at = left.findIndex((entry) => shelter.show(entry.key) === key);
			const [entry] = at < 0 ? [] : left.splice(at, 1);
			if (entry && Object.keys(entry.fields).length > 0) {
				return { line, name: key, key, citation: citationOf(entry, shelter) };
			}
			const error = errors.find(
				({ error: message, input }) => message.includes("Unterminated") && input?.includes(key),
			);
			return {
				line,
				name: key,
				key,
				problem: error
					? "a brace or quotation mark without its end"
					: "an entry that cannot be read",
			};
		});
		// What the parser has found in some other place is a record all the same.
		const others = left.filter(({ fields }) => Object.keys(fields).length > 0);
		const before = heads.some(({ at }) => at === 0) ? undefined : refused.get(0);
		return [
			...(before ? [{ line: 1, name: "what stands before the first entry", problem: before }] : []),
			...records,
			...others.map((entry) => {
				const name = shelter.show(entry.key);
				const line = lineOf(text, entry.type, name);
				return { line, name, key: name, citation: citationOf(entry, shelter) };
			}),
		];
	},
);

/** What the parser makes of a text; nothing where it gives up, so that every entry is told to be unreadable. */
function parsed(text: string): Pick<Library, "entries" | "errors"> {
	try {
		return parse(text, { sentenceCase: false, english: false });
	} catch {
		return { entries: [], errors: [] };
	}
}

/** The line of an entry that begins in some other place, or has no key. */
function lineOf(text: string, type: string, key: string): number {
	const withoutKey = new RegExp(`@${type.replace(/\W/g, "")}\\s*[{(]\\s*\\w+\\s*=`, "i");
	const at = key ? text.indexOf(key) : text.search(withoutKey);
	return text.slice(0, Math.max(0, at)).split("\n").length;
}

/** Key, line and offset of each entry. */
function headsOf(text: string): { key: string; line: number; at: number }[] {
	const heads: { key: string; line: number; at: number }[] = [];
	let line = 1;
	let counted = 0;
	for (const match of text.matchAll(HEAD)) {
		const [, type = "", key = ""] = match;
		if (OTHER.test(type)) continue;
		for (; counted < match.index; counted++) if (text[counted] === "\n") line++;
		heads.push({ key, line, at: match.index });
	}
	return heads;
}

/**
 * Keeps formulas, paragraphs, `<` and `>` from the parser, which would take formulas
 * apart, join paragraphs, and read `<` as `¡`, as an encoding of TeX has it; and percent signs, after
 * which it would read nothing. Single characters of the private use area stand for them meanwhile.
 */
class Shelter {
	private readonly formulas: string[] = [];

	hide(text: string): string {
		// Field by field, so that a dollar sign alone does not reach into the next entry.
		return (
			withDisplays(text)
				.split(/(?<=[}"],?[^\S\n]*\n)/)
				.map((field) => this.hideFormulas(withoutCommands(field)))
				.join("")
				// An empty line in a field parts paragraphs; one between fields does not.
				.replace(/(?<=[^,{}"\s])[^\S\n]*\n\s*\n(?!\s*(?:[@}%]|[\w-]+\s*=))/g, "\uE002\n")
				.replace(/(?<!\\)</g, "\uE000")
				.replace(/(?<!\\)>/g, "\uE001")
				// After a word it is no comment, whatever TeX would make of it: 94 % of owls.
				.replace(/(?<=[^\\\s,{}"][^\S\n]{0,3})%/g, "\uE003")
		);
	}

	show(text: string): string {
		return text
			.replaceAll("\uE000", "<")
			.replaceAll("\uE001", ">")
			.replaceAll("\uE003", "%")
			.replace(/\s*\uE002\s*/g, "\n\n")
			.replace(/[\uE100-\uF8FF]/g, (mark) => this.formulas[mark.charCodeAt(0) - 0xe100] ?? mark);
	}

	private hideFormulas(field: string): string {
		if (!field.includes("$")) return field;
		return withMath(field)
			.map((piece) => {
				const { type, value } = piece;
				if (type === "text") return value;
				// What Unicode has is better left to the parser: H$_2$O, $\sim$5, $\times$.
				const simple = /^(?:[_^]?\{?[\d+-]+\}?|[\d.,]+\\?%?|\^\{?\\circ\}?|\\[a-z]+)$/i.test(value);
				if ((simple && type !== "math") || this.formulas.length >= 0x1700) return mathSource(piece);
				this.formulas.push(type === "math" ? `\n\n${mathSource(piece)}\n\n` : mathSource(piece));
				return String.fromCharCode(0xe100 + this.formulas.length - 1);
			})
			.join("");
	}
}

function citationOf({ fields: own, ...entry }: Entry, shelter: Shelter): Citation {
	const fields = own as Record<string, unknown>;
	const text = (...names: string[]): string | undefined => {
		for (const name of names) {
			const value = fields[name];
			const first = Array.isArray(value) ? value.join(", ") : value;
			// The parser's own markup goes first: afterwards < is a sign of the author.
			if (typeof first === "string" && first !== "")
				return shelter.show(toPlainText(dotted(first)));
		}
		return undefined;
	};
	const [title, subtitle] = [text("title"), text("subtitle")];
	const archive = text("archiveprefix", "eprinttype");
	return {
		title: title && subtitle && !title.includes(subtitle) ? `${title}: ${subtitle}` : title,
		abstract: text("abstract"),
		authors: (own.author ?? []).map(({ name, firstName, prefix, lastName, suffix }) =>
			dotted(
				shelter.show(
					printedName({
						given: firstName,
						particle: prefix,
						family: lastName,
						suffix,
						literal: name,
					}),
				),
			),
		),
		date: dateOf(text),
		doi: text("doi"),
		arxiv:
			(archive === undefined || /arxiv/i.test(archive) ? arxivId(text("eprint")) : undefined) ??
			[text("journal"), text("note"), text("howpublished")].map(arxivIn).find(Boolean),
		// How it was published may be told in words.
		addresses: [text("url"), text("pdf"), /https?:\S+/.exec(text("howpublished") ?? "")?.[0]],
		venue:
			text("journaltitle", "journal", "booktitle", "eventtitle") ??
			(entry.type === "phdthesis" ? text("school") : undefined),
		language: text("langid", "language"),
		written: {
			dates: [cleaned(text("date")), cleaned(text("year"))],
			arxiv: /arxiv/i.test(archive ?? "") ? text("eprint") : undefined,
		},
	};
}

/** The dotless i of `\'{\i}` has its dot replaced by the accent: í is one letter. */
function dotted(text: string): string {
	return text
		.replace(/ı(?=\p{M})/gu, "i")
		.replace(/ȷ(?=\p{M})/gu, "j")
		.normalize("NFC");
}

/** BibLaTeX marks a date that is not sure: 1850~, 1850?. */
function cleaned(date: string | undefined): string | undefined {
	return date?.replace(/[.?~%]+$/, "");
}

function dateOf(text: (...names: string[]) => string | undefined): DateParts | undefined {
	const date = dateIn(cleaned(text("date")));
	if (date) return date;
	const month = text("month") ?? "";
	const name = /[A-Za-z]{3,9}/.exec(month)?.[0] ?? "";
	const number = monthNumber(name[0] ? name[0].toUpperCase() + name.slice(1).toLowerCase() : "");
	return checked(
		Number(text("year")),
		number ?? Number(/^\d{1,2}$/.exec(month)?.[0] ?? 0),
		Number(text("day") ?? 0),
	);
}
