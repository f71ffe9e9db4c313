import * as Plot from "@observablehq/plot";
import { countAxis, countMargin, timeAxis, timeMargin } from "./axes.ts";
import { type Box, draw, type Linked, linked, reach } from "./plot.ts";
import { countTicks, powerTicks, textWidth, timeTicks } from "./scale.ts";

/** A paper as a dot. */
interface Dot extends Linked {
	/** In years. */
	at: number;
	count: number;
	/** Its title, cut to fit beside a dot. */
	name: string;
}

/** What a drawing of dots shows. */
export interface Dots {
	/** What is drawn, for those who do not see it. */
	label: string;
	/** Highest count first: the first are named in the drawing, as far as there is room. */
	dots: readonly Dot[];
	/** The span of time, in years. */
	from: number;
	to: number;
	/** In pixels. */
	width: number;
	height: number;
}

const RADIUS = 4;
const NAMED = 3;
const LINE = 16;
/** Above this count, a logarithm brings the many low dots apart. */
const LINEAR = 40;

/** Papers by date and count. */
export function drawDots({ label, dots, from, to, width, height }: Dots): string {
	const max = Math.max(1, ...dots.map(({ count }) => count));
	const logarithmic = max > LINEAR;
	const ticks = logarithmic ? powerTicks(max) : countTicks(max);
	const marginLeft = countMargin(ticks);
	const times = timeTicks({ from, to, width: width - marginLeft });
	const margins = { marginTop: 14, marginRight: 0, marginBottom: timeMargin(times), marginLeft };
	const inner = width - marginLeft;
	const tall = height - margins.marginTop - margins.marginBottom;
	const y = (count: number) => {
		const share = logarithmic ? Math.log1p(count) / Math.log1p(max) : count / max;
		return margins.marginTop + tall * (1 - share);
	};
	const placed = dots.map((dot) => ({
		dot,
		x: margins.marginLeft + (inner * (dot.at - from)) / (to - from),
		y: y(dot.count),
	}));
	const names = nameDots(placed, width);
	const circles = (marked: boolean) =>
		Plot.dot(
			dots.filter((dot) => dot.marked === marked),
			{
				x: "at",
				y: "count",
				r: RADIUS,
				...linked(marked),
				render: reach(({ x, y, width, height }) => ({
					x: x + width / 2 - 8,
					y: y + height / 2 - 8,
					width: 16,
					height: 16,
				})),
			},
		);
	return draw({
		ariaLabel: label,
		width,
		height,
		...margins,
		x: { domain: [from, to] },
		y: { domain: [0, max], type: logarithmic ? "symlog" : "linear" },
		r: { type: "identity" },
		marks: [
			Plot.ruleY(
				ticks.filter((tick) => tick > 0),
				{ className: "guide" },
			),
			countAxis(ticks, from),
			timeAxis(times),
			circles(false),
			circles(true),
			...(["start", "end"] as const).map((textAnchor) =>
				Plot.text(
					names.filter(({ anchor }) => anchor === textAnchor),
					{
						x: ({ dot }) => dot.at,
						y: ({ dot }) => dot.count,
						text: ({ dot }) => dot.name,
						dx: textAnchor === "start" ? 9 : -9,
						textAnchor,
						className: "value",
					},
				),
			),
		],
	});
}

interface Placed {
	dot: Dot;
	/** In pixels. */
	x: number;
	y: number;
}

/** Names for the first dots, to the right or left of them, where they cover no other dot or name. */
function nameDots(placed: readonly Placed[], width: number) {
	const taken: Box[] = placed.map(({ x, y }) => boxAt(x - RADIUS, y, 2 * RADIUS, 2 * RADIUS));
	return placed.slice(0, NAMED).flatMap(({ dot, x, y }) => {
		const length = textWidth(dot.name);
		for (const anchor of ["start", "end"] as const) {
			const left = anchor === "start" ? x + 9 : x - 9 - length;
			const box = boxAt(left, y, length, LINE);
			if (left < 24 || left + length > width) continue;
			if (taken.some((other) => overlap(box, other))) continue;
			taken.push(box);
			return [{ dot, anchor }];
		}
		return [];
	});
}

function boxAt(x: number, middle: number, width: number, height: number): Box {
	return { x, y: middle - height / 2, width, height };
}

function overlap(a: Box, b: Box): boolean {
	return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
