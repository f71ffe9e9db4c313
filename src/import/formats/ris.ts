import { type Citation, citationFormat, nameOf, type PlacedCitation } from "../citation.ts";
import { arxivIn, dateIn } from "../known-as.ts";

/** `TY  - JOUR`: a tag, and its value, which may go on in the lines that follow. */
const TAG = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*)|)$/;

/** RIS, as reference managers and publishers write it, in both of its specifications. */
export const ris = citationFormat(
	"RIS",
	(text) => /^TY {1,2}- ?[A-Z]/m.test(text.slice(0, 100_000)),
	(text) =>
		recordsOf(text).map(({ line, tags, ended }) =>
			ended ? { line, name: nameIn(tags), citation: citationOf(tags) } : unfinished(line, tags),
		),
);

interface RisRecord {
	line: number;
	/** Tag to values, in their order. */
	tags: Map<string, string[]>;
	ended: boolean;
}

function recordsOf(text: string): RisRecord[] {
	const records: RisRecord[] = [];
	let values: string[] | undefined;
	for (const [index, line] of text.split("\n").entries()) {
		const [, tag, value = ""] = TAG.exec(line.trimEnd()) ?? [];
		const open = records.at(-1)?.ended === false ? records.at(-1) : undefined;
		if (tag === "TY") {
			records.push({ line: index + 1, tags: new Map(), ended: false });
			values = undefined;
		} else if (tag === "ER") {
			if (open) open.ended = true;
			values = undefined;
		} else if (tag && open) {
			values = open.tags.get(tag) ?? [];
			values.push(value.trim());
			open.tags.set(tag, values);
		} else if (!tag && values) {
			// A line without tag goes on with the value before it; an empty one parts paragraphs.
			values.push(`${values.pop()}${line.trim() === "" ? "\n\n" : `\n${line.trim()}`}`);
		}
	}
	return records;
}

/** The tags by which a record without title can be found. */
function nameIn(tags: RisRecord["tags"]): string | undefined {
	return (tags.get("ID") ?? tags.get("DO") ?? tags.get("AU") ?? tags.get("A1"))?.[0];
}

function unfinished(line: number, tags: RisRecord["tags"]): PlacedCitation {
	return { line, citation: citationOf(tags), problem: "a record without its end (ER  - )" };
}

function citationOf(tags: RisRecord["tags"]): Citation {
	const all = (...names: string[]) => names.flatMap((name) => tags.get(name) ?? []);
	const first = (...names: string[]) =>
		all(...names)
			.find((value) => value !== "")
			?.trim();
	const names = all("AU", "A1");
	const named = names.filter((name) => !isOthers(name));
	const title = first("TI", "T1", "CT");
	return {
		title: (title ?? first("BT"))?.replaceAll("\n", " "),
		abstract: first("AB", "N2"),
		authors: named.map((name) => nameOf(name.replaceAll("\n", " "))),
		...(named.length < names.length ? { moreAuthors: true } : {}),
		date: [...all("DA"), ...all("PY"), ...all("Y1")]
			.map(dateIn)
			.filter((date) => date !== undefined)
			.sort((a, b) => precision(b) - precision(a))[0],
		doi: first("DO") ?? all("UR", "M3", "N1").find((value) => /\bdoi\b/i.test(value)),
		arxiv: all("AN", "M1", "C1", "UR", "L1", "N1", "JO", "T2").map(arxivIn).find(Boolean),
		addresses: all("UR", "L1", "L2", "LK"),
		venue: first("JF", "JO", "T2", "BT", "JA", "C3", "T3"),
		language: first("LA"),
	};
}

function isOthers(name: string): boolean {
	return /^(?:others|et al\.?),?$/i.test(name.trim());
}

function precision({
	month,
	day,
}: {
	month?: number | undefined;
	day?: number | undefined;
}): number {
	return (month ? 1 : 0) + (day ? 1 : 0);
}
