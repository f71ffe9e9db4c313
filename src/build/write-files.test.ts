import { readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { temporaryFolder } from "../../tests/site.ts";
import { listed } from "../cache/on-disk.ts";
import { holdFiles } from "./write-files.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);

test("a folder holds the files that it is to hold, and those that it held stay as they are", () => {
	const wren = Buffer.from("wren");
	holdFiles(
		folder,
		new Map([
			["a.mjs", wren],
			["below/b.mjs", wren],
			["old/c.mjs", wren],
		]),
	);
	const inode = () => statSync(path.join(folder, "a.mjs")).ino;
	const first = inode();
	writeFileSync(path.join(folder, "below/b.mjs"), "damaged");
	const files = new Map([
		["a.mjs", wren],
		["below/b.mjs", wren],
		["new/d.mjs", Buffer.from("robin")],
	]);
	holdFiles(folder, files);
	expect(listed(folder).sort()).toEqual([...files.keys()]);
	for (const [name, bytes] of files) expect(readFileSync(path.join(folder, name))).toEqual(bytes);
	expect(inode()).toBe(first);
});
