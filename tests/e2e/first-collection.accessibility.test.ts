import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { violationsOn } from "../axe.ts";
import { openPage } from "../browser.ts";
import { TEMPLATES } from "../pages.ts";
import { servedSite } from "../served.ts";

const site = servedSite("content");

/** What is wrong on a page by WCAG 2.2 A and AA and axe's best practices, a line each. */
async function violations(page: Page): Promise<string[]> {
	return (await violationsOn(page)).flatMap(({ id, nodes }) =>
		nodes.map(({ target, failureSummary }) => {
			return `${id}: ${target.join(" ")} (${failureSummary?.split("\n")[1]?.trim()})`;
		}),
	);
}

test.each(Object.entries(TEMPLATES))(
	"%s: no violation in light and dark, wide and at 320 pixels, and no sideways scrolling",
	async (_name, at) => {
		const { page } = await openPage(site.browser);
		await page.goto(site.url + at);
		if (at.startsWith("search/")) await page.locator("[data-results] li").first().waitFor();
		for (const width of [1280, 320]) {
			await page.setViewportSize({ width, height: 800 });
			for (const colorScheme of ["light", "dark"] as const) {
				await page.emulateMedia({ colorScheme });
				expect(await violations(page), `${width} ${colorScheme}`).toEqual([]);
			}
			const content = await page.evaluate(() => document.documentElement.scrollWidth);
			expect(content).toBeLessThanOrEqual(width);
		}
		await page.close();
	},
);
