import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { fullDisks } from "./full-disks.ts";

test("a disk with room is not told of", () => {
	expect(fullDisks([tmpdir(), `${tmpdir()}/not/there`])).toEqual([]);
});

// A file system without a byte of room, which every Linux has.
test.skipIf(!existsSync("/proc/self"))("a full disk is told of once, with what to do", () => {
	expect(fullDisks(["/proc/not/there", "/proc"])).toEqual([
		"/proc: unexpected 0.0 MB of room on this disk, expected enough for the site and what builds keep\n    Make room there, or name folders elsewhere (--outDir, OFFPRINT_CACHE, TMPDIR), and build again: the last site is as it was.",
	]);
});
