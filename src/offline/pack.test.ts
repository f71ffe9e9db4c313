import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DamagedPack } from "./pack.ts";
import type { SiteFile } from "./place.ts";
import { openPack } from "./read.ts";
import { type PackOptions, writePack } from "./write.ts";

const utf8 = new TextEncoder();
const text = (path: string, content: string): SiteFile => ({ path, bytes: utf8.encode(content) });
const options: PackOptions = {
	order: ["papers/wren/index.html", "papers/robin/index.html"],
	pageOf: (content) => /(papers\/\w+\/)/.exec(content)?.[1]?.concat("index.html"),
	deflate: async (bytes) => new Uint8Array(deflateRawSync(bytes)),
};
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
	{ ...text("pagefind/fragment/1.pf_fragment", `{"url":"/papers/robin/"}`), gzip: true },
	{ path: "latin1.html", bytes: Uint8Array.of(0xe9, ...utf8.encode(item("robin")), 0xff) },
	{ path: "noise.bin", bytes: crypto.getRandomValues(new Uint8Array(5_000)) },
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
		.map(({ path, bytes }): [string, Buffer] => [path, Buffer.from(bytes)])
		.sort(([a], [b]) => (a < b ? -1 : 1));

describe("a pack", () => {
	test("gives every file back byte for byte, in one part or several", async () => {
		for (const partBytes of [undefined, 1_000]) {
			const parts = await writePack(SITE, { ...options, partBytes });
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
				const files = Object.entries(all).map(([path, bytes]) => ({ path, bytes }));
				expect(await contentOf(await writePack(files, options))).toEqual(asWritten(files));
			}),
			{ numRuns: 60 },
		);
	});

	test("is the same for the same files, in whatever order they are given", async () => {
		expect(await writePack([...SITE].reverse(), options)).toEqual(await writePack(SITE, options));
	});

	test("keeps what pages share once", async () => {
		const noise = Buffer.from(crypto.getRandomValues(new Uint8Array(60_000))).toString("base64");
		const shared = `<li>${noise}</li>`;
		const files = Array.from({ length: 9 }, (_, at) => text(`topics/${at}/index.html`, shared));
		const [part] = await writePack(files, options);
		expect(part?.length).toBeLessThan(noise.length * 1.1);
	});

	test("begins with the same parts when only later papers are new", async () => {
		const papers = Array.from({ length: 40 }, (_, at) => ({
			path: `papers/${String(at).padStart(2, "0")}/index.html`,
			bytes: crypto.getRandomValues(new Uint8Array(20_000)),
		}));
		const order = papers.map(({ path }) => path);
		const write = (count: number) =>
			writePack(papers.slice(0, count), { ...options, order, partBytes: 200_000 });
		expect((await write(40)).slice(0, 2)).toEqual((await write(36)).slice(0, 2));
	});

	test("reads only the parts that a file lies in", async () => {
		const noise = (at: number): SiteFile => ({
			path: `${at}.html`,
			bytes: crypto.getRandomValues(new Uint8Array(60_000)),
		});
		const files = [
			text("papers/wren/index.html", "<h1>wren</h1>"),
			...Array.from("0123456789ab", (_, at) => at).map(noise),
		];
		const parts = await writePack(files, { ...options, partBytes: 150_000 });
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
		const [part] = await writePack(SITE, options);
		const changed = part && change(part);
		return contentOf(changed ? [changed] : []);
	};

	test("with one bit changed, wherever it is", async () => {
		const [part = new Uint8Array()] = await writePack(SITE, options);
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
		const parts = await writePack(SITE, { ...options, partBytes: 1_000 });
		await expect(contentOf([parts[1] ?? new Uint8Array(), ...parts.slice(1)])).rejects.toThrow(
			"a block of part 1 is not what was written",
		);
	});
});
