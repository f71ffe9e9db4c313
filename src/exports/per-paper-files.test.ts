import { expect, test } from "vitest";
import { PAPER_FILES, perPaperFiles } from "./per-paper-files.ts";

test("papers have files of their own as long as all files are fewer than 20,000, with some to spare", () => {
	expect(PAPER_FILES).toHaveLength(5);
	expect(perPaperFiles(36, 344, 20_000)).toBe(true);
	expect(perPaperFiles(2_000, 9_500, 20_000)).toBe(true);
	expect(perPaperFiles(2_000, 9_501, 20_000)).toBe(false);
	expect(perPaperFiles(10_000, 0, 20_000)).toBe(false);
});
