import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { inflateSync } from "node:zlib";

/** Upright for titles, italic for what stands around them. */
export type Style = "normal" | "italic";

/** A font as satori takes it. */
interface CardFont {
	name: string;
	data: Buffer;
	weight: 400;
	style: Style;
}

/** The parts of Source Serif 4, by script; the first that has a character sets it. */
const PARTS = ["latin", "latin-ext", "greek", "cyrillic", "cyrillic-ext", "vietnamese"];

const require = createRequire(import.meta.url);
const files = path.join(require.resolve("@fontsource/source-serif-4/package.json"), "../files");
const upright = PARTS.map((part) => readFont(part, "normal"));
const italic = PARTS.map((part) => readFont(part, "italic"));

/** Every font of the cards. A family for each part: satori falls back from family to family. */
export const fonts: CardFont[] = [...upright, ...italic].map(({ font }) => font);

/** The families in the order in which they are asked for a character. */
export const family = PARTS.join(", ");

/** Width of each character in ems, by code point: what is not in it, the font cannot set. */
const advances: Record<Style, Map<number, number>> = {
	normal: merge(upright),
	italic: merge(italic),
};

/**
 * A text made ready for setting: one line, composed characters (NFC), ligatures of
 * old encodings spelled out, and no invisible characters.
 */
export function toSettable(text: string): string {
	return text
		.normalize("NFC")
		.replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize("NFKC"))
		.replace(/\s+/g, " ")
		.replace(/[\p{Cc}\p{Cf}]/gu, "")
		.trim();
}

/**
 * True when the font has every character of the text. Combining marks that no
 * composed character holds count as missing: they would stand in the wrong place.
 */
export function covers(text: string): boolean {
	return [...text].every(
		(char) => advances.normal.has(char.codePointAt(0) ?? 0) && !/\p{M}/u.test(char),
	);
}

/** Width of a text in ems, without kerning; a character that the font lacks counts as one em. */
export function widthOf(text: string, style: Style): number {
	let width = 0;
	for (const char of text) width += advances[style].get(char.codePointAt(0) ?? 0) ?? 1;
	return width;
}

function readFont(part: string, style: Style): { font: CardFont; widths: Map<number, number> } {
	const data = readFileSync(path.join(files, `source-serif-4-${part}-400-${style}.woff`));
	return { font: { name: part, data, weight: 400, style }, widths: readWidths(data) };
}

function merge(parts: readonly { widths: Map<number, number> }[]): Map<number, number> {
	const all = new Map<number, number>();
	for (const { widths } of parts) {
		for (const [char, width] of widths) if (!all.has(char)) all.set(char, width);
	}
	return all;
}

/** Code points of a WOFF 1.0 font with their widths in ems (tables `cmap` format 4, `hmtx`). */
function readWidths(woff: Buffer): Map<number, number> {
	const unitsPerEm = table(woff, "head").readUInt16BE(18);
	const metrics = table(woff, "hmtx");
	// Glyphs after the last metric are as wide as that one.
	const last = table(woff, "hhea").readUInt16BE(34) - 1;
	const widths = new Map<number, number>();
	for (const [char, glyph] of glyphs(table(woff, "cmap"))) {
		widths.set(char, metrics.readUInt16BE(4 * Math.min(glyph, last)) / unitsPerEm);
	}
	return widths;
}

/** https://www.w3.org/TR/WOFF/#TableDirectory */
function table(woff: Buffer, name: string): Buffer {
	for (let index = 0; index < woff.readUInt16BE(12); index++) {
		const entry = woff.subarray(44 + 20 * index, 64 + 20 * index);
		if (entry.toString("latin1", 0, 4) !== name) continue;
		const [start, stored, full] = [4, 8, 12].map((at) => entry.readUInt32BE(at));
		const bytes = woff.subarray(start, (start ?? 0) + (stored ?? 0));
		return stored === full ? bytes : inflateSync(bytes);
	}
	throw new Error(`the font has no table ${name}`);
}

/** https://learn.microsoft.com/en-us/typography/opentype/spec/cmap#format-4-segment-mapping-to-delta-values */
function* glyphs(cmap: Buffer): Generator<[char: number, glyph: number]> {
	const map = cmap.subarray(cmap.readUInt32BE(8));
	if (map.readUInt16BE(0) !== 4) throw new Error("the font's characters are in an unknown format");
	const size = map.readUInt16BE(6);
	for (let at = 0; at < size; at += 2) {
		const last = map.readUInt16BE(14 + at);
		const first = map.readUInt16BE(16 + size + at);
		const delta = map.readUInt16BE(16 + 2 * size + at);
		const range = 16 + 3 * size + at;
		const offset = map.readUInt16BE(range);
		for (let char = first; char <= last && char < 0xffff; char++) {
			let glyph = char;
			if (offset > 0) glyph = map.readUInt16BE(range + offset + 2 * (char - first));
			if (offset === 0 || glyph > 0) glyph = (glyph + delta) & 0xffff;
			if (glyph > 0) yield [char, glyph];
		}
	}
}
