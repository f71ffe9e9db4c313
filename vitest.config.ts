import { existsSync } from "node:fs";
import path from "node:path";
import { configDefaults, defineConfig } from "vitest/config";

// Tests named first-collection.* hold the papers that this repository comes with. Whoever puts
// other papers into content/ has other facts: there these tests are left out, and it is said so.
const first = existsSync("content/sources/000_b91141bbd423acf1.txt");
if (!first)
	console.warn("content/ is not the first collection: tests first-collection.* are left out");
const exclude = [...configDefaults.exclude, ...(first ? [] : ["**/first-collection.*"])];

// Compiled code is the same for all that tests begin, wherever it runs and keeps what it keeps.
process.env.NODE_COMPILE_CACHE ??= path.resolve("node_modules/.cache/offprint/code");

/** Measures the memory of its process, which it has for itself, in `npm run test:whole`. */
const ALONE = "src/import/corpora.test.ts";

/** What tries more in `npm run test:whole` than in `npm test`: see tests/whole.ts. */
const WHOLE = [
	"src/check/fix.property.test.ts",
	"src/exports/cite/round-trip.test.ts",
	"src/import/edit-history.test.ts",
	"src/import/hostile-import.test.ts",
	"tests/build/rebuilt.test.ts",
];

// Test files of a process share its modules: most of them take less time than loading these does.
const shared = { isolate: false, maxWorkers: 2 };

export default defineConfig({
	test: {
		globalSetup: "tests/built-sites.ts",
		projects: [
			{
				test: {
					...shared,
					name: "unit",
					include: ["src/**/*.test.ts", "tests/bench/**/*.test.ts"],
					exclude: [...exclude, ALONE],
					// Commands are tried as processes, which take a while on a busy machine.
					testTimeout: 20_000,
				},
			},
			{
				test: {
					...shared,
					name: "build",
					include: ["tests/build/**/*.test.ts"],
					exclude,
					testTimeout: 60_000,
					hookTimeout: 120_000,
				},
			},
			{
				test: {
					...shared,
					name: "e2e",
					include: ["tests/e2e/**/*.test.ts"],
					exclude,
					testTimeout: 60_000,
					hookTimeout: 120_000,
					// Two browsers on two cores are slow at times.
					expect: { poll: { timeout: 10_000 } },
				},
			},
			{
				test: {
					...shared,
					name: "whole",
					provide: { whole: true },
					include: WHOLE,
					exclude,
					testTimeout: 600_000,
				},
			},
			{
				test: {
					...shared,
					name: "whole-alone",
					provide: { whole: true },
					include: [ALONE],
					isolate: true,
					testTimeout: 600_000,
				},
			},
		],
	},
});
