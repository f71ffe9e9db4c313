import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readEntry } from "../../src/entry/read.ts";
import { identityOf, PaperIndex } from "../../src/paper/same-paper.ts";
import { frontMatterSchemaFor } from "../../src/paper/schema.ts";
import { hostile } from "../hostile/all.ts";
import { fileOf } from "../hostile/entry.ts";
import { inspectElements } from "../hostile/inspect.ts";
import { build, buildSite, copyBirds, run, temporaryFolder } from "../site.ts";

const { folder, remove } = temporaryFolder();
const content = path.join(folder, "content");
const dist = path.join(folder, "dist");
const canary = path.join(folder, "canary");

const PNG = Buffer.from(
	"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
	"base64",
);

/** Every hostile file under a name of its own, and the ids of those that are accepted. */
const schema = frontMatterSchemaFor(["migration", "song", "empty"]);
const pictures = (src: string) =>
	src === "a.png" ? { width: 1, height: 1 } : "there is no such picture";
const files = hostile.flatMap((input, at) => {
	if (input.where === "file name") return [];
	// What is large takes seconds to refuse, and is tried beside the entry's reader.
	if (input.text.length > 4_000) return [];
	const id = `hostile-${at}`;
	const { text } = fileOf(input, id);
	const accepted = readEntry(`papers/${id}.mdx`, text, { schema, pictures }).issues.length === 0;
	return [{ id, text, accepted }];
});
// Titles that differ in marks alone are one paper's.
const papers = new PaperIndex<string>();
const accepted = files.filter(({ id, text, accepted }) => {
	const paper = readEntry(`papers/${id}.mdx`, text, { schema, pictures }).entry?.paper;
	if (!accepted || !paper || papers.find(identityOf(paper))) return false;
	papers.add(identityOf(paper), id);
	return true;
});

beforeAll(async () => {
	vi.stubEnv("OFFPRINT_CANARY", canary);
	copyBirds(content);
	mkdirSync(path.join(content, "images"));
	for (const name of ["a.png", "not-shown.png"]) {
		writeFileSync(path.join(content, "images", name), PNG);
	}
	for (const { id, text } of accepted) {
		writeFileSync(path.join(content, "papers", `${id}.mdx`), text);
	}
	await buildSite(content, dist);
});
afterAll(() => {
	vi.unstubAllEnvs();
	remove();
});

test("hostile entries that are accepted are built, and nothing of them runs or reaches the HTML", () => {
	expect(accepted.length).toBeGreaterThan(100);
	expect(existsSync(canary)).toBe(false);
	const problems: string[] = [];
	for (const { id } of accepted) {
		const html = readFileSync(path.join(dist, "papers", id, "index.html"), "utf8");
		const { document } = new JSDOM(html).window;
		const ours = document.querySelectorAll("section.abstract > :not(.none), section.prose > *");
		const inside = [...ours].flatMap((element) => [element, ...element.querySelectorAll("*")]);
		problems.push(...inspectElements(inside, "/a/b/").map((problem) => `${id}: ${problem}`));
		for (const element of document.querySelectorAll("*")) {
			for (const { name, value } of element.attributes) {
				const runs =
					/^on/i.test(name) ||
					(/^(?:href|src)$/.test(name) && /^\s*(?:javascript|data|vbscript):/i.test(value));
				if (runs) problems.push(`${id}: <${element.localName} ${name}="${value}">`);
			}
		}
		for (const script of document.querySelectorAll("script")) {
			// Data for search engines holds the abstract, in a form that no browser runs.
			const data = script.type === "application/ld+json" && isPlainData(script.text);
			if (!data && /canary|alert\(/.test(script.text))
				problems.push(`${id}: a script with its text`);
		}
	}
	expect(problems).toEqual([]);
});

/** True for JSON in which nothing can end the script around it. */
function isPlainData(text: string): boolean {
	return typeof JSON.parse(text) === "object" && !/[<>]/.test(text);
}

test("pictures that entries show are served, others are not", () => {
	expect(readdirSync(path.join(dist, "images"))).toEqual(["a.png"]);
	expect(readFileSync(path.join(dist, "images/a.png"))).toEqual(PNG);
});

test("check says of those that are refused what the build says", async () => {
	for (const { id, text } of files.filter((file) => !file.accepted)) {
		writeFileSync(path.join(content, "papers", `${id}.mdx`), text);
	}
	const checked = await run("src/cli/main.ts", ["check"], content);
	const built = await build(content, dist);
	const problems = (output: string) =>
		output
			.split("\n")
			.filter((line) => line.includes("papers/hostile-") || /^\d+ problems$/.test(line));
	expect(checked.code).not.toBe(0);
	expect(built.code).not.toBe(0);
	expect(problems(checked.output).length).toBeGreaterThan(300);
	expect(problems(built.output)).toEqual(problems(checked.output));
	expect(existsSync(canary)).toBe(false);
}, 180_000);
