import { writeFileSync } from "node:fs";
import path from "node:path";
import chromium from "@sparticuz/chromium";
import type { TestProject } from "vitest/node";
import { HARD, writeHardCollection } from "./hard-texts.ts";
import { buildSite, temporaryFolder } from "./site.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** Content folder to the folder of its site, built once for all test files, beside the first of them. */
		builtSites: Record<string, string>;
	}
}

/** Projects of vitest.config.ts whose tests have built sites. */
const SITES = ["build", "e2e"];

/**
 * Begins to build the sites that several test files have, once for all projects of a run; none where
 * only unit tests run. Tests begin meanwhile: those that need one wait for it (`served.ts`).
 */
export default async function setup(root: TestProject): Promise<(() => Promise<void>) | undefined> {
	if (!root.vitest.projects.some(({ name }) => SITES.includes(name))) return;
	const { folder, remove } = temporaryFolder();
	// Each has a folder for itself: others are being built when a test looks around in its own.
	const at = (name: string) => path.join(folder, name, "dist");
	const hardContent = path.join(folder, "hard-content");
	writeHardCollection(hardContent);
	const contents = { content: "content", birds: "tests/fixtures/birds", hard: hardContent };
	const building = Promise.all(
		Object.entries(contents).map(([name, content]) =>
			// A site is put where it belongs when it is whole.
			buildSite(content, at(name)).catch((cause) => writeFileSync(whyNot(at(name)), String(cause))),
		),
	);
	root.provide("builtSites", {
		[contents.content]: at("content"),
		[contents.birds]: at("birds"),
		[HARD]: at("hard"),
	});
	// Unpacked by two files of tests at once it would be started while the other one still writes it.
	await chromium.executablePath();
	return async () => {
		await building;
		remove();
	};
}

/** The file that says why there is no site in a folder. */
export function whyNot(folder: string): string {
	return `${folder}.error`;
}
