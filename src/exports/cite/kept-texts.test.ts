import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { citableOf } from "../../../tests/entry.ts";
import type { Citable } from "../../paper/citations.ts";
import { listFiles } from "./files.ts";
import { keptTexts } from "./kept-texts.ts";
import { PROGRAM_FORMATS, textsAnew } from "./texts.ts";

let folder = "";
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), "kept-texts-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const paper = (id: string, abstract = "Grüße."): Citable =>
	citableOf({
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

/** Every file of a list, as it comes from what is kept, and as it is set anew; `before` is done between. */
async function files(citables: readonly Citable[], all = citables, before = () => {}) {
	const kept = keptTexts(folder, all);
	const made = (textsIn: typeof kept) => {
		const lists = PROGRAM_FORMATS.flatMap((format) =>
			[false, true].flatMap((abstract) => {
				const texts = textsIn(format, abstract);
				return [
					...listFiles(format, citables, { abstract, texts }),
					...listFiles(format, citables, { abstract, texts, packed: true }),
				];
			}),
		);
		return Promise.all(
			lists.map(async ({ name, body }) => [name, Buffer.from(await body()).toString("latin1")]),
		);
	};
	before();
	return { kept: await made(kept), anew: await made(textsAnew) };
}

test("lists of what is kept are those that are set anew", async () => {
	const papers = ["swift", "wren", "owl"].map((id) => paper(id));
	const first = await files(papers);
	expect(first.kept).toEqual(first.anew);
	const before = size();
	expect((await files(papers)).kept).toEqual(first.anew);
	expect(size()).toBe(before);
	const part = await files([...papers].reverse().slice(0, 2), papers);
	expect(part.kept).toEqual(part.anew);
	const none = await files([]);
	expect(none.kept).toEqual(none.anew);
});

test("a paper that has changed is set anew, and stands behind the others", async () => {
	await files(["swift", "wren"].map((id) => paper(id)));
	const before = size();
	const edited = await files([paper("swift", "Edited."), paper("wren")]);
	expect(edited.kept).toEqual(edited.anew);
	expect(size()).toBeGreaterThan(before);
	expect(size()).toBeLessThan(2 * before);
});

test("texts that are not as they were written, or gone, are set anew", async () => {
	const papers = ["swift", "wren"].map((id) => paper(id));
	await files(papers);
	const damages = [
		...["", "x".repeat(size()), "short"].map((content) => (file: string) => {
			writeFileSync(file, content);
		}),
		rmSync,
	];
	for (const damage of damages) {
		const all = () => {
			for (const file of textFiles()) damage(file);
		};
		const damaged = await files(papers, papers, all);
		expect(damaged.kept).toEqual(damaged.anew);
		const next = await files(papers);
		expect(next.kept).toEqual(next.anew);
	}
});

test("old texts go when they are more than half of the file", async () => {
	const long = "A long abstract. ".repeat(3000);
	for (let edit = 0; edit < 40; edit++) await files([paper("swift", `${edit} ${long}`)]);
	expect(size()).toBeLessThan(5e6);
});
