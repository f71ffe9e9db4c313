import {
	appendFileSync,
	copyFileSync,
	cpSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build, run, temporaryFolder } from "../site.ts";

const { folder, remove } = temporaryFolder();
const content = path.join(folder, "content");
const dist = path.join(folder, "dist");
const env = { OFFPRINT_CACHE: path.join(folder, "cache") };
const programs = path.join(env.OFFPRINT_CACHE, "programs");

beforeAll(() => cpSync("tests/fixtures/birds", content, { recursive: true }));
afterAll(remove);

/** Builds from nothing but what was kept, and says which programs are kept now, and when each was made. */
async function builtWith(): Promise<{ names: string[]; inodes: number[] }> {
	rmSync(dist, { recursive: true, force: true });
	const { code, output } = await build(content, dist, { env });
	if (code !== 0) throw new Error(output);
	const names = readdirSync(programs).sort();
	return { names, inodes: names.map((name) => statSync(path.join(programs, name)).ino) };
}

const page = (name: string) => readFileSync(path.join(dist, name, "index.html"), "utf8");

test("the program is made once for all that entries and settings say", async () => {
	const first = await builtWith();
	expect(first.names).toHaveLength(1);
	appendFileSync(path.join(content, "papers/wren.mdx"), "\nAnother sentence.\n");
	appendFileSync(
		path.join(content, "topics.yaml"),
		"\n- id: owls\n  name: Owls\n  description: Of owls.\n  terms: [owls]\n",
	);
	expect(await builtWith()).toEqual(first);
	expect(page("papers/wren")).toContain("Another sentence.");
	expect(page("topics/owls")).toContain("Of owls.");
});

test("pages and files are, to the byte, what Astro makes of a request for them", async () => {
	const { code, output } = await run("tests/both-ways.ts", [], content, { env });
	expect(output).toMatch(/^1\d\d files compared$/m);
	expect(output).not.toMatch(/not what Astro makes|asks Astro for/);
	expect(code).toBe(0);
});

test("`astro build` as such builds what `npm run build` does", async () => {
	const other = path.join(folder, "other");
	const astro = path.resolve("node_modules/.bin/astro");
	const { code } = await run(astro, ["build", "--outDir", other], content, { env });
	expect(code).toBe(0);
	expect(filesIn(other)).toEqual(filesIn(dist));
});

const about = path.join(content, "pages/about.mdx");

test("pages of prose show pictures as they are", async () => {
	const before = readdirSync(programs);
	const picture = path.resolve("tests/fixtures/screenshots/no-date-360-light.png");
	copyFileSync(picture, path.join(content, "pages/heron.png"));
	appendFileSync(about, "\n![A heron](./heron.png)\n");
	const { names: with_ } = await builtWith();
	expect(with_).toHaveLength(before.length + 1);
	const shown = /<img[^>]*src="\/a\/b\/([^"]+)"/.exec(page("about"))?.[1] ?? "";
	expect(shown).toMatch(/^_astro\/heron\.[\w-]+\.png$/);
	expect(readFileSync(path.join(dist, shown))).toEqual(readFileSync(picture));
});

test("what pages of prose import elsewhere has the program made each time", async () => {
	const before = readdirSync(programs).sort();
	const beside = path.join(content, "weather.mjs");
	writeFileSync(beside, "export const weather = 'rain';\n");
	appendFileSync(about, "\nimport { weather } from '../weather.mjs'\n\nToday: {weather}\n");
	expect((await builtWith()).names).toEqual(before);
	expect(page("about")).toContain("Today: rain");
	writeFileSync(beside, "export const weather = 'sun';\n");
	await builtWith();
	expect(page("about")).toContain("Today: sun");
});

function filesIn(root: string): string[] {
	return readdirSync(root, { recursive: true, withFileTypes: true })
		.filter((item) => item.isFile())
		.map((item) => path.relative(root, path.join(item.parentPath, item.name)))
		.sort();
}
