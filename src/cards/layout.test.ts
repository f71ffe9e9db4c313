import { expect, test } from "vitest";
import { layOut } from "./layout.ts";

const text = { kicker: "Birds", title: "Wrens", byline: "Ada O’Finch", footer: "2024" };
const long = "Ada O’Finch, ".repeat(8);
const lineOf = (layout: ReturnType<typeof layOut>, text: string) =>
	layout.lines.find((line) => line.text === text) ?? expect.fail(text);

test("head, title, byline and foot stand below one another at the same margin", () => {
	const { lines } = layOut(text);
	expect(lines.map((line) => line.text)).toEqual(["Birds", "Wrens", "Ada O’Finch", "2024"]);
	expect(lines.map(({ y }) => y)).toEqual(lines.map(({ y }) => y).toSorted((a, b) => a - b));
	expect(new Set(lines.map(({ x }) => x))).toEqual(new Set([96]));
	expect(lines.map(({ style }) => style)).toEqual(["italic", "normal", "normal", "normal"]);
	expect(lines.map(({ colour }) => colour)).toEqual(["quiet", "ink", "quiet", "quiet"]);
});

test("a rule parts title and byline, a hairline the foot; without a foot there is none", () => {
	const layout = layOut(text);
	const [accent, hairline] = layout.rules;
	expect(accent?.y).toBeGreaterThan(lineOf(layout, "Wrens").y);
	expect(accent?.y).toBeLessThan(lineOf(layout, "Ada O’Finch").y - 30);
	expect(hairline?.y).toBeLessThan(lineOf(layout, "2024").y - 26);
	expect(layOut({ ...text, footer: "" }).rules).toHaveLength(1);
});

test("head and foot stay where they are, whatever is between them", () => {
	const [short, full] = [
		layOut(text),
		layOut({ ...text, title: "Wrens ".repeat(60), byline: long }),
	];
	for (const name of ["Birds", "2024"]) {
		expect(lineOf(full, name)).toEqual(lineOf(short, name));
	}
	expect(full.lines.filter(({ colour }) => colour === "ink").length).toBeGreaterThan(3);
	expect(full.lines.at(-2)?.y).toBeLessThan((full.rules[1]?.y ?? 0) - 15);
	expect(full.lines[1]?.y).toBeGreaterThan((full.lines[0]?.y ?? 0) + 40);
});

test("letters stand on whole pixels", () => {
	const { lines, rules } = layOut({ ...text, title: "Wrens and ".repeat(20), byline: long });
	for (const { y } of [...lines, ...rules]) expect(y).toBe(Math.round(y));
});
