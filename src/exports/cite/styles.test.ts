import { expect, test } from "vitest";
import { citableOf } from "../../../tests/entry.ts";
import type { Citable } from "../../paper/citations.ts";
import type { Paper } from "../../paper/schema.ts";
import { styledTexts } from "./styles.ts";

const citable = (key: string, facts: Partial<Paper> = {}): Citable =>
	citableOf({
		paper: { id: key, title: "Swifts", abstract: "", topics: [], links: {}, ...facts },
		key,
		title: "Swifts",
		page: "https://example.org/papers/p/",
		language: "en",
	});

test("papers are set alike, whatever others were set before", () => {
	const plain = citable("plain");
	const whole = citable("whole", {
		authors: ["Ada Lovelace"],
		date: "2024-05-06",
		venue: "Journal of Birds",
		links: { doi: "https://doi.org/10.1000/swifts" },
	});
	const alone = styledTexts([plain]);
	expect(alone.apa).toEqual(["Swifts. (n.d.). https://example.org/papers/p/"]);
	const both = styledTexts([whole, plain]);
	expect(both.apa).toEqual([
		"Lovelace, A. (2024). Swifts. Journal of Birds. https://doi.org/10.1000/swifts",
		...alone.apa,
	]);
	expect(styledTexts([plain])).toEqual(alone);
	expect(both.acm[1]).toBe(alone.acm[0]);
	expect(styledTexts([])).toEqual({ apa: [], ieee: [], chicago: [], acm: [] });
});

test("a key may be a name that every object of JavaScript knows", () => {
	for (const key of ["constructor", "__proto__"]) {
		expect(styledTexts([citable(key)])).toEqual(styledTexts([citable("swifts")]));
	}
});
