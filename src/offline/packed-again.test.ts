import { describe, expect, test } from "vitest";
import { digestOf, file, noise, options, write } from "../../tests/pack-files.ts";
import type { SiteFile } from "./place.ts";
import { type RecalledBlock, writePack } from "./write.ts";

describe("a pack of a site that has changed a little", () => {
	const order = Array.from({ length: 200 }, (_, at) => `papers/${at}/index.html`);
	const site = order.map((path) => file(path, noise(20_000), { ...options, order }));
	const more = { order, partBytes: 200_000 };
	const newParts = async (files: readonly SiteFile[]) => {
		const before = new Set((await write(site, more)).map(digestOf));
		return (await write(files, more)).filter((part) => !before.has(digestOf(part))).length;
	};

	test("has the same parts but for those of the change, and the table", async () => {
		const longer = file(order[20] ?? "", noise(21_000), { ...options, order });
		expect((await write(site, more)).length).toBeGreaterThan(12);
		expect(await newParts(site.with(20, longer))).toBeLessThan(5);
		expect(await newParts(site.toSpliced(20, 1))).toBeLessThan(5);
	});

	/** The blocks of the site, and what is left of their bytes. */
	const storedBlocks = async (leave = (bytes: Uint8Array<ArrayBuffer>) => bytes) => {
		const blocks = new Map<string, RecalledBlock>();
		for await (const part of writePack(site, { ...options, ...more })) {
			for (const { key, read, ...block } of part.blocks) {
				const bytes = leave(await read());
				blocks.set(key, { ...block, read: () => bytes });
			}
		}
		return blocks;
	};

	test("is what it is where what was stored is not what it was", async () => {
		for (const leave of [
			(bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, 90),
			(bytes: Uint8Array<ArrayBuffer>) => bytes.with(7, (bytes[7] ?? 0) ^ 1),
			() => new Uint8Array(),
		]) {
			const blocks = await storedBlocks(leave);
			const again = await write(site, { ...more, recall: (key) => blocks.get(key) });
			expect(again).toEqual(await write(site, more));
		}
	});

	test("is what it is without recalling blocks, and only new blocks are compressed", async () => {
		const blocks = await storedBlocks();
		const read: string[] = [];
		const edited = site
			.with(20, file(order[20] ?? "", noise(20_000), { ...options, order }))
			.map((file) => ({
				...file,
				read() {
					read.push(file.path);
					return file.read();
				},
			}));
		const recalled = await write(edited, { ...more, recall: (key) => blocks.get(key) });
		expect(read).toContain(order[20]);
		expect(read.length).toBeLessThan(30);
		expect(recalled).toEqual(await write(edited, more));
	});
});
