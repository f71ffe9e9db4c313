import { Resvg } from "@resvg/resvg-js";
import fc from "fast-check";
import { PNG } from "pngjs";
import { describe, expect, test } from "vitest";
import { drawCard } from "./card.ts";
import { outlineOf, placeGlyphs, UNITS } from "./font.ts";
import { layOut } from "./layout.ts";
import type { CardText } from "./text.ts";

const kicker = "Field Notes on Birds";
const byline = "Ada O’Finch, Émile Rossignol";
const footer = "29 February 2024 · Migration";
const PAPER = "251 248 242";

describe("a card is a picture of 1200 × 630 pixels with empty margins", () => {
	test.each([
		["a short title", "Wrens"],
		["one letter", "X"],
		["400 characters", "Swifts sleep on the wing and ".repeat(14).slice(0, 400)],
		["one word of 400 characters", "W".repeat(400)],
		["other alphabets", "Об α-распаде, Łódź, Được"],
		["markup", "<b>bold</b> & <script>alert(1)</script> &amp;"],
		["Arabic", "هجرة الطيور"],
		["Hebrew in English", "The word ציפור"],
		["Chinese", "鳥の歌"],
		["an emoji", "Birds 🐦"],
		["marks that nothing composes", "x\u0302\u0333 and y\u20d7"],
		["nothing at all", ""],
	])("%s", (_name, title) => {
		const png = drawCard({ kicker, title, byline, footer });
		expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
		expect(inMargins(png)).toEqual([PAPER]);
	});

	test("whatever the texts are", { timeout: 60_000 }, () => {
		const text = fc.string({ unit: "grapheme", maxLength: 300 });
		fc.assert(
			fc.property(text, text, text, text, (kicker, title, byline, footer) => {
				expect(inMargins(drawCard({ kicker, title, byline, footer }))).toEqual([PAPER]);
			}),
			{ numRuns: 30 },
		);
	});
});

test("a title is text: neither tags nor entities are read", () => {
	const card = (title: string) => drawCard({ kicker, title });
	expect(card("<b>Wren</b>")).not.toEqual(card("Wren"));
	expect(card("&amp;")).not.toEqual(card("&"));
});

test("the same text gives the same bytes", () => {
	const text = { kicker, title: "Wrens", byline, footer };
	expect(drawCard(text).equals(drawCard(text))).toBe(true);
});

test.each([
	["a short title", "Wrens"],
	["pairs and ligatures", "To AVATAR. We find Offprint"],
	["a long title in three alphabets", "Об α-распаде и Łódź, ".repeat(9)],
])("a card looks as if its outlines were drawn in one piece: %s", (_name, title) => {
	const text = { kicker, title: title.trim(), byline: "Affleck, Yolanda Ty", footer };
	const [card, whole] = [darknessOf(drawCard(text)), darknessOf(drawWhole(text))];
	const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
	expect(sum(card) / sum(whole)).toBeCloseTo(1, 1);
	// A glyph an eighth of a pixel away, in fewer shades: at the edges alone, and by little.
	expect(sum(card.map((value, at) => Math.abs(value - (whole[at] ?? 0))))).toBeLessThan(
		0.1 * sum(whole),
	);
});

describe("what the font cannot set is left out", () => {
	test.each(["هجرة الطيور", "鳥", "🐦", "Wren 🐦"])(
		"the name of the collection stands in place of %s",
		(title) => {
			const card = drawCard({ kicker, title, byline, footer });
			expect(card).toEqual(drawCard({ title: kicker, byline, footer }));
		},
	);

	test("a byline is left out whole: half of the names would be wrong", () => {
		const card = drawCard({ kicker, title: "Wrens", byline: "Ada O’Finch, 李白", footer });
		expect(card).toEqual(drawCard({ kicker, title: "Wrens", footer }));
	});

	test("ligatures of old encodings, line ends and invisible characters are not missing", () => {
		const card = drawCard({ title: "Con\u00adﬁned\u200d \n e\u0301tude" });
		expect(card).toEqual(drawCard({ title: "Confined étude" }));
	});
});

/** How much darker than paper each pixel is, in its green channel. */
function darknessOf(bytes: Buffer): number[] {
	const { data, width, height } = PNG.sync.read(bytes);
	return Array.from({ length: width * height }, (_, at) => 248 - (data[4 * at + 1] ?? 0));
}

/** The card without masks and without a palette. */
function drawWhole(text: CardText): Buffer {
	const { lines, rules } = layOut(text);
	const colours = { ink: "#211c15", quiet: "#5c5347", accent: "#8a2b1b", hairline: "#ddd4c4" };
	const glyphs = lines.flatMap(({ text, style, size, tracking, colour, x, y }) =>
		placeGlyphs(text, style, tracking).map(({ glyph, x: ems }) => {
			const scale = size / UNITS;
			const place = `matrix(${scale} 0 0 ${-scale} ${x + ems * size} ${y})`;
			return `<path transform="${place}" fill="${colours[colour]}" d="${outlineOf(glyph)?.path ?? ""}"/>`;
		}),
	);
	const areas = rules.map(
		({ colour, x, y, width, height }) =>
			`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colours[colour]}"/>`,
	);
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><rect width="100%" height="100%" fill="#fbf8f2"/>${areas.join("")}${glyphs.join("")}</svg>`;
	return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}

/** Colours that stand in the margins, 56 pixels wide at least. */
function inMargins(bytes: Buffer): string[] {
	const { data, width, height } = PNG.sync.read(bytes);
	const colours = new Set<string>();
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const inside = x >= 88 && x < width - 88 && y >= 56 && y < height - 44;
			if (inside) continue;
			colours.add(data.subarray(4 * (y * width + x), 4 * (y * width + x) + 3).join(" "));
		}
	}
	return [...colours];
}
