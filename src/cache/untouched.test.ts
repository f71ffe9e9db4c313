import { mkdtempSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
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

/** Looks at the file as whoever reads it, and notes that. */
function read(): void {
	const known = untouched(folder);
	known.digestOf(file);
	known.note(file, "its check sum");
	known.save();
}

test("the check sum of a file that nobody has touched is known, in this process and in the next", () => {
	read();
	const known = untouched(folder);
	expect(known.digestOf(file)).toBe("its check sum");
	known.save();
	expect(known.digestOf(file)).toBe("its check sum");
	expect(known.digestOf(path.join(folder, "other.mdx"))).toBeUndefined();
});

test.each([
	["that was written", () => writeFileSync(file, "b text")],
	["whose time alone is another", () => utimesSync(file, 1, 1)],
	["whose time was put back", () => rewrite("b text", (at) => utimesSync(file, at, at))],
	["that was replaced", () => renameOver("b text")],
	["that has gone", () => rmSync(file)],
])("a file %s is read", (_, touch) => {
	read();
	touch();
	expect(untouched(folder).digestOf(file)).toBeUndefined();
});

test("a file that was written while it was read is read again", () => {
	const known = untouched(folder);
	known.digestOf(file);
	writeFileSync(file, "b text");
	known.note(file, "its check sum");
	expect(known.digestOf(file)).toBeUndefined();
});

test("a file that has only just been written is read again: a second change may have the same time", () => {
	vi.useRealTimers();
	read();
	expect(untouched(folder).digestOf(file)).toBeUndefined();
});

test("a file from the future is read: what is changed now may have an earlier time", () => {
	vi.setSystemTime(0);
	read();
	expect(untouched(folder).digestOf(file)).toBeUndefined();
});

test("what was not asked for is kept no longer, once there is something to write", () => {
	read();
	const known = untouched(folder);
	const other = path.join(folder, "other.mdx");
	writeFileSync(other, "text");
	vi.setSystemTime(Date.now() + 5000);
	known.digestOf(other);
	known.note(other, "another check sum");
	known.save();
	const next = untouched(folder);
	expect(next.digestOf(other)).toBe("another check sum");
	expect(next.digestOf(file)).toBeUndefined();
});

/** Writes the file, with the time that it had before. */
function rewrite(text: string, putBack: (time: Date) => void): void {
	const { mtime } = statSync(file);
	writeFileSync(file, text);
	putBack(mtime);
}

function renameOver(text: string): void {
	const written = path.join(folder, "written.mdx");
	const { mtime } = statSync(file);
	writeFileSync(written, text);
	utimesSync(written, mtime, mtime);
	renameSync(written, file);
}
