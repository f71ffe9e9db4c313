import fc from "fast-check";
import { PNG } from "pngjs";
import { describe, expect, test } from "vitest";
import { drawCard } from "./card.ts";

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
	])("%s", async (_name, title) => {
		const png = await drawCard({ kicker, title, byline, footer });
		expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
		expect(inMargins(png)).toEqual([PAPER]);
	});

	test("whatever the texts are", { timeout: 60_000 }, async () => {
		const text = fc.string({ unit: "grapheme", maxLength: 300 });
		await fc.assert(
			fc.asyncProperty(text, text, text, text, async (kicker, title, byline, footer) => {
				expect(inMargins(await drawCard({ kicker, title, byline, footer }))).toEqual([PAPER]);
			}),
			{ numRuns: 30 },
		);
	});
});

test("a title is text: neither tags nor entities are read", async () => {
	const card = (title: string) => drawCard({ kicker, title });
	expect(await card("<b>Wren</b>")).not.toEqual(await card("Wren"));
	expect(await card("&amp;")).not.toEqual(await card("&"));
});

test("the same text gives the same bytes", async () => {
	const text = { kicker, title: "Wrens", byline, footer };
	expect((await drawCard(text)).equals(await drawCard(text))).toBe(true);
});

describe("what the font cannot set is left out", () => {
	test.each(["هجرة الطيور", "鳥", "🐦", "Wren 🐦"])(
		"the name of the collection stands in place of %s",
		async (title) => {
			const card = await drawCard({ kicker, title, byline, footer });
			expect(card).toEqual(await drawCard({ title: kicker, byline, footer }));
		},
	);

	test("a byline is left out whole: half of the names would be wrong", async () => {
		const card = await drawCard({ kicker, title: "Wrens", byline: "Ada O’Finch, 李白", footer });
		expect(card).toEqual(await drawCard({ kicker, title: "Wrens", footer }));
	});

	test("ligatures of old encodings, line ends and invisible characters are not missing", async () => {
		const card = await drawCard({ title: "Con\u00adﬁned\u200d \n e\u0301tude" });
		expect(card).toEqual(await drawCard({ title: "Confined étude" }));
	});
});

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
