import type { Citable } from "../../paper/citations.ts";
import { type CslItem, cslItem } from "./csl-item.ts";
import { styleSetter } from "./engine.ts";
import { type KnownItems, prunedStyle, withItem } from "./prune-style.ts";
import { readStyle, type StyleNode } from "./read-style.ts";

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

/**
 * Papers as lines of text in every style, in English, each as if it stood alone: what styles do to
 * tell the papers of a list apart (2026a, 2026b, a dash for the same author) is left out.
 */
export function styledTexts(citables: readonly Citable[]): StyledTexts {
	// The engine takes < for the beginning of markup, and text has none.
	const items: CslItem[] = JSON.parse(
		JSON.stringify(citables.map((citable) => cslItem(citable))).replaceAll("<", MARK),
	);
	const now = items.reduce<KnownItems | undefined>(withItem, known);
	if (now !== known) setters.clear();
	known = now;
	const inStyle = (style: Style) => items.map((item) => tidied(setterOf(style)(item)));
	return {
		apa: inStyle("apa"),
		ieee: inStyle("ieee"),
		chicago: inStyle("chicago"),
		acm: inStyle("acm"),
	};
}

/** What is known of the items until now, and what sets such ones: made anew, a few times, where others come. */
let known: KnownItems | undefined;
const setters = new Map<Style, (item: CslItem) => string>();

/** The styles as they were read. */
const styles = new Map<Style, StyleNode>();

function setterOf(style: Style): (item: CslItem) => string {
	const made = setters.get(style);
	if (made || !known) return made ?? (() => "");
	const read = styles.get(style) ?? readStyle(STYLES[style]);
	styles.set(style, read);
	const { types, always, ever } = known;
	const name = [STYLES[style], ...types, "have", ...always, "and some", ...ever].join(" ");
	const setter = styleSetter(name, prunedStyle(read, known));
	setters.set(style, setter);
	return setter;
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
