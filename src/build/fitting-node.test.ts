import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { temporaryFolder } from "../../tests/site.ts";
import { SHORT } from "./fitting-node.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);
const script = path.join(folder, "script.ts");
const module = path.resolve("src/build/fitting-node.ts");
const ids = path.join(folder, "ids.txt");
const notes = path.join(folder, "pages.bin");
writeFileSync(
	script,
	`import { fitNode } from ${JSON.stringify(module)};
	const [,, ids, notes, last] = process.argv;
	fitNode({ ids, notes });
	const givesWay = globalThis[Symbol.for("offprint.gives-way")] ?? false;
	console.log(JSON.stringify([process.env.MALLOC_ARENA_MAX ?? null, process.execArgv, givesWay, last]));`,
);

/** Arenas and settings of Node with which a program goes on, and whether its threads give way. */
function fitted(settings: readonly string[], bytes: number, env: Record<string, string> = {}) {
	writeFileSync(ids, "i".repeat(bytes));
	const { MALLOC_ARENA_MAX: _, ...others } = process.env;
	const args = ["--no-warnings", ...settings, script, ids, notes, "last"];
	const printed = execFileSync(process.execPath, args, {
		env: { ...others, ...env },
		encoding: "utf8",
	});
	const [arenas, used, givesWay, last] = JSON.parse(printed);
	expect(last).toBe("last");
	return { arenas, settings: used.slice(1), givesWay };
}

const [SMALL, LARGE] = [999_999, 1_000_000];
const onLinux = test.runIf(process.platform === "linux");

onLinux.each([
	["a large collection", LARGE, {}, "2"],
	["no other", SMALL, {}, null],
	["none where somebody has set it", LARGE, { MALLOC_ARENA_MAX: "8" }, "8"],
])("fewer arenas, on Linux: %s", (_, bytes, env, arenas) => {
	expect(fitted([], bytes, env)).toEqual({ arenas, settings: [], givesWay: false });
});

onLinux("the first build leaves out what is for a short one, and keeps its other settings", () => {
	rmSync(notes, { force: true });
	const others = ["--max-old-space-size=600", "--v8-pool-size=2"];
	const [one = "", two = ""] = others;
	const first = { settings: others, givesWay: false };
	expect(fitted([one, ...SHORT, two], SMALL)).toEqual({ arenas: null, ...first });
	expect(fitted([one, ...SHORT, two], LARGE)).toEqual({ arenas: "2", ...first });
	writeFileSync(notes, "pages");
	const short = { settings: [one, ...SHORT, two], givesWay: true };
	expect(fitted([one, ...SHORT, two], SMALL)).toEqual({ arenas: null, ...short });
	expect(fitted(SHORT, LARGE)).toEqual({ arenas: "2", settings: SHORT, givesWay: true });
});

test("`npm run build` begins with the settings for a short build", () => {
	const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
	expect(scripts.build.split(" ")).toEqual(expect.arrayContaining([...SHORT]));
});
