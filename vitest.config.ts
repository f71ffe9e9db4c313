import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		projects: [
			{ test: { name: "unit", include: ["src/**/*.test.ts"] } },
			{
				test: {
					name: "build",
					include: ["tests/build/**/*.test.ts"],
					testTimeout: 60_000,
					hookTimeout: 120_000,
				},
			},
			{
				test: {
					name: "e2e",
					include: ["tests/e2e/**/*.test.ts"],
					testTimeout: 60_000,
					hookTimeout: 120_000,
					// One browser at a time: two cores.
					fileParallelism: false,
				},
			},
		],
	},
});
