import * as Plot from "@observablehq/plot";
import { draw, type Linked, linked, reach } from "./plot.ts";
import { textWidth, wrapped } from "./scale.ts";

/** A named bar. */
export interface Bar extends Linked {
	name: string;
	count: number;
}

/** In pixels. */
const ROW = 22;
const NAMES = 124;
const THICK = 7;

/** Bars one below the other, each between its name and its number. `max` is the count that is as long as there is room. */
export function drawList(
	label: string,
	bars: readonly Bar[],
	{ max, width }: { max: number; width: number },
): string {
	const rows = bars.map((bar, row) => ({ ...bar, row }));
	const marginRight = textWidth(max.toLocaleString("en")) + 10;
	const lines = (marked: boolean) =>
		Plot.rect(
			rows.filter((bar) => bar.marked === marked),
			{
				x1: 0,
				x2: "count",
				y1: ({ row }) => row,
				y2: ({ row }) => row + 1,
				insetTop: (ROW - THICK) / 2,
				insetBottom: (ROW - THICK) / 2,
				...linked(marked),
				render: reach(({ y, height }) => ({
					x: 0,
					y: y + height / 2 - ROW / 2,
					width,
					height: ROW,
				})),
			},
		);
	return draw({
		ariaLabel: label,
		width,
		height: ROW * bars.length,
		marginTop: 0,
		marginRight,
		marginBottom: 0,
		marginLeft: NAMES,
		x: { domain: [0, Math.max(1, max)] },
		y: { domain: [0, bars.length], reverse: true },
		marks: [
			lines(false),
			lines(true),
			Plot.text(rows, {
				x: 0,
				y: ({ row }) => row + 0.5,
				text: ({ name }) => wrapped(name, NAMES - 8),
				dx: -NAMES,
				textAnchor: "start",
				className: "ink",
			}),
			Plot.text(rows, {
				x: "count",
				y: ({ row }) => row + 0.5,
				text: ({ count }) => count.toLocaleString("en"),
				dx: 6,
				textAnchor: "start",
				className: "value",
			}),
		],
	});
}
