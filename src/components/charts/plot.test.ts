import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { drawList } from "./bars.ts";
import { drawColumns, drawSmallColumns } from "./columns.ts";
import { drawDots } from "./dots.ts";
import { drawMatrix } from "./matrix.ts";
import { yearsOf } from "./scale.ts";

const link = (name: string, marked = false) => ({ href: `/b/${name}/`, title: name, marked });
const month = (month: number, count: number, marked = false) => ({
	from: yearsOf(2026, month),
	to: yearsOf(2026, month + 1),
	count,
	...link(`month ${month}`, marked),
});
const time = { from: yearsOf(2026, 1), to: yearsOf(2026, 4) };
const months = { columns: [month(1, 3, true), month(2, 0), month(3, 1)], ...time, max: 3 };
const dot = (at: number, count: number, name: string) => ({ at, count, name, ...link(name) });
const names = ["Song", "Nests & <eggs>", "Migration"].map((name) => ({ name, ...link(name) }));

const drawings = {
	columns: () => drawColumns({ label: "Months", ...months, width: 328, height: 180 }),
	"small columns": () => drawSmallColumns({ label: "Song", ...months, width: 148, height: 88 }),
	matrix: () =>
		drawMatrix("Pairs", names, [{ column: 0, row: 2, count: 12, ...link("both", true) }], 328),
	dots: () =>
		drawDots({
			label: "Comments",
			dots: [dot(2026.2, 900, "loud"), dot(2026.1, 0, "quiet")],
			...time,
			width: 328,
			height: 180,
		}),
	list: () =>
		drawList("Terms", [{ name: "wren", count: 2, ...link("wren") }], { max: 2, width: 320 }),
};
const parse = (svg: string) => new JSDOM(svg).window.document;

describe.each(Object.entries(drawings))("a drawing of %s", (name, draw) => {
	test("is the same each time, and holds no colour, style or id", () => {
		expect(draw()).toBe(draw());
		expect(draw()).not.toMatch(/#[0-9a-f]{3}|rgb|hsl|black|white|<style|style=|\sid=|clip-path/i);
		expect(draw()).not.toMatch(/\s(?:fill|stroke|font-family|font-size)=/);
	});

	test("has a name, and each of its links has one and a place to point at", () => {
		const document = parse(draw());
		expect(document.querySelector("svg")?.getAttribute("aria-label")).not.toBe("");
		for (const a of document.querySelectorAll("a")) {
			expect(a.getAttribute("href")).toMatch(/^\/b\/.+\/$/);
			expect(a.firstElementChild?.localName).toBe("title");
			expect(a.querySelector("title")?.textContent).not.toBe("");
			expect(a.querySelector(".reach, text"), name).not.toBeNull();
		}
	});

	test("has no more than a decimal in its lengths", () => {
		expect(draw()).not.toMatch(/="[^"]*\d\.\d\d(?!\d*em)[^"]*"/);
	});
});

test("months without papers draw no mark", () => {
	const marks = [...parse(drawings.columns()).querySelectorAll("a title")];
	expect(marks.map(({ textContent }) => textContent)).toEqual(["month 3", "month 1"]);
});

test("a mark of which the caption speaks is set apart", () => {
	const marked = parse(drawings.columns()).querySelectorAll(".marked a");
	expect([...marked].map((a) => a.textContent)).toEqual(["month 1"]);
});

test("texts of the collection are text in the drawing", () => {
	expect(drawings.matrix()).toContain("Nests &amp; &lt;eggs&gt;");
});

test("the most discussed papers are named where there is room", () => {
	const texts = [...parse(drawings.dots()).querySelectorAll("text")].map(
		(text) => text.textContent,
	);
	expect(texts).toEqual(expect.arrayContaining(["loud", "quiet", "100"]));
});
