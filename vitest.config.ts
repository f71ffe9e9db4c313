import { existsSync } from "node:fs";
import { configDefaults, defineConfig } from "vitest/config";

// Tests named first-collection.* hold the papers that this repository comes with. Whoever puts
// other papers into content/ has other facts: there these tests are left out, and it is said so.
const first = existsSync("content/sources/000_b91141bbd423acf1.txt");
if (!first)
	console.warn("content/ is not the first collection: tests first-collection.* are left out");
const exclude = [...configDefaults.exclude, ...(first ? [] : ["**/first-collection.*"])];

export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: "unit",
					include: ["src/**/*.test.ts", "tests/bench/**/*.test.ts"],
					exclude,
					maxWorkers: 2,
					// Commands are tried as processes, which take a while on a busy machine.
					testTimeout: 20_000,
				},
			},
			{
				test: {
					name: "build",
					include: ["tests/build/**/*.test.ts"],
					globalSetup: "tests/built-sites.ts",
					exclude,
					testTimeout: 60_000,
					hookTimeout: 120_000,
					// Two builds at once share what Astro keeps beside the output.
					fileParallelism: false,
				},
			},
			{
				test: {
					name: "e2e",
					include: ["tests/e2e/**/*.test.ts"],
					exclude,
					testTimeout: 60_000,
					hookTimeout: 120_000,
					globalSetup: "tests/built-sites.ts",
					maxWorkers: 2,
					// Two browsers on two cores are slow at times.
					expect: { poll: { timeout: 10_000 } },
				},
			},
		],
	},
});
