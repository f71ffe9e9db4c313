import {
	appendFileSync,
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { packSite } from "../../../tests/pack-site.ts";
import { random } from "../../../tests/random.ts";
import { temporaryFolder } from "../../../tests/site.ts";
import { digestOf } from "../../cache/kept.ts";
import { filesOnDisk } from "../../cache/on-disk.ts";
import { openPack } from "../../offline/read.ts";
import { beginPack } from "./pack.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);
const site = path.join(folder, "site");
const cache = path.join(folder, "cache");
/** The offline folder of the site that was packed last is moved here. */
const last = path.join(folder, "last");
const next = random(1);
const words = (count: number) => Array.from({ length: count }, () => next().toString(36)).join(" ");
const papers = Array.from({ length: 60 }, (_, at) => ({ id: `paper-${at}`, teaser: words(20) }));

/** A site of sixty papers, as it was built for the first time. */
beforeEach(() => {
	for (const place of [site, cache, last]) rmSync(place, { recursive: true, force: true });
	for (const { id } of papers) put(`papers/${id}/index.html`, `<h1>${id}</h1>${words(900)}`);
	for (const [at, { id }] of papers.entries()) {
		const found = JSON.stringify({ url: `/a/papers/${id}/`, content: words(30) });
		put(`pagefind/fragment/s/${at}.pf_fragment`, gzipSync(found));
	}
	put("papers.json", JSON.stringify({ papers, topics: [], total: papers.length, parts: [] }));
	for (const name of ["topics/song", "authors/finch"]) put(`${name}/index.html`, list(papers));
	put("_astro/site.css", words(200));
});

describe("a site that is packed again", () => {
	test.each([
		["nothing has changed", () => {}],
		["a page is longer", () => append("papers/paper-7/index.html", "more")],
		["a list is another", () => put("topics/song/index.html", list(papers.toReversed()))],
		["a page is gone", () => rmSync(path.join(site, "papers/paper-9/index.html"))],
		["a page is new", () => put("about/index.html", "<h1>About</h1>")],
		["a paper has become a page of another kind", () => forget("paper-20")],
		["all files are written anew", () => moveAway()],
	])("is what it would be without a cache: %s", async (_, change) => {
		await packed(cache);
		change();
		const again = await packed(cache);
		expect(again).toEqual(await packed(`${cache}-none`));
		expect(await packed(cache)).toEqual(again);
		expect(await contentOf()).toEqual(pagesOf());
	});

	test.each([
		["gone", (file: string) => rmSync(file)],
		["cut short", (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 90))],
		["none of ours", (file: string) => writeFileSync(file, "text")],
	])("costs time alone where files of the cache are %s", async (_, damage) => {
		const first = await packed(cache);
		const names = [...filesIn(cache).keys()];
		for (const file of names) {
			damage(path.join(cache, file));
			expect(await packed(cache), file).toEqual(first);
			// It is whole again: the next build has the use of it.
			const now = filesIn(cache);
			expect([...now.keys()]).toEqual(names);
			expect(now.get(file)?.length).toBeGreaterThan(100);
		}
	});

	test("is read where a file has changed, and not where inode, size and time are the same", async () => {
		const page = path.join(site, "papers/paper-7/index.html");
		const inTime = (text: string, second: number) => {
			writeFileSync(page, text);
			utimesSync(page, second, second);
		};
		inTime("<h1>one</h1>", 1);
		const first = await packed(cache);
		inTime("<h1>two</h1>", 1);
		expect(await packed(cache)).toEqual(first);
		inTime("<h1>two</h1>", 2);
		expect(await packed(cache)).not.toEqual(first);
	});

	test("has the parts of the last site whose blocks are the same, as the same files", async () => {
		await packed(cache);
		append("papers/paper-7/index.html", "more");
		await packed(cache);
		const inodes = (place: string) => new Set(partsIn(place).map((file) => statSync(file).ino));
		const [before, now] = [inodes(last), inodes(site)];
		expect(now.size).toBeGreaterThan(4);
		expect(now.difference(before).size).toBeLessThan(4);
	});

	test.each([
		["gone", (file: string) => rmSync(file)],
		["cut short", (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 90))],
		["others", (file: string) => writeFileSync(file, words(9000))],
	])("costs time alone where parts of the last site are %s", async (_, damage) => {
		const first = await packed(cache);
		for (const file of partsIn(site)) damage(file);
		expect(await packed(cache)).toEqual(first);
		append("papers/paper-7/index.html", "more");
		expect(await packed(cache)).toEqual(await packed(`${cache}-none`));
	});
});

test("files that were seen and are gone are not in the copy", async () => {
	const ids = papers.map(({ id }) => id);
	const packing = { folder: site, last, base: "/a/", partBytes: 40_000, papers: ids };
	const gone = ["pagefind/fragment/s/3.pf_fragment", "topics/song/index.html"];
	const first = beginPack({ ...packing, cache });
	first.add(filesOnDisk(site));
	for (const name of gone) rmSync(path.join(site, name));
	first.remove([...gone, "never/seen.html"]);
	const manifest = await first.write();
	const anew = beginPack({ ...packing, cache: `${cache}-none` });
	anew.add(filesOnDisk(site));
	expect(await anew.write()).toEqual(manifest);
	expect(Object.keys(await contentOf())).not.toContain(gone[1]);
});

function partsIn(place: string): string[] {
	const parts = path.join(place, "offline");
	return readdirSync(parts).map((name) => path.join(parts, name));
}

/** Digests of the parts and the manifest, by path. */
async function packed(cache: string): Promise<Map<string, string>> {
	const parts = path.join(site, "offline");
	const old = cache.endsWith("-none") ? [cache, parts] : [last];
	for (const place of old) rmSync(place, { recursive: true, force: true });
	mkdirSync(last, { recursive: true });
	// The site is the last one now: what is packed next stands beside it.
	if (existsSync(parts)) renameSync(parts, path.join(last, "offline"));
	await packSite({ folder: site, last, base: "/a/", cache, partBytes: 40_000 });
	const files = filesIn(site, /^offline/);
	return new Map([...files].map(([file, content]) => [file, digestOf(content)]));
}

/** Pages of the copy, as they are read. */
async function contentOf(): Promise<Record<string, string>> {
	const { parts } = JSON.parse(readFileSync(path.join(site, "offline.json"), "utf8"));
	const pack = await openPack(parts.length, async (number) => {
		const bytes = readFileSync(path.join(site, parts[number].path));
		return new Blob([bytes]);
	});
	const found: Record<string, string> = {};
	for (const file of pack.paths) {
		if (file.endsWith(".html")) found[file] = Buffer.from((await pack.read(file)) ?? "").toString();
	}
	return found;
}

function pagesOf(): Record<string, string> {
	return Object.fromEntries(
		[...filesIn(site, /\.html$/)].map(([file, text]) => [
			file,
			Buffer.from(text, "latin1").toString(),
		]),
	);
}

function filesIn(place: string, which = /./): Map<string, string> {
	const files = readdirSync(place, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.relative(place, path.join(entry.parentPath, entry.name)))
		.filter((file) => which.test(file))
		.sort();
	return new Map(
		files.map((file) => [file, readFileSync(path.join(place, file)).toString("latin1")]),
	);
}

function list(papers: readonly { id: string; teaser: string }[]): string {
	const items = papers.map(
		({ id, teaser }) =>
			`<article class="paper-item"><a href="/a/papers/${id}/">${id}</a><p>${teaser} – ♪</p></article>`,
	);
	return `<h1>List</h1>${items.join("")}`;
}

function put(file: string, content: string | Uint8Array): void {
	const place = path.join(site, file);
	mkdirSync(path.dirname(place), { recursive: true });
	writeFileSync(place, content);
}

function append(file: string, text: string): void {
	appendFileSync(path.join(site, file), text);
}

/** A paper is none of the collection any more, and its page, a list now, is still there. */
function forget(gone: string): void {
	const left = papers.filter(({ id }) => id !== gone);
	put("papers.json", JSON.stringify({ papers: left, topics: [], total: left.length, parts: [] }));
}

/** The same files, with other inodes and times. */
function moveAway(): void {
	cpSync(site, `${site}-copy`, { recursive: true });
	rmSync(site, { recursive: true });
	cpSync(`${site}-copy`, site, { recursive: true });
	rmSync(`${site}-copy`, { recursive: true });
}
