import { Resvg } from "@resvg/resvg-js";
import { outlineOf, UNITS } from "./font.ts";

/** How much of each pixel a glyph covers, 0 to 255, row by row. */
export interface Mask {
	/** Where the first pixel is, from the pen's. */
	left: number;
	top: number;
	width: number;
	height: number;
	coverage: Uint8Array;
}

/** Places between two pixels where a glyph can begin: what is between them nobody sees. */
const PHASES = 4;

const masks = new Map<string, Mask | undefined>();

/**
 * A glyph in a size, for a pen that stands at `x` of a row of pixels, and the pixel from
 * which it counts. Each is drawn once for as long as the process lives.
 */
export function maskAt(glyph: number, size: number, x: number): { mask?: Mask; pixel: number } {
	const steps = Math.round(x * PHASES);
	const pixel = Math.floor(steps / PHASES);
	const phase = steps - pixel * PHASES;
	const key = `${glyph} ${size} ${phase}`;
	let mask = masks.get(key);
	if (!mask && !masks.has(key)) masks.set(key, (mask = drawMask(glyph, size, phase / PHASES)));
	return { ...(mask && { mask }), pixel };
}

function drawMask(glyph: number, size: number, shift: number): Mask | undefined {
	const outline = outlineOf(glyph);
	if (!outline) return undefined;
	const scale = size / UNITS;
	const left = Math.floor(outline.left * scale + shift);
	const top = -Math.ceil(outline.top * scale);
	const width = Math.ceil(outline.right * scale + shift) - left;
	const height = -Math.floor(outline.bottom * scale) - top;
	const place = `matrix(${scale} 0 0 ${-scale} ${shift - left} ${-top})`;
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path transform="${place}" d="${outline.path}"/></svg>`;
	const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
	// Black on nothing: the fourth of four channels has it all.
	const coverage = new Uint8Array(width * height).map((_, at) => pixels[4 * at + 3] ?? 0);
	return { left, top, width, height, coverage };
}
