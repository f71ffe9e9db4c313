import { existsSync } from "node:fs";
import { configDefaults, defineConfig } from "vitest/config";

// Tests named first-collection.* hold the papers that this repository comes with. Whoever puts
// other papers into content/ has other facts: there these tests are left out, and it is said so.
const first = existsSync("content/sources/000_b91141bbd423acf1.txt");
if (!first)
	console.warn("content/ is not the first collection: tests first-collection.* are left out");
const exclude = [...configDefaults.exclude, ...(first ? [] : ["**/first-collection.*"])];

/** Measures the memory of its process, which it has for itself. */
const ALONE = "src/import/corpora.test.ts";

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
					name: "unit-alone",
					include: [ALONE],
					isolate: true,
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
		],
	},
});
