import { expect, test } from "vitest";
import { hostLimits } from "./host-limits.ts";

test("a site keeps to what every usual host takes, unless it is told of another", () => {
	expect(hostLimits({})).toEqual({ files: 20_000, papers: 5_000 });
	expect(hostLimits({ OFFPRINT_MOST_FILES: "100000", OFFPRINT_MOST_PAPERS: "" })).toEqual({
		files: 100_000,
		papers: 5_000,
	});
	expect(() => hostLimits({ OFFPRINT_MOST_FILES: "many" })).toThrowErrorMatchingInlineSnapshot(
		`[Error: unexpected OFFPRINT_MOST_FILES=many, expected a whole number such as 20000]`,
	);
});
