import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import pixelmatch from "pixelmatch";
import type { Page } from "playwright-core";
import { PNG } from "pngjs";

const FOLDER = "tests/fixtures/screenshots";
const RESULTS = "test-results";

/** Share of the pixels that may differ: edges of letters fall otherwise on another machine. */
const TOLERANCE = 0.01;

/**
 * Sets the page in fonts that come with npm, so that it looks the same on any
 * machine. Call it after the page has loaded.
 */
export async function useOwnFonts(page: Page): Promise<void> {
	const font = readFileSync(
		"node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff",
	);
	const source = `data:font/woff;base64,${font.toString("base64")}`;
	await page.addStyleTag({
		content: `@font-face { font-family: Test; src: url(${source}); }
			@layer test { :root { --serif: Test; --sans: Test; --mono: Test; } math { font-family: Test; } }
			* { transition: none !important; caret-color: transparent !important; }`,
	});
	await page.evaluate(() => document.fonts.ready);
}

/**
 * Compares the top of a page with its picture in the fixtures. With
 * UPDATE_SCREENSHOTS=1 it takes the picture instead. Returns what is wrong, or
 * nothing; a picture that differs is left in test-results/.
 */
export async function compareScreenshot(page: Page, name: string): Promise<string | undefined> {
	const file = path.join(FOLDER, `${name}.png`);
	const taken = await page.screenshot({ animations: "disabled" });
	if (process.env.UPDATE_SCREENSHOTS) {
		mkdirSync(FOLDER, { recursive: true });
		writeFileSync(file, taken);
		return undefined;
	}
	if (!existsSync(file)) return `${file} is missing: take it with UPDATE_SCREENSHOTS=1`;
	const before = readFileSync(file);
	if (taken.equals(before)) return undefined;
	const [expected, actual] = [PNG.sync.read(before), PNG.sync.read(taken)];
	if (expected.width !== actual.width || expected.height !== actual.height) {
		return `${name}: ${actual.width} × ${actual.height}, expected ${expected.width} × ${expected.height}`;
	}
	const difference = new PNG({ width: actual.width, height: actual.height });
	const pixels = pixelmatch(
		expected.data,
		actual.data,
		difference.data,
		actual.width,
		actual.height,
		{
			threshold: 0.2,
		},
	);
	const share = pixels / (actual.width * actual.height);
	if (share <= TOLERANCE) return undefined;
	mkdirSync(RESULTS, { recursive: true });
	writeFileSync(path.join(RESULTS, `${name}.png`), taken);
	writeFileSync(path.join(RESULTS, `${name}-difference.png`), PNG.sync.write(difference));
	return `${name}: ${(share * 100).toFixed(1)} % of the pixels differ, see ${RESULTS}/${name}-difference.png`;
}
