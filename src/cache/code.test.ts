import { execFileSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { OWN_CACHES } from "./place.ts";

/** Where a program that is begun with it keeps compiled code. */
function placeIn(env: Record<string, string>): string {
	const args = ["--import", "./src/cache/code.mjs", "-p", "process.env.NODE_COMPILE_CACHE"];
	const { NODE_COMPILE_CACHE: _, ...own } = process.env;
	return execFileSync(process.execPath, args, { env: { ...own, ...env } })
		.toString()
		.trim();
}

test("compiled code is kept where builds keep all else, or where the environment says", () => {
	expect(placeIn({})).toBe(path.resolve(OWN_CACHES, "code"));
	expect(placeIn({ OFFPRINT_CACHE: "/tmp/other" })).toBe("/tmp/other/code");
	expect(placeIn({ NODE_COMPILE_CACHE: "/tmp/code" })).toBe("/tmp/code");
});
