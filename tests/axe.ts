import { readFileSync } from "node:fs";
import type { AxeResults, Result, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const SOURCE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

/** WCAG 2.2, A and AA, with the size of targets, and axe's best practices. */
const ALL: NonNullable<RunOptions["runOnly"]> = [
	"wcag2a",
	"wcag2aa",
	"wcag21a",
	"wcag21aa",
	"wcag22aa",
	"best-practice",
];

/** The rules of these that look at colours, by their names in axe. */
const OF_COLOURS: NonNullable<RunOptions["runOnly"]> = {
	type: "rule",
	values: ["color-contrast", "link-in-text-block"],
};

/**
 * What is wrong on a page as it is now; `only` its colours, where all else was looked at in
 * others.
 */
export async function violationsOn(page: Page, only?: "colours"): Promise<Result[]> {
	if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(SOURCE);
	const options: RunOptions = { runOnly: only ? OF_COLOURS : ALL, resultTypes: ["violations"] };
	const results = await page.evaluate(
		(options) =>
			(window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(
				options,
			),
		options,
	);
	return results.violations;
}
