import * as Plot from "@observablehq/plot";
import { draw, type Linked, linked, reach } from "./plot.ts";
import { textWidth, wrapped } from "./scale.ts";

/** A named row, which is a column too. */
export interface MatrixName {
	name: string;
	href: string;
	/** What the link leads to, in words. */
	title: string;
}

/** A dot where the column of one name crosses the row of another. */
export interface MatrixDot extends Linked {
	/** Positions in the list of names, `column < row`. */
	column: number;
	row: number;
	count: number;
}

/** In pixels: the widest cell, and the narrowest, unless names need the room. */
const WIDEST = 30;
const NARROWEST = 18;
/** In pixels: what names have at least; they are broken to fit. */
const BROKEN = 150;
/** In pixels: half the width of the largest dot. */
const LARGEST = 12;

/**
 * Half a matrix: each name stands where its row ends and its column begins, so
 * that one label serves both. Areas of dots are as the counts. `width` in pixels;
 * names are broken where it is small.
 */
export function drawMatrix(
	label: string,
	names: readonly MatrixName[],
	dots: readonly MatrixDot[],
	width: number,
): string {
	const longest = Math.max(...names.map(({ name }) => textWidth(name)));
	const room = Math.max(BROKEN, width - names.length * NARROWEST);
	const broken = longest + 12 > room;
	const margin = Math.min(room, longest + 12);
	const cell = Math.min(WIDEST, (width - margin) / names.length);
	const row = broken ? 30 : 26;
	const max = Math.max(1, ...dots.map(({ count }) => count));
	const radius = Math.min(LARGEST, cell / 2 - 0.5);
	const radiusOf = (count: number) => Math.max(1.5, radius * Math.sqrt(count / max));
	const last = names.length - 1;
	const at = names.map(({ name, ...rest }, index) => ({
		...rest,
		index,
		// Two lines at most stand in a row.
		name: broken ? wrapped(name, margin - 8, 2) : name,
	}));
	const bare = dots.filter(({ count }) => 2 * radiusOf(count) < textWidth(String(count)) + 10);
	// All dots above some size are numbered: a larger one without a number would look like a mistake.
	const largestBare = Math.max(0, ...bare.map(({ count }) => count));
	const numbered = dots.filter(({ count }) => count > largestBare);
	const circles = (marked: boolean) =>
		Plot.dot(
			dots.filter((dot) => dot.marked === marked),
			{
				x: "column",
				y: "row",
				r: ({ count }: MatrixDot) => radiusOf(count),
				...linked(marked),
				render: reach(({ x, y, width, height }) => ({
					x: x + width / 2 - cell / 2,
					y: y + height / 2 - row / 2,
					width: cell,
					height: row,
				})),
			},
		);
	return draw({
		ariaLabel: label,
		width,
		height: row * names.length,
		marginTop: row / 2,
		marginBottom: row / 2,
		marginLeft: cell / 2,
		marginRight: width - cell * (last + 0.5),
		x: { domain: [0, Math.max(1, last)] },
		y: { domain: [0, Math.max(1, last)], reverse: true },
		r: { type: "identity" },
		marks: [
			Plot.ruleY(at.slice(1), {
				y: "index",
				x1: 0,
				x2: ({ index }) => index - 0.5,
				className: "guide",
			}),
			Plot.ruleX(at.slice(0, -1), {
				x: "index",
				y1: ({ index }) => index + 0.4,
				y2: last,
				className: "guide",
			}),
			circles(false),
			circles(true),
			Plot.text(numbered, { x: "column", y: "row", text: "count", className: "on-dot" }),
			Plot.text(at, {
				x: "index",
				y: "index",
				text: "name",
				href: "href",
				title: "title",
				dx: -cell / 2 + 4,
				textAnchor: "start",
				lineHeight: 1.1,
				className: "ink",
			}),
		],
	});
}
