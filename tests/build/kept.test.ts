import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readSealed } from "../../src/cache/sealed.ts";
import { build, temporaryFolder } from "../site.ts";

const content = "tests/fixtures/birds";
const { folder, remove } = temporaryFolder();
const cache = path.join(folder, "cache");
let first: Record<string, string>;

beforeAll(async () => {
	first = (await siteWith(cache)).files;
});
afterAll(remove);

test("a build with what is damaged of earlier builds gives the same site", async () => {
	const kept = filesIn(cache);
	expect(kept.map((file) => path.extname(file))).toEqual(expect.arrayContaining([".bin", ".card"]));
	for (const [at, file] of kept.entries()) {
		const bytes = readFileSync(file);
		if (at % 3 === 0) writeFileSync(file, bytes.subarray(0, bytes.length / 2));
		// One letter of a text, as a disk may change it: that can still be read.
		const letter = bytes.length - 40;
		bytes.writeUInt8(bytes.readUInt8(letter) ^ 1, letter);
		if (at % 3 === 1) writeFileSync(file, bytes);
		if (at % 3 === 2) copyFileSync(kept[at - 1] ?? "", file);
	}
	const { files, output } = await siteWith(cache);
	expect(files).toEqual(first);
	expect(output).not.toContain("file system");
	// The program was made anew, under its name.
	const programs = kept.filter((file) => path.dirname(file) === path.join(cache, "programs"));
	expect(programs).toHaveLength(1);
	expect(readSealed(programs[0] ?? "")).toBeDefined();
});

test("a build that can keep nothing says so once, and gives the same site", async () => {
	// Nobody, root included, can make a folder below a file.
	const file = path.join(folder, "a-file");
	writeFileSync(file, "");
	const { files, output } = await siteWith(file);
	expect(files).toEqual(first);
	const told = output.split("\n").filter((line) => /unexpected|OFFPRINT_CACHE/.test(line));
	expect(told.map((line) => line.replace(folder, "").replace(/[0-9a-f]{8}/, "…"))).toEqual([
		"/a-file/…/entries: unexpected answer of the file system (ENOTDIR: not a directory, mkdir), expected to keep there what the next build can use",
		"    The result is the same, and next time takes as long. Make room there, or name another folder in OFFPRINT_CACHE.",
	]);
});

/** Builds with a folder for what builds keep; gives every file of the site, and what was printed. */
async function siteWith(cache: string): Promise<{ files: Record<string, string>; output: string }> {
	const dist = path.join(folder, "dist");
	rmSync(dist, { recursive: true, force: true });
	const { code, output } = await build(content, dist, { env: { OFFPRINT_CACHE: cache } });
	if (code !== 0) throw new Error(`the build ended with ${code}:\n${output}`);
	const files = filesIn(dist).map((file) => [file, readFileSync(file, "latin1")]);
	return { files: Object.fromEntries(files), output };
}

function filesIn(root: string): string[] {
	return readdirSync(root, { recursive: true, withFileTypes: true })
		.filter((item) => item.isFile())
		.map((item) => path.join(item.parentPath, item.name))
		.sort();
}
