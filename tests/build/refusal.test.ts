import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build, buildSite, copyBirds, temporaryFolder } from "../site.ts";

const { folder, remove } = temporaryFolder();
const content = path.join(folder, "content");
const dist = path.join(folder, "dist");
const elsewhere = temporaryFolder();

/** Every file of the output with its content and the time it was written. */
function snapshot(): Record<string, string> {
	const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((item) =>
		item.isFile(),
	);
	return Object.fromEntries(
		files.map((item) => {
			const file = path.join(item.parentPath, item.name);
			return [
				path.relative(dist, file),
				`${statSync(file).mtimeMs} ${readFileSync(file, "latin1")}`,
			];
		}),
	);
}

beforeAll(async () => {
	copyBirds(content);
	await buildSite(content, dist);
});
afterAll(() => {
	remove();
	elsewhere.remove();
});

test("bad entries stop the build with every problem at once, and the last site stays as it was", async () => {
	const before = snapshot();
	const paper = (name: string, text: string) => {
		const file = path.join(content, "papers", name);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, text);
	};
	paper("no-title.mdx", "---\ndate: May\n---\n\nText.\n");
	paper("topic.mdx", "---\ntitle: T\ntopics: [migraton]\ntilte: T\n---\n");
	paper("code.mdx", "---\ntitle: T\n---\n\nimport fs from 'node:fs'\n\n{fs.rmSync('/')}\n");
	paper("again/wren.mdx", "---\ntitle: Another wren\n---\n");

	const { code, output } = await build(content, dist);

	expect(code).not.toBe(0);
	const problems = output
		.split("\n")
		.filter((line) => line.includes(folder) || /^\d+ problems/.test(line));
	expect(problems.join("\n").replaceAll(`${content}/`, "")).toMatchInlineSnapshot(`
		"papers/code.mdx:5:1 unexpected import or export, expected text, math, links, lists, tables or code
		papers/code.mdx:7:1 unexpected expression in braces, expected text, math, links, lists, tables or code
		papers/no-title.mdx:2:1 unexpected end, expected a key "title"
		papers/no-title.mdx:2:7 unexpected "May" as date, expected a date that exists, as YYYY-MM-DD, YYYY-MM or YYYY, for example 2026-05-11
		papers/topic.mdx:3:10 unexpected "migraton" as topics.0, expected a topic of topics.yaml: migration, song, empty
		papers/topic.mdx:4:1 unexpected key "tilte", expected one of title, date, authors, authorCount, organization, commentCount, upvotes, topics, links, venue, language, aliases, source, otherSources
		papers/wren.mdx:1:1 unexpected second entry with the id "wren", expected one: papers/again/wren.mdx has it too
		7 problems"
	`);
	expect(output).not.toContain("at readContent");
	expect(snapshot()).toEqual(before);
	expect(readdirSync(folder).sort()).toEqual(["content", "dist"]);
});

test("what a killed build has left is taken away by the next", async () => {
	const abandoned = path.join(folder, ".dist-99999999");
	mkdirSync(abandoned);
	for (const name of ["no-title.mdx", "topic.mdx", "code.mdx", "again/wren.mdx"]) {
		rmSync(path.join(content, "papers", name));
	}
	const { code, output } = await build(content, dist, {
		env: { OFFPRINT_CACHE: elsewhere.folder },
	});
	expect(code).toBe(0);
	// Without pages of prose too, nothing is warned of, nor when the program is made.
	expect(output.split("\n").filter((line) => /\bwarn|prose|does not exist/i.test(line))).toEqual(
		[],
	);
	expect(readdirSync(folder).sort()).toEqual(["content", "dist"]);
});

test("a file that the disk does not take stops the build, and the last site stays as it was", async () => {
	const before = snapshot();
	// A picture of 3 MB, where no file may have more than 2: the system itself refuses to write it.
	mkdirSync(path.join(content, "images"));
	const picture = Buffer.concat([Buffer.from("GIF89a\x10\x00\x10\x00"), Buffer.alloc(3e6)]);
	writeFileSync(path.join(content, "images/heron.gif"), picture);
	const paper = '---\ntitle: Herons\n---\n\n<Figure src="heron.gif" alt="A heron"/>\n';
	writeFileSync(path.join(content, "papers/heron.mdx"), paper);

	const refused = await build(content, dist, { largestFile: 2048 });

	expect(refused.code).not.toBe(0);
	expect(refused.output).toContain("EFBIG");
	expect(snapshot()).toEqual(before);
	expect(readdirSync(folder).sort()).toEqual(["content", "dist"]);

	const { code } = await build(content, dist);
	expect(code).toBe(0);
	expect(readFileSync(path.join(dist, "images/heron.gif"))).toEqual(picture);
});
