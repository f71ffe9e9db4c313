import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { temporaryFolder } from "../../tests/site.ts";
import { readBytes, writeBytes } from "./bytes.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);
const file = path.join(folder, "below", "1.bin");
const table = { birds: ["wren", "robin"] };
const pieces = Array.from({ length: 1300 }, (_, at) => Uint8Array.of(at & 255, at >> 8));
const write = () => writeBytes(file, "now", table, pieces);

test("what is kept is read again, and nothing else is left in the folder", () => {
	write();
	const kept = readBytes(file, "now");
	expect(kept?.table).toEqual(table);
	expect(Buffer.concat(pieces).equals(kept?.bytes ?? new Uint8Array())).toBe(true);
	expect(readdirSync(path.dirname(file))).toEqual(["1.bin"]);
});

test("what another program or other settings kept is not used", () => {
	write();
	expect(readBytes(file, "later")).toBeUndefined();
});

test("a file that is missing, cut short, changed in one bit or none of ours is not used", () => {
	expect(readBytes(path.join(folder, "nowhere.bin"), "now")).toBeUndefined();
	write();
	const whole = readFileSync(file);
	const changed = Array.from({ length: 40 }, (_, at) => {
		const bytes = Buffer.from(whole);
		const place = Math.floor((at * bytes.length) / 40);
		bytes[place] = (bytes[place] ?? 0) ^ 4;
		return bytes;
	});
	for (const bytes of [whole.subarray(0, 20), whole.subarray(0, -1), Buffer.alloc(0), ...changed]) {
		writeFileSync(file, bytes);
		expect(readBytes(file, "now")).toBeUndefined();
	}
});
