import { type Citation, citationFormat, nameOf } from "../citation.ts";
import { arxivIn, dateIn, mostPrecise } from "../known-as.ts";
import { type Tags, taggedRecords } from "./tagged.ts";

/** `%T A title`: a tag and its value. */
const TAG = /^%(\S)(?: (.*)|)$/;

/** EndNote's export (`.enw`), the same as Refer/BibIX: lines with tags, a record begins with `%0`. */
export const endnoteTagged = citationFormat(
	"EndNote tagged",
	(text) => /^\s*%0 \S/.test(text) && /^%T /m.test(text),
	(text) =>
		taggedRecords(text, TAG, { first: "0" }).map(({ line, tags }) => ({
			line,
			name: ["F", "R", "A"].flatMap((tag) => tags.get(tag) ?? [])[0],
			key: tags.get("F")?.[0],
			citation: citationOf(tags),
		})),
);

function citationOf(tags: Tags): Citation {
	const all = (...names: string[]) =>
		names.flatMap((name) => tags.get(name) ?? []).map((value) => value.trim());
	const line = (...names: string[]) =>
		all(...names)
			.find(Boolean)
			?.replaceAll("\n", " ");
	const [year = "", day = ""] = [line("D"), line("8")];
	return {
		title: line("T"),
		abstract: all("X").find(Boolean),
		authors: all("A").map((name) => nameOf(name.replaceAll("\n", " "))),
		// The day is often without its year: Sep 15.
		date: mostPrecise([dateIn(day), dateIn(`${day} ${year}`), dateIn(year)]),
		doi: line("R"),
		arxiv: all("M", "U", "J", "B", "Z", "N").map(arxivIn).find(Boolean),
		addresses: [...all("U"), ...all(">")],
		venue: line("J", "B", "S"),
		language: line("G"),
		written: { dates: [dateIn(`${day} ${year}`) ? undefined : day, year] },
	};
}
