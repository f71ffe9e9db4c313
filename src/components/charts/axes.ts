import * as Plot from "@observablehq/plot";
import { type Tick, textWidth } from "./scale.ts";

/** Room for the numbers of {@link countAxis}, in pixels: the same for any but large ones. */
export function countMargin(counts: readonly number[]): number {
	return Math.max(24, textWidth((counts.at(-1) ?? 0).toLocaleString("en")) + 10);
}

/** Numbers along the left edge, which is at `from` on the axis of time. */
export function countAxis(counts: readonly number[], from: number): Plot.Markish {
	return Plot.text(counts, {
		x: from,
		y: (count: number) => count,
		text: (count: number) => count.toLocaleString("en"),
		dx: -10,
		textAnchor: "end",
	});
}

/** Room for the labels of {@link timeAxis}, in pixels. */
export function timeMargin(times: readonly Tick[]): number {
	return times.some(({ label }) => label.includes("\n")) ? 40 : 24;
}

/** A line to stand on, and moments below it. */
export function timeAxis(times: readonly Tick[]): Plot.Markish {
	return [
		baseLine(),
		Plot.tickX(times, { x: "at", className: "base", render: belowTheBase }),
		Plot.text(times, {
			x: "at",
			text: "label",
			frameAnchor: "bottom",
			lineAnchor: "top",
			textAnchor: "start",
			lineHeight: 1.25,
			dx: 4,
			dy: 5,
		}),
	];
}

/** The line on which columns stand. */
export function baseLine(): Plot.Markish {
	return Plot.ruleY([0], { className: "base" });
}

const belowTheBase: Plot.RenderFunction = (index, scales, values, dimensions, context, next) => {
	const group = next?.(index, scales, values, dimensions, context) ?? null;
	const base = dimensions.height - dimensions.marginBottom;
	for (const line of group?.querySelectorAll("line") ?? []) {
		line.setAttribute("y1", String(base));
		line.setAttribute("y2", String(base + 14));
	}
	return group;
};
