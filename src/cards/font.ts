import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import * as harfbuzz from "harfbuzzjs";
import { unpackWoff } from "./woff.ts";

/** Upright for titles, italic for what stands around them. */
export type Style = "normal" | "italic";

/** A glyph of a text in its place, in ems from where the text begins. */
export interface PlacedGlyph {
	/** A number that no other glyph of any part of the font has. */
	glyph: number;
	x: number;
}

/** The shape of a glyph. */
export interface Outline {
	/** As in SVG, except that y grows upwards, in units of the font. */
	path: string;
	/** Edges, in the same units. */
	left: number;
	right: number;
	bottom: number;
	top: number;
}

/** The parts of Source Serif 4, by script; the first that has a character sets it. */
const PARTS = ["latin", "latin-ext", "greek", "cyrillic", "cyrillic-ext", "vietnamese"];

const require = createRequire(import.meta.url);
const files = path.join(require.resolve("@fontsource/source-serif-4/package.json"), "../files");
const parts = (["normal", "italic"] as const).flatMap((style) =>
	PARTS.map((name) => ({ style, font: readFont(name, style) })),
);

/** Units of the font in an em, and how far it reaches above and below the line. */
export const UNITS = parts[0]?.font.face.upem ?? 1000;
const { ascender = 0, descender = 0 } = parts[0]?.font.hExtents() ?? {};
/** How far under the middle of a line its letters stand, in ems. */
export const BELOW_MIDDLE = (ascender + descender) / 2 / UNITS;

/** Each character that the font can set: the part that does, and its width in ems. */
const characters = { normal: charactersOf("normal"), italic: charactersOf("italic") };

/** Letters that are spaced are not joined. */
const NO_LIGATURES = ["liga", "clig"].map((name) => new harfbuzz.Feature(name, 0));
/** Glyphs of one part are numbered from a multiple of this. */
const PART = 0x10000;

const buffer = new harfbuzz.Buffer();

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
	return [...text].every((char) => characters.normal.has(char) && !/\p{M}/u.test(char));
}

/** Width of a text in ems, without kerning; a character that the font lacks counts as one em. */
export function widthOf(text: string, style: Style): number {
	let width = 0;
	for (const char of text) width += characters[style].get(char)?.width ?? 1;
	return width;
}

/**
 * The glyphs of a text side by side, kerned, and joined where the font has ligatures and
 * no `tracking` (ems after each glyph) parts them. What the font lacks is left out.
 */
export function placeGlyphs(text: string, style: Style, tracking = 0): PlacedGlyph[] {
	const placed: PlacedGlyph[] = [];
	let pen = 0;
	for (const { part, run } of runs(text, style)) {
		const font = parts[part]?.font;
		if (!font) continue;
		buffer.clearContents();
		buffer.addText(run);
		// Not the language of whoever builds.
		buffer.setLanguage("en");
		buffer.guessSegmentProperties();
		harfbuzz.shape(font, buffer, tracking === 0 ? [] : NO_LIGATURES);
		const glyphs = buffer.getGlyphInfos();
		for (const [index, { xAdvance, xOffset }] of buffer.getGlyphPositions().entries()) {
			const glyph = part * PART + (glyphs[index]?.codepoint ?? 0);
			placed.push({ glyph, x: pen + xOffset / UNITS });
			pen += xAdvance / UNITS + tracking;
		}
	}
	return placed;
}

/** The shape of a glyph; `undefined` where there is nothing to see. */
export function outlineOf(glyph: number): Outline | undefined {
	const [font, id] = [parts[Math.floor(glyph / PART)]?.font, glyph % PART];
	const edges = font?.glyphExtents(id);
	if (!font || !edges?.width || !edges.height) return undefined;
	const { xBearing: left, yBearing: top, width, height } = edges;
	return { path: font.glyphToPath(id), left, right: left + width, bottom: top + height, top };
}

/** A text in pieces, each of characters that one part of the font sets. */
function runs(text: string, style: Style): { part: number; run: string }[] {
	const runs: { part: number; run: string }[] = [];
	for (const char of text) {
		const part = characters[style].get(char)?.part;
		const last = runs.at(-1);
		if (part === undefined) continue;
		if (last?.part === part) last.run += char;
		else runs.push({ part, run: char });
	}
	return runs;
}

function readFont(part: string, style: Style): harfbuzz.Font {
	const woff = readFileSync(path.join(files, `source-serif-4-${part}-400-${style}.woff`));
	return new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(unpackWoff(woff))));
}

function charactersOf(wanted: Style): Map<string, { part: number; width: number }> {
	const all = new Map<string, { part: number; width: number }>();
	for (const [part, { style, font }] of parts.entries()) {
		if (style !== wanted) continue;
		for (const code of font.face.collectUnicodes()) {
			const char = String.fromCodePoint(code);
			const glyph = font.nominalGlyph(code);
			if (glyph === undefined || all.has(char)) continue;
			all.set(char, { part, width: font.glyphHAdvance(glyph) / UNITS });
		}
	}
	return all;
}
