import type { Mask } from "./mask.ts";

/** A picture of an even width and at most 16 colours, as a PNG has it before it is compressed. */
export interface Picture {
	width: number;
	height: number;
	/**
	 * The numbers of the colours, two in a byte, the left one above. Each row begins with the
	 * number of its filter: 0, none, is best for flat colours.
	 */
	rows: Uint8Array;
}

/** A colour by its three channels. */
export type Colour = readonly [red: number, green: number, blue: number];

/** A rectangle in pixels. */
interface Area {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** A picture in colour 0 all over. */
export function blank(width: number, height: number): Picture {
	return { width, height, rows: new Uint8Array(height * (1 + width / 2)) };
}

/** Colours in equal steps from a ground, which is not among them, to a colour. */
export function shades(ground: Colour, colour: Colour, steps: number): Colour[] {
	return Array.from({ length: steps }, (_, step) => {
		const mix = (channel: 0 | 1 | 2) =>
			Math.round(ground[channel] + ((colour[channel] - ground[channel]) * (step + 1)) / steps);
		return [mix(0), mix(1), mix(2)];
	});
}

/** The number of a shade for each coverage, 0 to 255, where the first of so many has a number. */
export function ramp(first: number, steps: number): Uint8Array {
	return new Uint8Array(256).map((_, coverage) => {
		const step = Math.round((coverage / 255) * steps);
		return step === 0 ? 0 : first + step - 1;
	});
}

/** Paints through a mask whose pen stands at a pixel. Where it was painted before, the darker shade stays. */
export function stamp(picture: Picture, mask: Mask, x: number, y: number, ramp: Uint8Array): void {
	const [left, top] = [x + mask.left, y + mask.top];
	const from = Math.max(0, -left);
	const to = Math.min(mask.width, picture.width - left);
	for (let row = Math.max(0, -top); row < Math.min(mask.height, picture.height - top); row++) {
		const start = row * mask.width;
		for (let column = from; column < to; column++) {
			const shade = ramp[mask.coverage[start + column] as number] as number;
			if (shade > 0) darken(picture, left + column, top + row, shade);
		}
	}
}

/** Fills a rectangle of the ground with a colour. */
export function fill(picture: Picture, { x, y, width, height }: Area, colour: number): void {
	for (let row = y; row < y + height; row++) {
		for (let column = x; column < x + width; column++) darken(picture, column, row, colour);
	}
}

/** Gives a pixel a colour, unless it has one of a higher number. */
function darken({ rows, width }: Picture, x: number, y: number, colour: number): void {
	const at = y * (1 + width / 2) + 1 + (x >> 1);
	const shift = x & 1 ? 0 : 4;
	const now = rows[at] as number;
	const old = (now >> shift) & 15;
	if (colour > old) rows[at] = now + ((colour - old) << shift);
}
