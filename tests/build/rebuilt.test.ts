import { cpSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { glob } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { random } from "../random.ts";
import { EDITS, EDITS_OF_CONTENT, editAtRandom } from "../random-edits.ts";
import { buildIn, temporaryFolder } from "../site.ts";
import { WHOLE } from "../whole.ts";

/**
 * Each step takes two builds: 30 steps of one edit, or six edits in two steps, of entries and topics
 * and then of templates too.
 */
const [STEPS, EDITS_IN_STEP] = WHOLE ? [30, 1] : [2, 3];
const SEED = Number(process.env.OFFPRINT_SEED || 1);

const { folder, remove } = temporaryFolder();
const project = path.join(folder, "project");

/** A checkout of its own, since templates are edited too. */
beforeAll(() => {
	const files = ["src", "public", "content", "astro.config.mjs", "tsconfig.json"];
	for (const name of [...files, "package.json", "package-lock.json"]) {
		cpSync(name, path.join(project, name), { recursive: true });
	}
	symlinkSync(path.resolve("node_modules"), path.join(project, "node_modules"));
});
afterAll(remove);

test(
	`after ${STEPS * EDITS_IN_STEP} edits at random, a site built with what earlier builds kept is that of a first build, byte for byte`,
	async () => {
		const next = random(SEED);
		await site("kept", "kept-dist");
		const done: string[] = [];
		for (let step = 0; step < STEPS; step++) {
			const edits = step === 0 ? EDITS_OF_CONTENT : EDITS;
			for (let edit = 0; edit < EDITS_IN_STEP; edit++) {
				done.push(editAtRandom(project, next, edits));
			}
			const again = await site("kept", "kept-dist");
			const first = await site(`cold-${step}`, "first");
			expect(differences(again, first), done.join("\n")).toEqual([]);
		}
		// What is right could still be rendered each time.
		const before = pagesWritten();
		await site("kept", "kept-dist");
		expect(before.size).toBeGreaterThan(0);
		expect(pagesWritten()).toEqual(before);
	},
	(STEPS + 2) * 90_000,
);

test("two builds at once in one checkout give two whole sites", async () => {
	const [one, other] = await Promise.all([site("kept", "one"), site("kept", "other")]);
	expect(differences(one, other)).toEqual([]);
}, 120_000);

/** When the pages of papers were written, by their paths. */
function pagesWritten(): Map<string, bigint> {
	const papers = path.join(folder, "kept-dist/papers");
	const pages = readdirSync(path.join(project, "content/papers")).map((name) =>
		path.join(path.basename(name, ".mdx"), "index.html"),
	);
	return new Map(
		pages.map((page) => [page, statSync(path.join(papers, page), { bigint: true }).mtimeNs]),
	);
}

/** Builds the project, with a cache of this name and the clock, time zone and language of another machine. */
async function site(cache: string, dist: string): Promise<Map<string, Buffer>> {
	const outDir = path.join(folder, dist);
	const elsewhere =
		cache === "kept"
			? { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" }
			: { TZ: "America/Los_Angeles", LANG: "C", LC_ALL: "C" };
	const { code, output } = await buildIn(project, outDir, {
		OFFPRINT_CACHE: path.join(folder, cache),
		...elsewhere,
	});
	if (code !== 0) throw new Error(`the build ended with ${code}:\n${output}`);
	const files = new Map<string, Buffer>();
	for await (const file of glob("**", { cwd: outDir, withFileTypes: true })) {
		if (!file.isFile()) continue;
		const name = path.join(file.parentPath, file.name);
		files.set(path.relative(outDir, name), readFileSync(name));
	}
	return files;
}

/** Paths of the files that only one site has, or that differ. */
function differences(a: ReadonlyMap<string, Buffer>, b: ReadonlyMap<string, Buffer>): string[] {
	const names = new Set([...a.keys(), ...b.keys()]);
	return [...names].filter((name) => {
		const [one, other] = [a.get(name), b.get(name)];
		return !one || !other || !one.equals(other);
	});
}
