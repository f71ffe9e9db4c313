import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { nativeFiles } from "./native-files.ts";

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), "native-"));
	// What is kept is written later.
	vi.useFakeTimers();
});

afterEach(() => {
	vi.useRealTimers();
	rmSync(folder, { recursive: true });
});

/** Writes files, and tells which of them Node can load. */
function nativeOf(files: Record<string, string>): string[] {
	for (const [name, text] of Object.entries(files)) {
		const file = path.join(folder, name);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
	const native = nativeFiles(path.join(folder, ".cache"));
	return Object.keys(files).filter((name) => native.has(path.join(folder, name)));
}

test("a file that needs nothing of Vite is Node's, with all that it imports", () => {
	expect(
		nativeOf({
			"a.ts": 'import fs from "node:fs";\nimport { z } from "zod";\nexport { b } from "./b.ts";',
			"b.ts": "export const b: string = import.meta.url;",
			"c.js": 'export const c = () => import("./b.ts");',
		}),
	).toEqual(["a.ts", "b.ts", "c.js"]);
});

test.each([
	["a setting of Vite's", "export const a = import.meta.env.BASE_URL;"],
	["what Vite knows alone", 'import { getCollection } from "astro:content";'],
	["a name of Vite's", 'export * from "virtual:astro:routes";'],
	["a name that Vite and Node may read otherwise", 'import "#internal";'],
	["a component", 'import A from "./a.astro";'],
	["a style", 'import "./a.css";'],
	["the text of a file", 'import text from "./b.ts?raw";'],
	["a file that is not there", 'import "./none.ts";'],
	["a file at the root of the site", 'import "/b.ts";'],
	["a language that Node does not read", "export const a = ;"],
])("%s needs Vite, and so does whoever imports it", (_, text) => {
	const files = { "a.ts": text, "b.ts": "export const b = 1;", "c.ts": 'import "./a.ts";' };
	expect(nativeOf({ ...files, "a.astro": "", "a.css": "" })).toEqual(["b.ts"]);
});

test("files that import each other need Vite together", () => {
	expect(
		nativeOf({
			"a.ts": 'import "./b.ts";',
			"b.ts": 'import "./a.ts";\nimport "./c.ts";',
			"c.ts": "import.meta.hot?.accept();",
		}),
	).toEqual([]);
});

test("types are not loaded", () => {
	expect(
		nativeOf({
			"a.ts":
				'import type { B } from "./b.ts";\nimport { type C } from "./b.ts";\nexport type { B } from "./b.ts";',
			"b.ts": "export type B = typeof import.meta.env; export type C = B; import.meta.env.B;",
		}),
	).toEqual(["a.ts"]);
});

test("tells which files it has looked at", () => {
	nativeOf({ "a.ts": 'import "./b.ts";', "b.ts": "" });
	const native = nativeFiles(path.join(folder, ".cache"));
	native.has(path.join(folder, "a.ts"));
	expect(native.isKnown(path.join(folder, "b.ts"))).toBe(true);
	expect(native.isKnown(path.join(folder, "c.ts"))).toBe(false);
});
