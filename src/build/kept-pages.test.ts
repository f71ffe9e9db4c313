import {
	existsSync,
	linkSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { PathWithRoute } from "astro";
import { afterAll, describe, expect, test } from "vitest";
import { lastOutput } from "../cache/last-output.ts";
import { keptPages } from "./kept-pages.ts";
import { lookAtOutputs } from "./outputs.ts";

const folder = mkdtempSync(path.join(tmpdir(), "kept-pages-"));
afterAll(() => rmSync(folder, { recursive: true }));

const page = (pathname: string, cacheKey?: string) =>
	({ pathname, cacheKey, route: { type: "page" } }) as unknown as PathWithRoute;
const file = (pathname: string, cacheKey?: string) =>
	({ pathname, cacheKey, route: { type: "endpoint" } }) as unknown as PathWithRoute;

let builds = 0;

/** Builds these paths as `render.ts` does, in a folder of its own, and says which were rendered. */
async function build(paths: PathWithRoute[], last = "", context = "program") {
	const now = path.join(folder, String(++builds));
	const notes = path.join(folder, "notes.bin");
	const spare = path.join(folder, "spare");
	const before = await lookAtOutputs({ last: last || path.join(folder, "none"), spare });
	const kept = keptPages({ last, now, spare, before, apart: "apart/", notes, context });
	const rendered = await kept.take(paths);
	for (const { pathname, route, cacheKey } of rendered) {
		const place = path.join(now, pathname, route.type === "page" ? "index.html" : "");
		mkdirSync(path.dirname(place), { recursive: true });
		writeFileSync(place, `${pathname} ${cacheKey}`);
	}
	kept.note();
	return {
		now,
		rendered: rendered.map(({ pathname }) => pathname),
		taken: kept.taken(),
		leftApart: kept.leftApart().map(({ name }) => name),
	};
}

test("pages with the key of the last build are its files, the others are rendered", async () => {
	const first = await build([page("/a", "1"), page("/b", "1"), file("/c.json", "1"), page("/d")]);
	expect(first).toMatchObject({ rendered: ["/a", "/b", "/c.json", "/d"], taken: 0 });
	const paths = [page("/a", "1"), page("/b", "2"), file("/c.json", "1"), page("/d")];
	const second = await build(paths, first.now);
	expect(second).toMatchObject({ rendered: ["/b", "/d"], taken: 1 });
	expect(readFileSync(path.join(second.now, "a/index.html"), "utf8")).toBe("/a 1");
	expect(statSync(path.join(second.now, "c.json")).ino).toBe(
		statSync(path.join(first.now, "c.json")).ino,
	);
	expect((await build(paths, second.now)).rendered).toEqual(["/d"]);
});

test("a file that is not as it was written, or is gone, is rendered", async () => {
	const paths = [page("/a", "1"), page("/b", "1"), page("/c", "1"), page("/d", "1")];
	const { now } = await build(paths);
	writeFileSync(path.join(now, "a/index.html"), "edited by hand");
	rmSync(path.join(now, "b"), { recursive: true });
	utimesSync(path.join(now, "c/index.html"), 1, 1);
	expect((await build(paths, now)).rendered).toEqual(["/a", "/b", "/c"]);
});

test("nothing is taken from another program", async () => {
	const paths = [page("/a", "1"), page("/b", "1")];
	const { now } = await build(paths);
	expect((await build(paths, now, "edited program")).rendered).toEqual(["/a", "/b"]);
});

test("no folder is left of pages that are gone", async () => {
	const { now } = await build([page("/a/b", "1"), page("/c", "1")]);
	const { now: without } = await build([page("/c", "1")], now);
	expect(readdirSync(without, { recursive: true }).sort()).toEqual(["c", "c/index.html"]);
});

describe("where the output before the last was left", () => {
	const spare = path.join(folder, "spare");
	const paths = ["/a", "/b", "/c"].map((pathname) => page(pathname, "1"));

	/** Two outputs of the same pages: the older is left, the newer is returned. */
	async function twice(): Promise<string> {
		const { now: older } = await build(paths);
		const { now: newer } = await build(paths, older);
		renameSync(older, spare);
		return newer;
	}
	const textOf = (at: string, name: string) => readFileSync(path.join(at, name), "utf8");

	test("what both have stays in it, and the last one is not touched", async () => {
		const last = await twice();
		const edited = [page("/a", "1"), page("/b", "2"), page("/d/e", "1")];
		const { now, rendered } = await build(edited, last);
		expect(rendered).toEqual(["/b", "/d/e"]);
		expect(existsSync(spare)).toBe(false);
		expect(readdirSync(now, { recursive: true }).sort()).toEqual(
			["a", "a/index.html", "b", "b/index.html", "d", "d/e", "d/e/index.html"].sort(),
		);
		expect(textOf(now, "b/index.html")).toBe("/b 2");
		expect(textOf(last, "b/index.html")).toBe("/b 1");
		expect(textOf(last, "c/index.html")).toBe("/c 1");
	});

	test("what people have put into it, or changed, does not come again", async () => {
		const last = await twice();
		writeFileSync(path.join(spare, "note.txt"), "by hand");
		rmSync(path.join(spare, "a/index.html"));
		writeFileSync(path.join(spare, "a/index.html"), "by hand");
		const { now, rendered } = await build(paths, last);
		expect(rendered).toEqual([]);
		expect(existsSync(path.join(now, "note.txt"))).toBe(false);
		expect(textOf(now, "a/index.html")).toBe("/a 1");
	});

	test("what others fill is left to them, where it is that of the last output", async () => {
		const last = await twice();
		for (const output of [last, spare]) mkdirSync(path.join(output, "apart"));
		mkdirSync(path.join(spare, "apart/old"));
		writeFileSync(path.join(spare, "apart/old/set"), "of the build before the last");
		writeFileSync(path.join(last, "apart/same"), "same");
		linkSync(path.join(last, "apart/same"), path.join(spare, "apart/same"));
		writeFileSync(path.join(spare, "apart/other"), "by hand");
		const { now, leftApart } = await build(paths, last);
		expect(leftApart).toEqual(["apart/same"]);
		expect(readdirSync(path.join(now, "apart"))).toEqual(["same"]);
	});

	test("one that shares less than half is of no use, and goes", async () => {
		const last = await twice();
		for (const name of ["a", "b"]) rmSync(path.join(spare, name), { recursive: true });
		writeFileSync(path.join(spare, "note.txt"), "by hand");
		expect((await build(paths, last)).rendered).toEqual([]);
		expect(existsSync(spare)).toBe(false);
	});
});

test("a file that stands there already is not written over", async () => {
	const { now } = await build([file("/robots.txt", "1")]);
	const place = path.join(folder, String(builds + 1));
	mkdirSync(place);
	writeFileSync(path.join(place, "robots.txt"), "of public/");
	expect((await build([file("/robots.txt", "1")], now)).rendered).toEqual(["/robots.txt"]);
});

test("routes can ask what the last build wrote with a key", async () => {
	const paths = [file("/x.bib", "list"), file("/x.ris", "list"), file("/y.bib", "other")];
	const { now } = await build(paths);
	await build(paths, now);
	expect(lastOutput().under("list")).toEqual(["x.bib", "x.ris"]);
	expect(lastOutput().under("unknown")).toBeUndefined();
	expect(lastOutput().has("y.bib", "other")).toBe(true);
	expect(lastOutput().has("y.bib", "list")).toBe(false);
	rmSync(path.join(now, "x.ris"));
	await build(paths, now);
	expect(lastOutput().under("list")).toBeUndefined();
});
