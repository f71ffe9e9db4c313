import { createRequire } from "node:module";
import * as Plot from "@observablehq/plot";

/** One document for every drawing: Plot makes elements with it and leaves nothing in it. */
let document: Document | undefined;

/** It takes a second to load, and most builds draw nothing. */
function documentToDraw(): Document {
	if (!document) {
		const { JSDOM }: typeof import("jsdom") = createRequire(import.meta.url)("jsdom");
		({ document } = new JSDOM("").window);
	}
	return document;
}

/** What {@link draw} needs beside Plot's own options. */
export interface DrawOptions extends Plot.PlotOptions {
	/** What is drawn, for those who do not see it. */
	ariaLabel: string;
	/** In pixels: the drawing is not scaled up. */
	width: number;
	height: number;
	marks: Plot.Markish[];
}

const GEOMETRY = ["x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height"];
const ROUNDED = [...GEOMETRY, "dy", "transform"];

/**
 * Draws with Observable Plot at build time. The SVG holds no colour, font or
 * style of its own: charts.css gives them by the `className` of each mark, in
 * light and dark. It holds no id either, so the same options give the same
 * string. Links have their title as accessible name, and are left out of the
 * order of the tab key: the table below each drawing has them all.
 */
export function draw(options: DrawOptions): string {
	const svg = Plot.plot({ axis: null, document: documentToDraw(), className: "chart", ...options });
	for (const style of svg.querySelectorAll("style")) style.remove();
	for (const name of ["fill", "font-family", "font-size"]) svg.removeAttribute(name);
	// Not "img": an image's links would be hidden from those who do not see it.
	svg.setAttribute("role", "group");
	for (const element of svg.querySelectorAll("*")) tidy(element);
	for (const link of svg.querySelectorAll("a")) tidyLink(link);
	return svg.outerHTML;
}

/** Plot's names for kinds of marks say nothing to a reader, and a tenth of a pixel cannot be seen. */
function tidy(element: Element): void {
	for (const name of ["aria-label", "fill", "stroke", "stroke-width"]) {
		element.removeAttribute(name);
	}
	for (const name of ROUNDED) {
		const value = element.getAttribute(name);
		if (value?.includes(".")) element.setAttribute(name, rounded(value));
	}
}

function rounded(value: string): string {
	return value.replace(/(-?\d+\.\d+)(em)?/g, (_, number: string, em: string = "") => {
		return `${+Number(number).toFixed(em ? 2 : 1)}${em}`;
	});
}

function tidyLink(link: Element): void {
	const title = link.querySelector("title");
	if (title) link.prepend(title);
	link.setAttribute("tabindex", "-1");
}

/** A mark that leads to the papers behind it. */
export interface Linked {
	/** Address, base path included. */
	href: string;
	/** What the mark shows, in words. */
	title: string;
	/** True where the caption speaks of it. */
	marked: boolean;
}

/** Options of marks that are {@link Linked}: of those that are marked, or of the others. */
export function linked(marked: boolean) {
	return { href: "href", title: "title", className: marked ? "ink marked" : "ink" };
}

/** A box in pixels. */
export interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

/**
 * A render transform for linked marks: puts an invisible box into each link, so
 * that a small mark is easy to point at. `boxOf` gives it, from where the mark is drawn.
 */
export function reach(boxOf: (mark: Box) => Box): Plot.RenderFunction {
	return (index, scales, values, dimensions, context, next) => {
		const group = next?.(index, scales, values, dimensions, context) ?? null;
		for (const link of group?.querySelectorAll("a") ?? []) {
			const mark = link.firstElementChild;
			if (!mark) continue;
			const box = link.insertBefore(
				context.document.createElementNS("http://www.w3.org/2000/svg", "rect"),
				mark,
			);
			box.setAttribute("class", "reach");
			for (const [name, value] of Object.entries(boxOf(boundsOf(mark)))) {
				box.setAttribute(name, String(value));
			}
		}
		return group;
	};
}

function boundsOf(mark: Element): Box {
	const of = (name: string) => Number(mark.getAttribute(name) ?? 0);
	if (mark.localName !== "circle") {
		return { x: of("x"), y: of("y"), width: of("width"), height: of("height") };
	}
	const r = of("r");
	return { x: of("cx") - r, y: of("cy") - r, width: 2 * r, height: 2 * r };
}
