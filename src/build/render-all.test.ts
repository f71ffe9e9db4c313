import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import type { PagePath } from "./page-paths.ts";
import { type Renderer, renderAll } from "./render-all.ts";

const folder = mkdtempSync(path.join(tmpdir(), "render-all-"));
afterAll(() => rmSync(folder, { recursive: true }));

const at = (pathname: string, type: "page" | "endpoint") =>
	({ pathname, route: { type } }) as unknown as PagePath;
const rest = [
	at("/papers.bib", "endpoint"),
	at("/papers/wren", "page"),
	at("/cite/1.json", "endpoint"),
];

/** Answers with the address; with that of the list when it `may`. */
const answering = (may: Promise<unknown>): Renderer => ({
	async render(_, address) {
		if (address.endsWith(".bib")) await may;
		return address;
	},
});

/** Renders them into the folder, and says what was told. */
function rendered(may: Promise<unknown>) {
	const told: string[] = [];
	const rendering = renderAll(rest, folder, answering(may), {
		tell: (files) => told.push(...files),
		isAwaited: (file) => file.startsWith("cite/"),
	});
	return { ...rendering, told };
}

test("pages and files that others wait for are written and told, and do not wait for the rest", async () => {
	const list = Promise.withResolvers<void>();
	const { awaited, all, told } = rendered(list.promise);
	await awaited;
	expect(told.toSorted()).toEqual(["cite/1.json", "papers/wren/index.html"]);
	for (const file of told) expect(existsSync(path.join(folder, file))).toBe(true);
	expect(existsSync(path.join(folder, "papers.bib"))).toBe(false);
	list.resolve();
	expect(await all).toMatchObject({ rendered: 1 });
	expect(told.at(-1)).toBe("papers.bib");
	expect(readFileSync(path.join(folder, "papers.bib"), "utf8")).toMatch(/papers\.bib$/);
});

test("what cannot be rendered is told with its address", async () => {
	const { awaited, all } = rendered(Promise.reject(new Error("no list")));
	await awaited;
	await expect(all).rejects.toThrow("/papers.bib: could not be rendered");
});
