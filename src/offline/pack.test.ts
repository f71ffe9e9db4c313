import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { file, noise, text, utf8, write } from "../../tests/pack-files.ts";
import { DamagedPack } from "./pack.ts";
import type { SiteFile } from "./place.ts";
import { openPack } from "./read.ts";

const item = (paper: string) =>
	`<article class="paper-item"><h2><a href="/papers/${paper}/">${paper}</a></h2><p>${"A small bird. ".repeat(20)}</p></article>`;

/** A site with what is hard about sites. */
const SITE: SiteFile[] = [
	text("index.html", `<ul>${item("robin")}${item("wren")}</ul>`),
	text("topics/song/index.html", `<h1>Song – ♪</h1>${item("wren")}`),
	text("topics/هجرة/index.html", `${item("robin")}${item("robin")}<p>هجرة</p>`),
	text("topics/😀/index.html", "<p>one</p>"),
	text("topics/😃/index.html", "<p>the same first half of a character</p>"),
	text("zero.html", `<p>\0</p>${item("wren")}`),
	text("bom.html", `\uFEFF<p>mark</p>${item("wren")}`),
	text("papers/robin/index.html", `<h1>robin</h1>${"x".repeat(300_000)}`),
	text("papers/wren/index.html", "<h1>wren</h1>"),
	text("pagefind/fragment/1.pf_fragment", `{"url":"/papers/robin/"}`),
	file("latin1.html", Uint8Array.of(0xe9, ...utf8.encode(item("robin")), 0xff)),
	file("noise.bin", noise(5_000)),
	file("pagefind/index/1.pf_index", noise(5_000)),
	text("empty.css", ""),
];

const open = (parts: readonly Uint8Array<ArrayBuffer>[]) =>
	openPack(parts.length, async (number) => {
		const part = parts[number];
		return part && new Blob([part]);
	});

async function contentOf(parts: readonly Uint8Array<ArrayBuffer>[]): Promise<[string, Buffer][]> {
	const pack = await open(parts);
	const files: [string, Buffer][] = [];
	for (const path of pack.paths) files.push([path, Buffer.from((await pack.read(path)) ?? "lost")]);
	return files;
}

const asWritten = (files: readonly SiteFile[]) =>
	files
		.map(({ path, read }): [string, Buffer] => [path, Buffer.from(read())])
		.sort(([a], [b]) => (a < b ? -1 : 1));

describe("a pack", () => {
	test("gives every file back byte for byte, in one part or several", async () => {
		for (const partBytes of [undefined, 1_000]) {
			const parts = await write(SITE, { partBytes });
			expect(await contentOf(parts)).toEqual(asWritten(SITE));
			expect(parts.length > 1).toBe(partBytes !== undefined);
		}
	});

	test("gives any files back, whatever is in them", async () => {
		const piece = fc.constantFrom(
			item("wren"),
			item("robin"),
			"\0",
			"é",
			`<li>${"b".repeat(200)}</li>`,
		);
		const content = fc.oneof(
			fc
				.array(fc.oneof(piece, fc.string()), { maxLength: 12 })
				.map((all) => utf8.encode(all.join(""))),
			fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes)),
		);
		const name = fc.oneof(fc.webPath(), fc.string({ unit: "grapheme", minLength: 1 }));
		const path = name.map((start) => `${start.replaceAll("\n", "")}.html`);
		await fc.assert(
			fc.asyncProperty(fc.dictionary(path, content, { noNullPrototype: true }), async (all) => {
				const files = Object.entries(all).map(([path, bytes]) => file(path, bytes));
				expect(await contentOf(await write(files))).toEqual(asWritten(files));
			}),
			{ numRuns: 60 },
		);
	});

	test("is the same for the same files, in whatever order they are given", async () => {
		expect(await write([...SITE].reverse())).toEqual(await write(SITE));
	});

	test("keeps what pages share once", async () => {
		const random = Buffer.from(noise(60_000)).toString("base64");
		const shared = `<li>${random}</li>`;
		const files = Array.from({ length: 9 }, (_, at) => text(`topics/${at}/index.html`, shared));
		const [part] = await write(files);
		expect(part?.length).toBeLessThan(random.length * 1.1);
	});

	test("reads only the parts that a file lies in", async () => {
		const files = [
			text("papers/wren/index.html", "<h1>wren</h1>"),
			...Array.from({ length: 12 }, (_, at) => file(`${at}.html`, noise(60_000))),
		];
		const parts = await write(files, { partBytes: 150_000 });
		const asked: number[] = [];
		const pack = await openPack(parts.length, async (number) => {
			asked.push(number);
			return new Blob([parts[number] ?? ""]);
		});
		await pack.read("papers/wren/index.html");
		expect(parts.length).toBeGreaterThan(3);
		expect(asked).toEqual([parts.length - 1, 0]);
		expect(await pack.read("no/such/file.html")).toBeUndefined();
	});
});

describe("a damaged pack is refused", () => {
	const damage = async (
		change: (part: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> | undefined,
	) => {
		const [part] = await write(SITE);
		const changed = part && change(part);
		return contentOf(changed ? [changed] : []);
	};

	test("with one bit changed, wherever it is", async () => {
		const [part = new Uint8Array()] = await write(SITE);
		for (let at = 0; at < part.length; at += 97) {
			const changed = part.slice();
			changed[at] = (changed[at] ?? 0) ^ 4;
			await expect(contentOf([changed]), `byte ${at}`).rejects.toThrow(DamagedPack);
		}
	});

	test("cut short", async () => {
		for (const share of [0, 0.01, 0.5, 0.99]) {
			const cut = (part: Uint8Array) => Math.ceil(part.length * share);
			await expect(damage((part) => part.slice(0, cut(part)))).rejects.toThrow(DamagedPack);
			await expect(damage((part) => part.slice(cut(part) + 1))).rejects.toThrow(DamagedPack);
		}
	});

	test("with a part missing or another page in its place", async () => {
		await expect(open([])).rejects.toThrow("part 0 of 0 is missing");
		await expect(damage(() => utf8.encode("<!doctype html><title>Sign in"))).rejects.toThrow(
			"the last part is not the end of a pack",
		);
		const parts = await write(SITE, { partBytes: 1_000 });
		await expect(contentOf([parts[1] ?? new Uint8Array(), ...parts.slice(1)])).rejects.toThrow(
			"a block of part 1 is not what was written",
		);
	});
});
