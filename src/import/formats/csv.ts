import Papa from "papaparse";
import { type Citation, citationFormat, nameOf, type PlacedCitation } from "../citation.ts";
import { arxivId, arxivIn, checked, dateIn } from "../known-as.ts";

/** What a column is called, in lower case and without punctuation, by what it means. */
const COLUMNS: Record<keyof Row, readonly string[]> = {
	title: ["title", "paper title", "article title", "document title", "name"],
	abstract: ["abstract", "summary", "abstract note"],
	authors: ["authors", "author", "author names", "author full names", "creators"],
	date: [
		"date",
		"published",
		"publication date",
		"published date",
		"date published",
		"publishedat",
	],
	year: ["year", "publication year", "pub year"],
	doi: ["doi"],
	arxiv: ["arxiv", "arxiv id", "arxivid", "eprint"],
	url: ["url", "link", "paper url", "paper", "address"],
	pdf: ["pdf", "pdf url", "pdf link"],
	venue: [
		"venue",
		"journal",
		"conference",
		"booktitle",
		"publication title",
		"source title",
		"proceedings",
	],
	extra: ["extra", "archive location"],
	language: ["language", "lang", "language of original document"],
	key: ["key", "citation key", "citationkey", "bibtex key"],
};

type Row = Record<
	| "title"
	| "abstract"
	| "authors"
	| "date"
	| "year"
	| "doi"
	| "arxiv"
	| "url"
	| "pdf"
	| "venue"
	| "language"
	| "extra"
	| "key",
	string | undefined
>;

/** A table with a header: parted by commas, semicolons or tabs. */
export const csv = citationFormat(
	"CSV or TSV with a header",
	(text) => {
		const header = firstRow(text);
		return header.length > 1 && columnsOf(header).has("title");
	},
	(text) => {
		const header = firstRow(text);
		const columns = columnsOf(header);
		return rowsOf(text)
			.slice(1)
			.map(({ line, cells, problem }): PlacedCitation => {
				const cell = (name: keyof Row) => cells[columns.get(name) ?? -1]?.trim() || undefined;
				const citation = citationOf(cell);
				const name = cells.filter((text) => text.trim() !== "").join(", ");
				const wrong =
					problem ??
					(cells.length > header.length
						? `${cells.length} fields under a header of ${header.length}`
						: undefined);
				return wrong === undefined
					? { line, name, key: cell("key"), citation }
					: { line, name, citation, problem: wrong };
			});
	},
);

function firstRow(text: string): string[] {
	const start = text.slice(0, 10_000).trimStart();
	// A header is one line, and its delimiter is the one that stands in it most often.
	const { data } = Papa.parse<string[]>(start, { preview: 1, delimiter: delimiterOf(start) });
	return data[0] ?? [];
}

function delimiterOf(text: string): string {
	const header = text.trimStart().split("\n", 1)[0] ?? "";
	const often = (mark: string) => header.split(mark).length;
	return ["\t", ";", ","].reduce((best, mark) => (often(mark) > often(best) ? mark : best), ",");
}

function columnsOf(header: readonly string[]): Map<keyof Row, number> {
	const names = header.map((cell) =>
		cell
			.trim()
			.toLowerCase()
			.replace(/[^\p{L}\p{N}]+/gu, " ")
			.trim(),
	);
	const columns = new Map<keyof Row, number>();
	for (const [key, known] of Object.entries(COLUMNS)) {
		const name = known.find((candidate) => names.includes(candidate));
		if (name !== undefined) columns.set(key as keyof Row, names.indexOf(name));
	}
	return columns;
}

function rowsOf(text: string): { line: number; cells: string[]; problem?: string }[] {
	const rows: { line: number; cells: string[]; problem?: string }[] = [];
	let start = 0;
	let line = 1;
	Papa.parse<string[]>(text, {
		delimiter: delimiterOf(text),
		step({ data, errors, meta }) {
			const own = text.slice(start, meta.cursor);
			const before = own.length - own.trimStart().length;
			const at = line + own.slice(0, before).split("\n").length - 1;
			line += own.split("\n").length - 1;
			start = meta.cursor;
			if (data.every((cell) => cell.trim() === "")) return;
			const problem = errors.some(({ type }) => type === "Quotes")
				? "a quotation mark without its end"
				: undefined;
			rows.push({ line: at, cells: data, ...(problem ? { problem } : {}) });
		},
	});
	return rows;
}

function citationOf(cell: (name: keyof Row) => string | undefined): Citation {
	const date = dateIn(cell("date")) ?? dateIn(cell("year"));
	return {
		title: cell("title"),
		abstract: cell("abstract"),
		authors: namesIn(cell("authors") ?? ""),
		date: date ?? checked(Number(cell("year"))),
		doi: cell("doi"),
		arxiv: arxivId(cell("arxiv")) ?? [cell("extra"), cell("venue")].map(arxivIn).find(Boolean),
		addresses: [cell("url"), cell("pdf")],
		venue: cell("venue"),
		language: cell("language"),
		written: { dates: [cell("date"), cell("year")], arxiv: cell("arxiv") },
	};
}

/**
 * Names in one cell, parted by semicolons, bars or lines; else by `and`, or by commas where
 * that leaves whole names.
 */
function namesIn(text: string): string[] {
	const parted = split(text, /[;|\n]/);
	if (parted.length > 1) return parted.map(nameOf);
	const joined = split(text, /\band\b(?=\s)/);
	const listed = joined.map((part) => split(part, /,/));
	// Doe, Jane and Berg, Jan van der: each has its comma. Ada Lovelace, Charles Babbage and Grace Hopper: the last has none.
	const families = listed.every((pieces) => pieces.length > 1) && joined.length > 1;
	const all = listed.flat();
	const whole = all.every((name) => / /.test(name)) && !isParticle(all[0]);
	const many = joined.length === 1 && all.length > 2;
	return (!families && (whole || many) ? all : joined).map(nameOf);
}

function split(text: string, mark: RegExp): string[] {
	return text
		.split(mark)
		.map((part) => part.trim())
		.filter(Boolean);
}

/** `van der Berg, Jan Willem` begins with a particle, in lower case: it is one name. */
function isParticle(name = ""): boolean {
	return /^\p{Ll}/u.test(name);
}
