import path from "node:path";
import type { TestProject } from "vitest/node";
import { buildSite, temporaryFolder } from "./site.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** Content folder to the folder of its site, built once for all test files. */
		builtSites: Record<string, string>;
	}
}

/** Content that several test files have a site of. */
const CONTENT = ["content", "tests/fixtures/birds"];

/**
 * Builds these sites once, one after the other: two builds of one collection at the same time
 * would share what Astro and Vite keep beside the output.
 */
export default async function setup(project: TestProject): Promise<() => void> {
	const { folder, remove } = temporaryFolder();
	const builtSites: Record<string, string> = {};
	for (const content of CONTENT) {
		builtSites[content] = path.join(folder, path.basename(content));
		await buildSite(content, builtSites[content]);
	}
	project.provide("builtSites", builtSites);
	return remove;
}
