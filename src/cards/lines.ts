import { teaser } from "../paper/text.ts";

/** Width of a text in ems. */
export type Measure = (text: string) => number;

/** How a text is to be set: sizes in pixels, largest first. */
export interface Setting {
	sizes: readonly number[];
	/** Line height as a multiple of the size. */
	leading: number;
	width: number;
	height: number;
	/** At most so many lines. */
	lines: number;
}

/** A text in lines that fit. */
export interface SetText {
	size: number;
	lines: string[];
}

/** No text is worth more of these: what comes after would be cut anyway. */
const MOST_CHARACTERS = 400;

/** What a smaller size costs, for each factor of e, and what each line costs. */
const SMALLER = 0.4;
const LINE = 0.05;

/** What speaks against a line's end, or for it (below 0): a line that is uneven by a fifth costs 0.04. */
const AFTER_PART = 0.08;
const AFTER_SHORT_WORD = 0.05;
const AFTER_COMMA = -0.04;
const AFTER_COLON = -0.1;

/**
 * Sets a text so that it reads best: as large as can be, in lines that are even and
 * end where the sense does. What does not fit in the smallest size is cut at a word,
 * with … at the end.
 */
export function setText(text: string, setting: Setting, measure: Measure): SetText {
	const short = teaser(text, MOST_CHARACTERS);
	const best = setting.sizes
		.flatMap((size) => linesThatFit(short, size, setting, measure))
		.sort((a, b) => a.cost - b.cost)[0];
	if (best) return best;
	for (let length = short.length - 1; length > 1; length--) {
		const size = setting.sizes.at(-1) ?? 0;
		const [cut] = linesThatFit(teaser(short, length), size, setting, measure);
		if (cut) return cut;
	}
	return { size: 0, lines: [] };
}

interface Candidate extends SetText {
	cost: number;
}

/** The best ways to set a text in one size: in the fewest lines, and in one more. */
function linesThatFit(
	text: string,
	size: number,
	{ sizes, leading, width, height, lines }: Setting,
	measure: Measure,
): Candidate[] {
	const most = Math.min(lines, Math.floor(height / (size * leading)));
	const room = width / size;
	if (measure(text) > most * room) return [];
	const pieces = toPieces(text, room, measure);
	const fewest = fewestLines(pieces, room);
	const smaller = SMALLER * Math.log((sizes[0] ?? size) / size);
	return [fewest, fewest + 1]
		.filter((count) => count <= most)
		.flatMap((count) => {
			const even = evenLines(pieces, room, count);
			return even ? [{ size, lines: even.lines, cost: even.cost + smaller + LINE * count }] : [];
		});
}

/** What a line is made of: a word, or a part of one that ends in a hyphen. Places in ems. */
interface Piece {
	text: string;
	/** Where it would begin and end if all stood in one line. */
	start: number;
	end: number;
}

function toPieces(text: string, room: number, measure: Measure): Piece[] {
	const pieces: Piece[] = [];
	let start = 0;
	// Between the parts of a compound a line may end, but none of one or two letters stands alone.
	for (const word of text.split(/(?<= )|(?<=[\p{L}\p{N}]{3}[-–—/])(?=[\p{L}\p{N}]{3})/u)) {
		for (const part of chop(word, room, measure)) {
			pieces.push({ text: part, start, end: start + measure(part.trimEnd()) });
			start += measure(part);
		}
	}
	return pieces;
}

/** A word that no line could hold, in parts that do. */
function chop(word: string, room: number, measure: Measure): string[] {
	if (measure(word.trimEnd()) <= room) return [word];
	const parts = [""];
	for (const char of word) {
		const longer = `${parts.at(-1)}${char}`;
		if (measure(longer) > room) parts.push(char);
		else parts[parts.length - 1] = longer;
	}
	return parts;
}

function fewestLines(pieces: readonly Piece[], room: number): number {
	let count = 1;
	let start = 0;
	for (const piece of pieces) {
		if (piece.end - start <= room) continue;
		count++;
		start = piece.start;
	}
	return count;
}

/** A way to set the pieces up to some place: where its last line begins, and the lines before. */
interface Way {
	cost: number;
	from: number;
	before?: Way | undefined;
}

/** Of all ways to make so many lines, the one whose lines differ least and end best. */
function evenLines(pieces: readonly Piece[], room: number, count: number) {
	const mean = (pieces.at(-1)?.end ?? 0) / count;
	// The best way to set the first 0, 1, 2 … pieces in the lines so far.
	let ways: (Way | undefined)[] = [{ cost: 0, from: 0 }];
	for (let line = 1; line <= count; line++) {
		const next: (Way | undefined)[] = [];
		for (const [from, before] of ways.entries()) {
			for (let to = from + 1; before && to <= pieces.length; to++) {
				const width = (pieces[to - 1]?.end ?? 0) - (pieces[from]?.start ?? 0);
				if (width > room) break;
				const uneven = ((width - mean) / mean) ** 2 / count;
				const cost = before.cost + uneven + (line < count ? endCost(pieces[to - 1]?.text) : 0);
				if (cost < (next[to]?.cost ?? Number.POSITIVE_INFINITY)) next[to] = { cost, from, before };
			}
		}
		ways = next;
	}
	const best = ways[pieces.length];
	if (!best) return undefined;
	const lines: string[] = [];
	for (let way: Way | undefined = best, to = pieces.length; way?.before; way = way.before) {
		const text = pieces.slice(way.from, to).map((piece) => piece.text);
		lines.unshift(text.join("").trimEnd());
		to = way.from;
	}
	return { cost: best.cost, lines };
}

function endCost(piece = ""): number {
	if (/[:?!;—–] $/.test(piece)) return AFTER_COLON;
	if (piece.endsWith(", ")) return AFTER_COMMA;
	if (/^\p{Ll}{1,4} $/u.test(piece)) return AFTER_SHORT_WORD;
	return /[^-–—/] $/.test(piece) ? 0 : AFTER_PART;
}
