import {
	appendFileSync,
	cpSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Developed, develop, temporaryFolder } from "../site.ts";

const { folder, remove } = temporaryFolder();
// Sources are edited too.
const project = path.join(folder, "project");
const content = path.join(folder, "content");
const place = { cwd: project, env: { OFFPRINT_CACHE: path.join(folder, "cache") } };
const NEEDED = [
	"src",
	"public",
	"astro.config.mjs",
	"package.json",
	"package-lock.json",
	"tsconfig.json",
];
let server: Developed;

beforeAll(async () => {
	mkdirSync(project);
	for (const name of NEEDED) cpSync(name, path.join(project, name), { recursive: true });
	symlinkSync(path.resolve("node_modules"), path.join(project, "node_modules"));
	cpSync("tests/fixtures/birds", content, { recursive: true });
	server = await develop(content, place);
	await shown("", "Birds");
});

afterAll(async () => {
	server.stop();
	await server.ended;
	remove();
});

const paper = (id: string) => path.join(content, `papers/${id}.mdx`);

/** Waits until the page at an address below the base has a text, and gives the page. */
async function shown(address: string, text: string | RegExp, by = server): Promise<string> {
	let page = "";
	for (const end = Date.now() + 40_000; Date.now() < end; await pause(50)) {
		page = await fetch(`${by.url}/a/b/${address}`).then(
			(response) => response.text(),
			() => "",
		);
		if (page.match(text)) return page;
	}
	throw new Error(
		`${address} does not show ${text}:\n${page.slice(0, 2000)}\n${by.output().slice(-2000)}`,
	);
}

/** Waits until the server has printed a text since `from`. */
async function told(text: string, from: number): Promise<void> {
	for (const end = Date.now() + 20_000; Date.now() < end; await pause(50)) {
		if (server.output().slice(from).includes(text)) return;
	}
	throw new Error(`it was not told: ${text}\n${server.output()}`);
}

test("an edited paper is shown, on its page and in lists", async () => {
	await shown("papers/wren/", "</html>");
	appendFileSync(paper("wren"), "\nA sentence of the first edit.\n");
	await shown("papers/wren/", "A sentence of the first edit.");
	appendFileSync(paper("wren"), "\nA sentence of the second edit.\n");
	await shown("papers/wren/", "A sentence of the second edit.");
	const text = readFileSync(paper("wren"), "utf8");
	writeFileSync(paper("wren"), text.replace(/^title: .*$/m, "title: A title of today"));
	await shown("papers/", "A title of today");
	writeFileSync(paper("wren"), text);
});

test("papers that are added, renamed and removed come and go", async () => {
	const text = readFileSync(paper("wren"), "utf8");
	const other = text
		.replace(/^title: .*$/m, "title: On the migration of storks")
		.replace(/^links:\n(?: .*\n)+/m, "");
	writeFileSync(paper("stork"), other);
	await shown("papers/stork/", "On the migration of storks");
	renameSync(paper("stork"), paper("white-stork"));
	await shown("papers/white-stork/", "On the migration of storks");
	rmSync(paper("white-stork"));
	await shown("papers/white-stork/", "not found");
});

test("what is wrong is told, all of it, and the page comes back when it is mended", async () => {
	const text = readFileSync(paper("wren"), "utf8");
	const from = server.output().length;
	writeFileSync(
		paper("wren"),
		text.replace(/^title: /m, "tilte: ").replace(/^date: .*$/m, "date: today"),
	);
	await told("tilte", from);
	await told("date", from);
	expect((await fetch(`${server.url}/a/b/papers/wren/`)).status).toBe(500);
	writeFileSync(paper("wren"), `${text}\nMended.\n`);
	await shown("papers/wren/", "Mended.");
});

test("topics and the collection's settings count at once", async () => {
	const topics = path.join(content, "topics.yaml");
	appendFileSync(
		topics,
		"\n- id: owls\n  name: Owls\n  description: Of owls at night.\n  terms: [owls]\n",
	);
	await shown("topics/owls/", "Of owls at night.");
	const collection = path.join(content, "collection.yaml");
	const text = readFileSync(collection, "utf8");
	writeFileSync(collection, text.replace(/^tagline: .*$/m, "tagline: A line of today"));
	await shown("", "A line of today");
});

test("edits of templates and of modules count at once, also of those that Node has loaded", async () => {
	const edit = (name: string, from: string, to: string) => {
		const file = path.join(project, "src", name);
		const text = readFileSync(file, "utf8");
		expect(text).toContain(from);
		writeFileSync(file, text.replace(from, to));
	};
	edit("pages/index.astro", "Latest papers", "Newest papers");
	await shown("", "Newest papers");
	edit("paper/text.ts", "} papers`", "} items`");
	await shown("", /All \d+ items/);
	edit("paper/text.ts", "} items`", "} pieces`");
	await shown("", /All \d+ pieces/);
	appendFileSync(paper("wren"), "\nA sentence after all this.\n");
	await shown("papers/wren/", "A sentence after all this.");
});

test("what happened to files while no server ran is seen by the next one, which does not read the others", async () => {
	const later = path.join(folder, "later");
	cpSync("tests/fixtures/birds", later, { recursive: true });
	const wren = path.join(later, "papers/wren.mdx");
	const text = readFileSync(wren, "utf8");
	// Of files that were written only just now nothing is noted.
	await pause(3500);
	const served = async (holds: (by: Developed) => Promise<unknown>) => {
		const by = await develop(later, place);
		await holds(by);
		by.stop();
		await by.ended;
	};
	await served((by) => shown("papers/wren/", "</html>", by));
	const { atime, mtime } = statSync(wren);
	const title = /^title: (.*)$/m.exec(text)?.[1] ?? "";
	const other = title.replace(/[a-z]/g, "q");
	writeFileSync(wren, text.replace(title, other));
	utimesSync(wren, atime, mtime);
	await served((by) => shown("papers/wren/", other, by));

	writeFileSync(wren, text.replace(/^title: /m, "tilte: ").replace(/^date: .*$/m, "date: today"));
	const refused = await develop(later, place);
	await refused.ended;
	expect(refused.output()).toContain("tilte");
	expect(refused.output()).toContain("date");

	writeFileSync(wren, text);
	cpSync(wren, path.join(later, "papers/second.mdx"));
	const twice = await develop(later, place);
	await twice.ended;
	expect(twice.output()).toContain("second entry for one paper");
	rmSync(path.join(later, "papers/second.mdx"));
	// On a CI server no ids are noted.
	rmSync(path.join(later, "ids.txt"), { force: true });
	await served((by) => shown("papers/wren/", title, by));
}, 180_000);

test("an import that finds something wrong ends it, and says what", async () => {
	const broken = path.join(folder, "broken");
	cpSync("tests/fixtures/birds", broken, { recursive: true });
	writeFileSync(path.join(broken, "topics.yaml"), "- id: 7\n");
	const refused = await develop(broken, place);
	expect(await refused.ended).toBe(1);
	expect(refused.output()).toContain("topics.yaml:1");
});
