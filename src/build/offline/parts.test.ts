import { mkdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { temporaryFolder } from "../../../tests/site.ts";
import { checkOf } from "../../offline/pack.ts";
import type { WrittenPart } from "../../offline/write.ts";
import { SiteParts } from "./parts.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);
const bytes = new TextEncoder().encode("wrens and robins");

/** A part of one block. */
async function partOf(key: string): Promise<WrittenPart> {
	const read = async () => bytes;
	const check = await checkOf(bytes);
	const block = { key, deflated: false, bytes: bytes.length, check, read };
	return { blocks: [block], hasTable: false, bytes: read };
}

function partsOf(name: string, last: string): SiteParts {
	const site = path.join(folder, name);
	mkdirSync(site);
	const notes = path.join(folder, "parts.bin");
	return new SiteParts({ folder: site, last: path.join(folder, last), notes, context: "" });
}

test("a part of the last site stays as it was written, however often the next has its bytes", async () => {
	const first = partsOf("first", "none");
	const part = await first.put(await partOf("birds"));
	first.note();
	const kept = path.join(folder, "first", part.path);
	const before = statSync(kept, { bigint: true });

	const second = partsOf("second", "first");
	for (const key of ["birds", "birds", "the same by another name"]) {
		expect(await second.put(await partOf(key))).toEqual(part);
		const now = statSync(kept, { bigint: true });
		expect([now.ino, now.mtimeNs]).toEqual([before.ino, before.mtimeNs]);
		expect(readFileSync(path.join(folder, "second", part.path))).toEqual(Buffer.from(bytes));
	}
});
