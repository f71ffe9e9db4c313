import path from "node:path";
import type { TestProject } from "vitest/node";
import { HARD, writeHardCollection } from "./hard-texts.ts";
import { buildSite, temporaryFolder } from "./site.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** Content folder to the folder of its site, built once for all test files. */
		builtSites: Record<string, string>;
	}
}

/** Projects of vitest.config.ts whose tests have built sites. */
const SITES = ["build", "e2e", "whole"];

/**
 * Builds the sites that several test files have, once for all projects of a run, at the same
 * time; none where only unit tests run.
 */
export default async function setup(root: TestProject): Promise<(() => void) | undefined> {
	if (!root.vitest.projects.some(({ name }) => SITES.includes(name))) return;
	const { folder, remove } = temporaryFolder();
	const at = (name: string) => path.join(folder, name);
	writeHardCollection(at("hard-content"));
	const contents = { content: "content", birds: "tests/fixtures/birds", hard: at("hard-content") };
	await Promise.all(
		Object.entries(contents).map(([name, content]) => buildSite(content, at(name))),
	);
	root.provide("builtSites", {
		[contents.content]: at("content"),
		[contents.birds]: at("birds"),
		[HARD]: at("hard"),
	});
	return remove;
}
