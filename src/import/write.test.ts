import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeAll, writeWhole } from "./write.ts";

function temporaryFolder(): string {
	const folder = mkdtempSync(path.join(tmpdir(), "write-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	return folder;
}

test("a file is written with the folders above it, and nothing else", () => {
	const folder = temporaryFolder();
	writeWhole(path.join(folder, "a/b/c.mdx"), "é 😀\n");
	expect(readFileSync(path.join(folder, "a/b/c.mdx"), "utf8")).toBe("é 😀\n");
	expect(readdirSync(path.join(folder, "a/b"))).toEqual(["c.mdx"]);
});

test("a file that is there is replaced", () => {
	const folder = temporaryFolder();
	const file = path.join(folder, "c.mdx");
	writeFileSync(file, "a much longer text than the new one");
	writeWhole(file, "new");
	expect(readFileSync(file, "utf8")).toBe("new");
});

test("a name may be as long as the file system takes", () => {
	const folder = temporaryFolder();
	const name = `${"題".repeat(80)}${"x".repeat(11)}.mdx`;
	expect(Buffer.byteLength(name)).toBe(255);
	writeWhole(path.join(folder, name), "text");
	expect(readdirSync(folder)).toEqual([name]);
});

test("where writing fails nothing is left behind", () => {
	const folder = temporaryFolder();
	mkdirSync(path.join(folder, "c.mdx"));
	expect(() => writeWhole(path.join(folder, "c.mdx"), "text")).toThrow(/EISDIR|EPERM/);
	expect(readdirSync(folder)).toEqual(["c.mdx"]);
	expect(readdirSync(path.join(folder, "c.mdx"))).toEqual([]);
});

test("many files are written whole, and each is told", async () => {
	const folder = temporaryFolder();
	const files = Array.from({ length: 300 }, (_, at) => ({
		file: path.join(folder, `${at % 3}`, `${at}.mdx`),
		text: `text ${at}`,
	}));
	const told: number[] = [];
	await writeAll(files, (done) => told.push(done));
	expect(told.sort((a, b) => a - b)).toEqual(files.map((_, at) => at));
	for (const { file, text } of files) expect(readFileSync(file, "utf8")).toBe(text);
	expect(readdirSync(path.join(folder, "0"))).toHaveLength(100);
});

test("where one of many cannot be written it is thrown, and no temporary file stays", async () => {
	const folder = temporaryFolder();
	mkdirSync(path.join(folder, "7.mdx"));
	const files = Array.from({ length: 300 }, (_, at) => ({
		file: path.join(folder, `${at}.mdx`),
		text: "text",
	}));
	await expect(writeAll(files)).rejects.toThrow(/EISDIR|EPERM/);
	const there = readdirSync(folder);
	expect(there.filter((name) => name.startsWith("."))).toEqual([]);
	expect(there.length).toBeLessThan(300);
});
