import {
	linkSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import path from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../../tests/site.ts";
import { type WrittenFiles, writeFiles } from "./linked.ts";
import { filesOnDisk } from "./on-disk.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);
const [first, second] = [path.join(folder, "first"), path.join(folder, "second")];
const files = new Map([
	["a.txt", Buffer.from("wren")],
	["below/b.txt", Buffer.from("robin")],
]);
let written: WrittenFiles;

beforeEach(async () => {
	for (const place of [first, second]) rmSync(place, { recursive: true, force: true });
	const nothing = { folder: second, written: new Map(), shared: [] };
	({ written } = await writeFiles(first, files, nothing));
});

/** Number of the file on the disk. */
const inode = (...names: string[]) => statSync(path.join(...names)).ino;
const again = (some: ReadonlyMap<string, Uint8Array> = files) =>
	writeFiles(second, some, { folder: first, written, shared: [] });

test("a file that stays as it was is linked, under whatever name", async () => {
	const { written: after } = await again(new Map([["other/c.txt", Buffer.from("robin")]]));
	expect(inode(second, "other/c.txt")).toBe(inode(first, "below/b.txt"));
	expect([...after.values()].map(({ name }) => name)).toEqual(["other/c.txt"]);
});

test("what nobody has changed for three builds is still one file", async () => {
	const { written: after } = await again();
	const third = path.join(folder, "third");
	await writeFiles(third, files, { folder: second, written: after, shared: [] });
	expect(inode(third, "a.txt")).toBe(inode(first, "a.txt"));
});

test("a file that somebody has changed, replaced or taken away is written", async () => {
	const file = path.join(first, "a.txt");
	const changes = [
		() => writeFileSync(file, "lark"),
		() => utimesSync(file, 1, 1),
		() => rmSync(file),
		() => rmSync(first, { recursive: true }),
	];
	for (const change of changes) {
		change();
		rmSync(second, { recursive: true, force: true });
		await again();
		expect(readFileSync(path.join(second, "a.txt"), "utf8")).toBe("wren");
		expect(readFileSync(path.join(second, "below/b.txt"), "utf8")).toBe("robin");
	}
});

test("another content is written, and leaves the folder before as it was", async () => {
	await again(new Map([["a.txt", Buffer.from("lark")]]));
	expect(readFileSync(path.join(second, "a.txt"), "utf8")).toBe("lark");
	expect(readFileSync(path.join(first, "a.txt"), "utf8")).toBe("wren");
});

test("of what is shared already the same stays, and all else goes without a change to the folder before", async () => {
	mkdirSync(path.join(second, "below"), { recursive: true });
	for (const name of files.keys()) linkSync(path.join(first, name), path.join(second, name));
	const shared = filesOnDisk(second);
	const { written: after } = await writeFiles(second, new Map([["a.txt", Buffer.from("wren")]]), {
		folder: first,
		written,
		shared,
	});
	expect(readdirSync(second, { recursive: true })).toEqual(["a.txt"]);
	expect(inode(second, "a.txt")).toBe(inode(first, "a.txt"));
	expect([...after.values()].map(({ name }) => name)).toEqual(["a.txt"]);
	const again = { folder: first, written, shared: filesOnDisk(second) };
	await writeFiles(second, new Map([["a.txt", Buffer.from("lark")]]), again);
	expect(readFileSync(path.join(second, "a.txt"), "utf8")).toBe("lark");
	expect(readFileSync(path.join(first, "a.txt"), "utf8")).toBe("wren");
	expect(readFileSync(path.join(first, "below/b.txt"), "utf8")).toBe("robin");
});

test("files that have come and files that have gone are told, and those that stay are not", async () => {
	mkdirSync(path.join(second, "below"), { recursive: true });
	for (const name of files.keys()) linkSync(path.join(first, name), path.join(second, name));
	const before = { folder: first, written, shared: filesOnDisk(second) };
	const some = new Map([
		["a.txt", Buffer.from("wren")],
		["c.txt", Buffer.from("lark")],
	]);
	const { come, gone } = await writeFiles(second, some, before);
	expect({ come, gone }).toEqual({ come: ["c.txt"], gone: ["below/b.txt"] });
	// A file of another content has come, and is not gone.
	const then = { ...before, shared: filesOnDisk(second) };
	const other = new Map([["a.txt", Buffer.from("owl")]]);
	const after = await writeFiles(second, other, then);
	expect([after.come, after.gone]).toEqual([["a.txt"], ["c.txt"]]);
});
