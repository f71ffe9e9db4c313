import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { temporaryFolder } from "../../tests/site.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);
const script = path.join(folder, "script.ts");
const module = path.resolve("src/build/few-arenas.ts");
writeFileSync(
	script,
	`import { fewArenas } from ${JSON.stringify(module)};
	fewArenas(process.argv[2]);
	console.log(JSON.stringify([process.env.MALLOC_ARENA_MAX, process.execArgv, process.argv[3]]));`,
);

test.runIf(process.platform === "linux").each([
	["a large collection, once", 1_000_000, {}, "2"],
	["no other", 999_999, {}, null],
	["none where somebody has set it", 1_000_000, { MALLOC_ARENA_MAX: "8" }, "8"],
])("fewer arenas, on Linux: %s", (_, bytes, env, arenas) => {
	const list = path.join(folder, "ids.txt");
	writeFileSync(list, "i".repeat(bytes));
	const { MALLOC_ARENA_MAX: __, ...others } = process.env;
	const printed = execFileSync(process.execPath, ["--no-warnings", script, list, "last"], {
		env: { ...others, ...env },
		encoding: "utf8",
	});
	expect(JSON.parse(printed)).toEqual([arenas, ["--no-warnings"], "last"]);
});
