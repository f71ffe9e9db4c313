import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { random } from "../../tests/random.ts";
import { factsOf, type Role } from "./facts.ts";
import { DamagedPack } from "./pack.ts";
import { type Piece, piecesOf, textOf } from "./pieces.ts";
import type { SiteFile } from "./place.ts";
import { openPack } from "./read.ts";
import { type PackOptions, type RecalledBlock, writePack } from "./write.ts";

const utf8 = new TextEncoder();
const digestOf = (content: string | Uint8Array) =>
	createHash("sha256").update(content).digest("hex");
const pageOf = (content: string) => /(papers\/\w+\/)/.exec(content)?.[1]?.concat("index.html");
const options: PackOptions = {
	order: ["papers/wren/index.html", "papers/robin/index.html"],
	deflate: async (bytes) => new Uint8Array(deflateRawSync(bytes)),
	digestOf,
};

const pieces = new Map<string, Piece>();
function pieceOf(content: string): Piece {
	const digest = digestOf(content);
	const piece = pieces.get(digest) ?? {
		digest,
		bytes: utf8.encode(content).length,
		leadsTo: pageOf(content),
	};
	pieces.set(digest, piece);
	return piece;
}

function file(path: string, bytes: Uint8Array<ArrayBuffer>, { order } = options): SiteFile {
	let role: Role = path.endsWith(".html") ? "list" : "other";
	if (order.includes(path)) role = "paper";
	if (path.includes("/fragment/")) role = "result";
	if (path.endsWith(".pf_index")) role = "dense";
	return {
		path,
		role,
		digest: digestOf(bytes),
		facts: factsOf(role, bytes, { pageOf, pieceOf }),
		read: () => bytes,
		piece: (at) => piecesOf(textOf(bytes) ?? "")[at] ?? "",
	};
}
const text = (path: string, content: string) => file(path, utf8.encode(content));
/** The same in every run. */
const next = random(1);
const noise = (bytes: number) => Uint8Array.from({ length: bytes }, () => next() * 256);

/** The parts of a pack. */
async function write(
	files: readonly SiteFile[],
	more: Partial<PackOptions> = {},
): Promise<Uint8Array<ArrayBuffer>[]> {
	const parts: Uint8Array<ArrayBuffer>[] = [];
	for await (const part of writePack(files, { ...options, ...more }))
		parts.push(await part.bytes());
	return parts;
}

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

	describe("of a site that has changed a little", () => {
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
