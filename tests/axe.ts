import { readFileSync } from "node:fs";
import type { AxeResults, Result, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const SOURCE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

/** WCAG 2.2, A and AA, with the size of targets, and axe's best practices. */
const OPTIONS: RunOptions = {
	runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
	// Nobody asks for the elements that are right.
	resultTypes: ["violations"],
};

/** What is wrong on a page as it is now. */
export async function violationsOn(page: Page): Promise<Result[]> {
	if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(SOURCE);
	const results = await page.evaluate(
		(options) =>
			(window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(
				options,
			),
		OPTIONS,
	);
	return results.violations;
}
