import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { untouched } from "./untouched.ts";

let folder: string;
let file: string;

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), "untouched-"));
	file = path.join(folder, "paper.mdx");
	writeFileSync(file, "a text");
	vi.useFakeTimers({ now: Date.now() + 5000, toFake: ["Date"] });
});

afterEach(() => {
	vi.useRealTimers();
	rmSync(folder, { recursive: true });
});

test("a file that nobody has touched gives what it gave", () => {
	const known = untouched<string>();
	known.reading(file)("what it gave");
	expect(known.recall(file)).toBe("what it gave");
	expect(known.recall(path.join(folder, "other.mdx"))).toBeUndefined();
});

test.each([
	["that was written", () => writeFileSync(file, "b text")],
	["whose time alone is another", () => utimesSync(file, 1, 1)],
	["that has gone", () => rmSync(file)],
])("a file %s is read", (_, touch) => {
	const known = untouched<string>();
	known.reading(file)("what it gave");
	touch();
	expect(known.recall(file)).toBeUndefined();
});

test("a file that was written while it was read is read again", () => {
	const known = untouched<string>();
	const remember = known.reading(file);
	writeFileSync(file, "b text");
	remember("what it gave");
	expect(known.recall(file)).toBeUndefined();
});

test("a file that has only just been written is read again: a second change may have the same time", () => {
	vi.useRealTimers();
	const known = untouched<string>();
	known.reading(file)("what it gave");
	expect(known.recall(file)).toBeUndefined();
});
