import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { archive, archivedBirds, fileAddress, pagesIn, unpack, verify } from "../archive.ts";

const birds = archivedBirds();

describe("npm run archive", () => {
	test("tells where the file is, how large, of how many papers, and its checksum", () => {
		expect(birds.output.replaceAll(birds.folder, "…")).toMatch(
			/^…\/dist\/offline\/field-notes-on-birds\.zip: 3 papers, \d+ files, 0\.\d MB\nSHA-256: [0-9a-f]{64}\n$/,
		);
	});

	test("makes the same file again, and says it once on the page about reading offline", async () => {
		expect((await archive(birds.dist)).output).toBe(birds.output);
		const page = readFileSync(path.join(birds.dist, "offline/index.html"), "utf8");
		expect(page.split('href="/a/b/offline/field-notes-on-birds.zip"')).toHaveLength(2);
		expect(page).toContain(/[0-9a-f]{64}/.exec(birds.output)?.[0]);
		expect(page).not.toContain("There is no file to download");
	});

	test("says what to do where there is no built site", async () => {
		const { code, output } = await archive(path.join(birds.folder, "nowhere"));
		expect(code).toBe(1);
		expect(output.replaceAll(birds.folder, "…")).toBe(
			"…/nowhere is not there. Build the site first: npm run build\n",
		);
	});
});

test("every address of every page leads to a file of the archive, or to another site", () => {
	const broken: string[] = [];
	const elsewhere = new Set<string>();
	for (const file of pagesIn(birds.unpacked)) {
		const text = readFileSync(path.join(birds.unpacked, file), "utf8");
		expect(text).not.toMatch(/type="module"|speculationrules/);
		for (const [, target = ""] of text.matchAll(/(?:\b(?:href|src|action)="|;url=)([^"]*)"/g)) {
			if (target.startsWith("#")) continue;
			const url = new URL(target, fileAddress(birds.unpacked, file));
			if (url.protocol !== "file:") elsewhere.add(url.href);
			else if (!existsSync(new URL(url.pathname, "file://")) || target.startsWith("/"))
				broken.push(`${file}: ${target}`);
		}
	}
	expect(broken).toEqual([]);
	const own = [...elsewhere].filter((url) => url.startsWith("https://example.org/a/b/"));
	// The address of each page, to share and to cite, and what only a site has.
	expect(own).toContain("https://example.org/a/b/papers/wren/");
	expect(own.filter((url) => !url.endsWith("/"))).toEqual([
		"https://example.org/a/b/sitemap-index.xml",
	]);
	for (const left of ["service-worker.js", "offline.json", "offline", "cards", "pagefind"])
		expect(existsSync(path.join(birds.unpacked, left)), left).toBe(false);
});

describe("npm run verify", () => {
	test("finds nothing wrong with the zip, nor with the folder", async () => {
		for (const file of [birds.zip, birds.unpacked, path.dirname(birds.unpacked)]) {
			const { code, output } = await verify(file);
			expect(output).toMatch(/: \d+ files, all as they were written\n$/);
			expect(code).toBe(0);
		}
	});

	test("names every file that is missing, changed or additional", async () => {
		const other = path.join(birds.folder, "other");
		const unpacked = unpack(birds.zip, other);
		rmSync(path.join(unpacked, "papers/wren/index.html"));
		writeFileSync(path.join(unpacked, "index.html"), "changed");
		writeFileSync(path.join(unpacked, "added.txt"), "added");
		const { code, output } = await verify(other);
		expect(code).toBe(1);
		expect(output.replaceAll(birds.folder, "…")).toMatchInlineSnapshot(`
			"missing: papers/wren/index.html
			changed: index.html
			additional: added.txt
			…/other: 3 problems. Fetch the archive again.
			"
		`);
	});

	test("tells a zip that is cut off, and one that is none, without a stack", async () => {
		const cut = path.join(birds.folder, "cut.zip");
		for (const bytes of [
			readFileSync(birds.zip).subarray(0, 20_000),
			Buffer.from("<!doctype html>"),
		]) {
			writeFileSync(cut, bytes);
			const { code, output } = await verify(cut);
			expect(code).toBe(1);
			expect(output.replaceAll(birds.folder, "…")).toBe(
				"…/cut.zip is not a whole zip file: it is cut off or damaged. Fetch it again.\n",
			);
		}
	});
});
