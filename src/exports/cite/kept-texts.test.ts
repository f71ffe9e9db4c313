import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Citable } from "../../paper/citations.ts";
import { keptTexts } from "./kept-texts.ts";
import { PROGRAM_FORMATS, textsAnew } from "./texts.ts";

let folder = "";
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), "kept-texts-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const paper = (id: string, abstract = "Grüße."): Citable => ({
	paper: { id, title: id, abstract, topics: [], links: {} },
	key: id,
	title: `On ${id} 🐦`,
	page: `https://example.org/papers/${id}/`,
	language: "en",
});

/** The files of texts, one for each form. */
const textFiles = () =>
	readdirSync(folder)
		.filter((name) => name.startsWith("texts-"))
		.map((name) => path.join(folder, name));
const size = () => textFiles().reduce((sum, file) => sum + statSync(file).size, 0);

/** Every file of a list, as it comes from what is kept, and as it is set anew. */
function files(citables: readonly Citable[], all = citables) {
	const kept = keptTexts(folder, all);
	const made = (textsIn: typeof kept) =>
		PROGRAM_FORMATS.flatMap((format) =>
			[false, true].map((abstract) => {
				const texts = textsIn(format, abstract);
				const sizes = citables.map((citable) => texts.size(citable));
				return [sizes, Buffer.from(texts.list(citables)).toString()];
			}),
		);
	return { kept: made(kept), anew: made(textsAnew) };
}

test("lists of what is kept are those that are set anew", () => {
	const papers = ["swift", "wren", "owl"].map((id) => paper(id));
	const first = files(papers);
	expect(first.kept).toEqual(first.anew);
	const before = size();
	expect(files(papers).kept).toEqual(first.anew);
	expect(size()).toBe(before);
	const part = files([...papers].reverse().slice(0, 2), papers);
	expect(part.kept).toEqual(part.anew);
	expect(files([]).kept).toEqual(files([]).anew);
});

test("a paper that has changed is set anew, and stands behind the others", () => {
	files(["swift", "wren"].map((id) => paper(id)));
	const before = size();
	const edited = files([paper("swift", "Edited."), paper("wren")]);
	expect(edited.kept).toEqual(edited.anew);
	expect(size()).toBeGreaterThan(before);
	expect(size()).toBeLessThan(2 * before);
});

test("texts that are not as they were written are set anew", () => {
	const papers = ["swift", "wren"].map((id) => paper(id));
	files(papers);
	for (const content of ["", "x".repeat(size()), "short"]) {
		for (const file of textFiles()) writeFileSync(file, content);
		const damaged = files(papers);
		expect(damaged.kept).toEqual(damaged.anew);
	}
});

test("old texts go when they are more than half of the file", () => {
	const long = "A long abstract. ".repeat(3000);
	for (let edit = 0; edit < 40; edit++) files([paper("swift", `${edit} ${long}`)]);
	expect(size()).toBeLessThan(5e6);
});
