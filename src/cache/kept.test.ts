import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { temporaryFolder } from "../../tests/site.ts";
import { readKept, writeKept } from "./kept.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);
const file = path.join(folder, "below", "1.bin");
const kept = new Map([["wren", { digest: "d", value: { title: "Wrens", pages: 3 } }]]);

test("what is kept is read again, and nothing else is left in the folder", () => {
	writeKept(file, "now", kept);
	expect(readKept(file, "now")).toEqual(kept);
	expect(readdirSync(path.dirname(file))).toEqual(["1.bin"]);
});

test("what another program or other settings kept is not used", () => {
	writeKept(file, "now", kept);
	expect(readKept(file, "later")).toEqual(new Map());
});

test("a file that is missing, cut short or none of ours counts as empty", () => {
	expect(readKept(path.join(folder, "nowhere.bin"), "now")).toEqual(new Map());
	writeKept(file, "now", kept);
	for (const bytes of [readFileSync(file).subarray(0, 20), Buffer.from("text"), Buffer.alloc(0)]) {
		writeFileSync(file, bytes);
		expect(readKept(file, "now")).toEqual(new Map());
	}
});
