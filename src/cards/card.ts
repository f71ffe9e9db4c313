import { covers, placeGlyphs, toSettable } from "./font.ts";
import { layOut } from "./layout.ts";
import { maskAt } from "./mask.ts";
import { blank, type Colour, fill, ramp, shades, stamp } from "./picture.ts";
import { palettePng } from "./png.ts";
import { CARD, type CardText } from "./text.ts";

const PAPER: Colour = [0xfb, 0xf8, 0xf2];
const INK: Colour = [0x21, 0x1c, 0x15];
const QUIET: Colour = [0x5c, 0x53, 0x47];
const ACCENT: Colour = [0x8a, 0x2b, 0x1b];
const HAIRLINE: Colour = [0xdd, 0xd4, 0xc4];

/** Shades of what is set in ink, and of what is quiet: with the other colours 16, half a byte a pixel. */
const STEPS = { ink: 7, quiet: 6 };
const PALETTE = [
	PAPER,
	HAIRLINE,
	ACCENT,
	...shades(PAPER, QUIET, STEPS.quiet),
	...shades(PAPER, INK, STEPS.ink),
];
const RULES = { hairline: 1, accent: 2 };
const RAMPS = { quiet: ramp(3, STEPS.quiet), ink: ramp(3 + STEPS.quiet, STEPS.ink) };

/**
 * Draws a card: a PNG of 1200 × 630 pixels, the same bytes for the same text. What
 * the font cannot set whole is left out, and the running head then takes the title's
 * place: nothing is shown as boxes.
 */
export function drawCard(text: CardText): Buffer {
	const { lines, rules } = layOut(settable(text));
	const picture = blank(CARD.width, CARD.height);
	for (const rule of rules) fill(picture, rule, RULES[rule.colour]);
	for (const { text, style, size, tracking, colour, x, y } of lines) {
		for (const { glyph, x: ems } of placeGlyphs(text, style, tracking)) {
			const { mask, pixel } = maskAt(glyph, size, x + ems * size);
			if (mask) stamp(picture, mask, pixel, y, RAMPS[colour]);
		}
	}
	return palettePng(picture, PALETTE);
}

function settable(text: CardText): CardText {
	const clean = (part = "") => {
		const ready = toSettable(part);
		return covers(ready) ? ready : "";
	};
	const [kicker, title] = [clean(text.kicker), clean(text.title)];
	return {
		...(title ? { kicker, title } : { title: kicker }),
		byline: clean(text.byline),
		footer: clean(text.footer),
	};
}
