import { plugins } from "@citation-js/core";
import { describe, expect, test } from "vitest";
import type { CslItem } from "./csl-item.ts";
import { styleSetter } from "./engine.ts";
import { type KnownItems, prunedStyle, withItem } from "./prune-style.ts";
import { readStyle, type StyleNode } from "./read-style.ts";

const AUTHORS: NonNullable<CslItem["author"]> = [
	{ given: "Ada", family: "Lovelace" },
	{ given: "Ludwig", "non-dropping-particle": "van", family: "Beethoven" },
	{ given: "Martin Luther", family: "King", suffix: "Jr." },
	{ literal: "The ATLAS Collaboration" },
	{ given: "J.-L. R.", family: "d’Alché-Buc" },
	{ family: "山田太郎" },
	{ given: "Émile", family: "O'Neil" },
];

const TITLES = [
	"Swifts of the City: a Study in Flight",
	"Do swifts sleep?",
	"They do!",
	"On “swifts” and 'swallows'",
	'"Swifts"',
	"It's the birds' own.",
	"\uE03Ci>Swifts\uE03C/i> & $a \uE03C b$ {x}",
	"¿Qué? : A . B ; (c) [d] — “e” ‘f",
	"迁徙的燕子 und das 3D-Modell",
	"",
];

const item = (facts: Partial<CslItem>): CslItem => ({
	id: "swifts",
	"citation-key": "swifts",
	type: "article",
	title: "Swifts of the City",
	URL: "https://example.org/a_b?c='d'",
	language: "en",
	...facts,
});

const OPTIONAL: Partial<CslItem>[] = [
	{ author: AUTHORS.slice(0, 2) },
	{ issued: { "date-parts": [[2024, 5, 6]] } },
	{ "container-title": "Proceedings of the “Society” for Birds." },
	{ number: "arXiv:2301.00001", publisher: "arXiv" },
	{ DOI: "10.1000/a_b(c)" },
];

const TYPES = ["article-journal", "paper-conference", "article"] as const;

/** Items of each type: with every set of fields, with many authors and few, and with odd texts. */
const ITEMS = TYPES.flatMap((type) => {
	const whole = Object.assign({ type }, ...OPTIONAL);
	const sets = Array.from({ length: 2 ** OPTIONAL.length }, (_, set) =>
		item(Object.assign({ type }, ...OPTIONAL.filter((_, at) => set & (1 << at)))),
	);
	const authors = [1, 2, 3, 7, 8, 10, 11, 20, 21, 22].map((count) =>
		item({
			...whole,
			author: Array.from({ length: count }, (_, at) => AUTHORS[at % AUTHORS.length] ?? {}),
		}),
	);
	const texts = TITLES.flatMap((title, at) => [
		item({ ...whole, title, author: AUTHORS.slice(at % AUTHORS.length) }),
		item({ type, title, "container-title": TITLES[at + 1] ?? "", language: "de" }),
	]);
	const dates = [[2024], [2024, 5], [1665, 3, 6], [999]].map((parts) =>
		item({ ...whole, issued: { "date-parts": [parts] } }),
	);
	return [...sets, ...authors, ...texts, ...dates];
});

const shapeOf = (one: CslItem) =>
	Object.entries(one).flatMap(([name, value]) => (name === "type" ? [value] : value ? [name] : []));

describe.each(["apa", "ieee", "chicago-author-date", "association-for-computing-machinery"])(
	"%s",
	(csl) => {
		const style = readStyle(csl);

		const lines = new Map<CslItem, string>();

		/** As citation-js sets an item, by the whole style. */
		function expected(one: CslItem): string {
			const line = lines.get(one) ?? wholly(one);
			lines.set(one, line);
			return line;
		}

		function wholly(one: CslItem): string {
			const { styles } = plugins.config.get("@csl");
			const template = `whole-${csl}`;
			if (!styles.has(template)) styles.add(template, structuredClone(style));
			return plugins.output.format("bibliography", [one], {
				template,
				lang: "en-US",
				format: "text",
			});
		}

		/** Items that an engine sets, which is made for what is known of them. */
		function set(name: string, items: readonly CslItem[]): string[] {
			const known = items.reduce<KnownItems | undefined>(withItem, undefined);
			return known ? items.map(styleSetter(`${name}-${csl}`, prunedStyle(style, known))) : [];
		}

		test("a style that is pruned for all items sets each as the whole one does", () => {
			expect(set("all", ITEMS)).toEqual(ITEMS.map(expected));
		});

		test("and so does one that is pruned for the items of one kind", () => {
			const kinds = Object.entries(Object.groupBy(ITEMS, (one) => shapeOf(one).join(" ")));
			for (const [kind, items = []] of kinds) {
				expect(set(kind, items)).toEqual(items.map(expected));
			}
		});
	},
);

const node = (name: string, attrs = {}, ...children: StyleNode["children"]): StyleNode => ({
	name,
	attrs,
	children,
});

/** The layout that is left of one, where every item is an article with a title, and some have a DOI. */
function left(...children: StyleNode[]): StyleNode["children"] | undefined {
	const macro = node("macro", { name: "m" }, node("text", { variable: "title" }));
	const layout = node("bibliography", {}, node("layout", {}, ...children));
	const { children: parts } = prunedStyle(node("style", {}, macro, layout), {
		types: new Set(["article"]),
		always: new Set(["title"]),
		ever: new Set(["title", "DOI"]),
	});
	const [bibliography] = parts;
	const [whole] = typeof bibliography === "object" ? bibliography.children : [];
	return typeof whole === "object" ? whole.children : undefined;
}

test("What cannot be printed goes, with the terms of its group", () => {
	const volume = node("text", { variable: "volume" });
	const title = node("text", { variable: "title" });
	const term = node("text", { term: "volume" });
	expect(left(title, volume)).toEqual([title]);
	expect(left(node("group", { prefix: "(" }, term, volume))).toEqual([]);
	expect(left(node("group", { prefix: "(" }, term, title))).toEqual([
		node("group", { prefix: "(" }, term, title),
	]);
	expect(left(node("names", { variable: "author" }, node("name")))).toEqual([]);
});

test("Of a choice the branch is left that is taken", () => {
	const title = node("text", { variable: "title" });
	const term = node("text", { term: "in" });
	const choice = (attrs: object) =>
		left(node("choose", {}, node("if", attrs, title), node("else", {}, term)));
	expect(choice({ type: "article book", match: "any" })).toEqual([title]);
	expect(choice({ type: "book" })).toEqual([term]);
	expect(choice({ variable: "title" })).toEqual([title]);
	expect(choice({ variable: "title volume", match: "any" })).toEqual([title]);
	expect(choice({ variable: "title volume" })).toEqual([term]);
	expect(choice({ variable: "volume", match: "none" })).toEqual([title]);
	expect(choice({ variable: "DOI" })).toEqual([
		node("choose", {}, node("if", { variable: "DOI" }, title), node("else", {}, term)),
	]);
	expect(choice({ variable: "DOI volume" })).toEqual([term]);
});

test("A macro stands where it is called", () => {
	const title = node("text", { variable: "title" });
	expect(left(node("text", { macro: "m" }))).toEqual([title]);
	expect(left(node("text", { macro: "m", prefix: "(" }))).toEqual([
		node("group", { prefix: "(" }, title),
	]);
});
