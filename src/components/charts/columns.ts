import * as Plot from "@observablehq/plot";
import { baseLine, countAxis, countMargin, timeAxis, timeMargin } from "./axes.ts";
import { draw, type Linked, linked, reach } from "./plot.ts";
import { countTicks, textWidth, timeTicks } from "./scale.ts";

/** A column: papers of a month or a year, and the page that lists them. */
interface Column extends Linked {
	/** In years: where it begins and ends on the axis of time. */
	from: number;
	to: number;
	count: number;
}

/** What a drawing of columns shows. */
export interface Columns {
	/** What is drawn, for those who do not see it. */
	label: string;
	/** Oldest first, of one length of time each; those without papers draw nothing. */
	columns: readonly Column[];
	/** The span of time, in years. */
	from: number;
	to: number;
	/** The count that is as high as the drawing. */
	max: number;
	/** In pixels. */
	width: number;
	height: number;
}

interface Frame {
	marginLeft: number;
	marginBottom: number;
	/** What stands on and around the columns. */
	marks: Plot.Markish[];
}

/** No column is wider than this, in pixels, however few there are. */
const WIDEST = 14;

/** Columns over time, with axes. */
export function drawColumns(options: Columns): string {
	const { from, to, max, width, columns } = options;
	const counts = countTicks(max).filter((tick) => tick > 0);
	const marginLeft = countMargin(counts);
	const times = timeTicks({ from, to, width: width - marginLeft });
	return drawBars(options, {
		marginLeft,
		marginBottom: timeMargin(times),
		marks: [
			// Cuts in the columns instead of lines behind them: as much to count by, with less ink.
			Plot.ruleY(counts, { className: "cut" }),
			countAxis(counts, from),
			timeAxis(times),
			numbers(columns.filter(({ marked }) => marked)),
		],
	});
}

/** Columns of years without axes: one of several drawings side by side that share their scales. */
export function drawSmallColumns(options: Columns): string {
	const { columns, from, to, width } = options;
	const room = width / (to - from);
	const peak = Math.max(0, ...columns.map(({ count }) => count));
	const highest = columns.filter(({ count }) => count === peak).slice(0, 1);
	const fits = room >= textWidth(peak.toLocaleString("en"));
	// A year stands below its column where there is room, otherwise at the edge.
	const edge = room < textWidth("2026") + 4;
	const years = (to - from > 1 ? [from, to - 1] : [from]).map((year, index) => ({
		label: String(year),
		at: edge ? year + index : year + 0.5,
		anchor: edge ? (["start", "end"] as const)[index] : ("middle" as const),
	}));
	return drawBars(options, {
		marginLeft: 0,
		marginBottom: 20,
		marks: [
			baseLine(),
			years.map(({ anchor = "middle", ...year }) =>
				Plot.text([year], {
					x: "at",
					text: "label",
					frameAnchor: "bottom",
					dy: 14,
					textAnchor: anchor,
				}),
			),
			numbers(fits ? columns : highest),
		],
	});
}

function numbers(columns: readonly Column[]): Plot.Markish {
	return Plot.text(columns, {
		x: ({ from, to }: Column) => (from + to) / 2,
		y: "count",
		text: ({ count }: Column) => (count > 0 ? count.toLocaleString("en") : ""),
		dy: -8,
		className: "value",
	});
}

function drawBars(options: Columns, { marks, marginLeft, marginBottom }: Frame): string {
	const { label, columns, from, to, max, width, height } = options;
	const [one = { from, to }] = columns;
	const room = ((width - marginLeft) * (one.to - one.from)) / (to - from);
	// At least a pixel of ink, where there is less than that to a column.
	const inset = Math.min(room / 2 - 0.5, Math.max(room / 6, (room - WIDEST) / 2));
	const bars = (marked: boolean) =>
		Plot.rectY(
			columns.filter((column) => column.count > 0 && column.marked === marked),
			{
				x1: "from",
				x2: "to",
				y: "count",
				insetLeft: inset,
				insetRight: inset,
				...linked(marked),
				render: reach((bar) => ({
					x: bar.x - inset,
					y: 0,
					width: bar.width + 2 * inset,
					height: height - marginBottom,
				})),
			},
		);
	return draw({
		ariaLabel: label,
		width,
		height,
		marginTop: 18,
		marginRight: 0,
		marginBottom,
		marginLeft,
		x: { domain: [from, to] },
		y: { domain: [0, Math.max(1, max)] },
		marks: [bars(false), bars(true), marks],
	});
}
