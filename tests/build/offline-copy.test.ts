import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseManifest } from "../../src/offline/manifest.ts";
import { openPack } from "../../src/offline/read.ts";
import { siteIn } from "../served.ts";
import { temporaryFolder } from "../site.ts";

const { folder, remove } = temporaryFolder();
const dist = path.join(folder, "dist");
const files = () =>
	readdirSync(dist, { recursive: true, withFileTypes: true })
		.filter((item) => item.isFile())
		.map((item) => path.relative(dist, path.join(item.parentPath, item.name)));

beforeAll(() => siteIn("tests/fixtures/birds", dist));
afterAll(remove);

test("the site can be installed as an app, whatever its base path", () => {
	const manifest = JSON.parse(readFileSync(path.join(dist, "manifest.webmanifest"), "utf8"));
	expect(manifest).toMatchObject({
		name: "Field Notes on Birds",
		description: "Ornithology, a paper at a time.",
		lang: "en-GB",
		id: "/a/b/",
		start_url: "/a/b/",
		scope: "/a/b/",
		display: "standalone",
	});
	for (const { src } of manifest.icons) {
		expect(existsSync(path.join(dist, src.slice("/a/b/".length))), src).toBe(true);
	}
});

test("the offline copy holds the pages, their files, the search index and the citations, and nothing else", async () => {
	const manifest = parseManifest(readFileSync(path.join(dist, "offline.json"), "utf8"));
	const pack = await openPack(manifest.parts.length, async (number) => {
		const bytes = readFileSync(path.join(dist, manifest.parts[number]?.path ?? ""));
		return new Blob([new Uint8Array(bytes)]);
	});
	const kinds = (paths: readonly string[]) =>
		[...new Set(paths.map((file) => file.replace(/^(_astro|pagefind)\/.*/, "$1/")))].sort();
	expect(manifest).toMatchObject({ papers: 3, pages: 40 });
	expect(kinds(pack.paths)).toEqual(
		kinds(
			files().filter((file) =>
				/\.html$|^(?:_astro|pagefind|icons|cite)\/|^favicon|\.webmanifest$/.test(file),
			),
		),
	);
	const page = await pack.read("papers/wren/index.html");
	expect(Buffer.from(page ?? []).toString()).toBe(
		readFileSync(path.join(dist, "papers/wren/index.html"), "utf8"),
	);
});
