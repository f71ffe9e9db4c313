import { type Citation, citationFormat, nameOf, type PlacedCitation } from "../citation.ts";
import { arxivIn, dateIn, doiIn, mostPrecise } from "../known-as.ts";
import { type Tags, taggedRecords } from "./tagged.ts";

/** `TY  - JOUR`: a tag and its value. */
const TAG = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*)|)$/;

/** RIS, as reference managers and publishers write it, in both of its specifications. */
export const ris = citationFormat(
	"RIS",
	(text) => /^TY {1,2}- ?[A-Z]/m.test(text.slice(0, 100_000)),
	(text) =>
		taggedRecords(text, TAG, { first: "TY", last: "ER" }).map(({ line, tags, ended }) =>
			ended
				? { line, name: nameIn(tags), key: tags.get("ID")?.[0], citation: citationOf(tags) }
				: unfinished(line, tags),
		),
);

/** The tags by which a record without title can be found. */
function nameIn(tags: Tags): string | undefined {
	return (tags.get("ID") ?? tags.get("DO") ?? tags.get("AU") ?? tags.get("A1"))?.[0];
}

function unfinished(line: number, tags: Tags): PlacedCitation {
	return { line, citation: citationOf(tags), problem: "a record without its end (ER  - )" };
}

function citationOf(tags: Tags): Citation {
	const all = (...names: string[]) => names.flatMap((name) => tags.get(name) ?? []);
	const first = (...names: string[]) =>
		all(...names)
			.find((value) => value !== "")
			?.trim();
	const title = first("TI", "T1", "CT");
	return {
		title: (title ?? first("BT"))?.replaceAll("\n", " "),
		abstract: first("AB", "N2"),
		authors: all("AU", "A1").map((name) => nameOf(name.replaceAll("\n", " "))),
		date: mostPrecise(all("DA", "PY", "Y1").map(dateIn)),
		doi:
			first("DO") ?? all("UR", "M3", "N1").find((value) => /\bdoi\b/i.test(value) && doiIn(value)),
		arxiv: all("AN", "M1", "C1", "UR", "L1", "N1", "JO", "T2").map(arxivIn).find(Boolean),
		addresses: all("UR", "L1", "L2", "LK"),
		venue: first("JF", "JO", "T2", "BT", "JA", "C3", "T3"),
		language: first("LA"),
		written: { dates: all("DA", "PY", "Y1") },
	};
}
