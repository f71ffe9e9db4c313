import { monthName } from "../../paper/dates.ts";

/** A tick of an axis: where it stands, and what it says. */
export interface Tick {
	at: number;
	label: string;
}

/** Width of a digit or letter of a label, on average, in pixels. */
const CHARACTER = 6.6;

/** Width of a label in pixels, estimated: nothing is measured at build time. Wide scripts count double. */
export function textWidth(text: string): number {
	let width = 0;
	for (const character of text) {
		width += /[\u1100-\u11ff\u2e80-\uffdc\u{1f300}-\u{3ffff}]/u.test(character) ? 2 : 1;
	}
	return width * CHARACTER;
}

/**
 * A label in lines of at most `width` pixels, broken between words; what is too
 * long for a line, or for so many lines, ends with an ellipsis.
 */
export function wrapped(text: string, width: number, lines = 1): string {
	const broken: string[] = [];
	for (const word of text.trim().split(/\s+/)) {
		const line = broken.at(-1);
		const longer = line === undefined ? word : `${line} ${word}`;
		// The last line takes all that is left, and is then cut.
		const fits = textWidth(longer) <= width || broken.length === lines;
		if (line !== undefined && fits) broken[broken.length - 1] = longer;
		else broken.push(word);
	}
	return broken.map((line) => cut(line, width)).join("\n");
}

function cut(line: string, width: number): string {
	if (textWidth(line) <= width) return line;
	const characters = [...line];
	while (characters.length > 1 && textWidth(`${characters.join("")}…`) > width) characters.pop();
	return `${characters.join("").trimEnd()}…`;
}

/** Round numbers from 0 up to `max`, at most `most` steps apart: whole, since papers are counted. */
export function countTicks(max: number, most = 4): number[] {
	const step = niceStep(max / most);
	return Array.from({ length: Math.floor(max / step) + 1 }, (_, index) => index * step);
}

/** 0 and the powers of ten up to `max`: for counts of very different size. */
export function powerTicks(max: number): number[] {
	const ticks = [0];
	for (let power = 1; power <= max; power *= 10) ticks.push(power);
	return ticks;
}

/** The smallest of 1, 2, 5, 10, 20, 50 … that is no smaller than a number. */
function niceStep(least: number): number {
	let power = 1;
	for (;;) {
		for (const digit of [1, 2, 5]) if (digit * power >= least) return digit * power;
		power *= 10;
	}
}

/** A moment as a number of years: the middle of 2026 is 2026.5. */
export function yearsOf(year: number, month = 1, day = 1): number {
	return year + (month - 1 + (day - 1) / 31) / 12;
}

/** A length of time on paper. */
export interface TimeSpan {
	/** In years: see {@link yearsOf}. */
	from: number;
	to: number;
	/** In pixels. */
	width: number;
}

/**
 * Ticks of a span: months up to two years, otherwise years, as many as have room
 * for their label, which stands to the right of its tick.
 */
export function timeTicks(span: TimeSpan): Tick[] {
	return span.to - span.from <= 2 ? monthTicks(span) : yearTicks(span);
}

function monthTicks({ from, to, width }: TimeSpan): Tick[] {
	const room = 32;
	const first = Math.round(12 * from);
	const last = Math.round(12 * to);
	const pixels = width / (last - first);
	const step = [1, 2, 3, 6, 12].find((months) => months * pixels >= room) ?? 24;
	const ticks: Tick[] = [];
	for (let at = step * Math.ceil(first / step); at < last; at += step) {
		if ((last - at) * pixels < room && ticks.length > 0) break;
		const month = monthName((at % 12) + 1).slice(0, 3);
		const named = ticks.length === 0 || at % 12 === 0;
		ticks.push({ at: at / 12, label: named ? `${month}\n${Math.floor(at / 12)}` : month });
	}
	return ticks;
}

/** The year in which the span begins is named at the edge where there is room before the next. */
function yearTicks({ from, to, width }: TimeSpan): Tick[] {
	const room = 44;
	const pixels = width / (to - from);
	const step = niceStep(room / pixels);
	const ticks: Tick[] = [];
	for (let year = step * Math.ceil(from / step); (to - year) * pixels >= room - 12; year += step) {
		ticks.push({ at: year, label: String(year) });
	}
	const next = ticks[0]?.at ?? to;
	if (next > from && (next - from) * pixels >= room) {
		ticks.unshift({ at: from, label: String(Math.floor(from)) });
	}
	return ticks;
}
