import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { OWN_NAMES } from "./own-names.ts";

/** The first part of each address of the site below a folder of `src/pages`, where it is always the same. */
function namesBelow(folder: string): string[] {
	const names = readdirSync(`src/pages/${folder}`, { withFileTypes: true })
		.filter(({ name }) => !/^[[_]/.test(name))
		.map((item) => (item.isDirectory() ? item.name : item.name.replace(/\.(?:astro|ts)$/, "")))
		// `papers.json` is a file, and no page is called so.
		.filter((name) => !name.includes("."));
	return [...new Set(names)].sort();
}

test("each route of the site has its name kept for it", () => {
	const written = ["atom", "_astro"];
	expect([...OWN_NAMES.pages].sort()).toEqual([...namesBelow("."), ...written].sort());
	expect([...OWN_NAMES.papers, "index"].sort()).toEqual(namesBelow("papers"));
});

test("topics, authors, organisations and letters share their folder with nothing", () => {
	for (const folder of ["topics", "authors", "organizations", "titles"]) {
		expect(namesBelow(folder)).toEqual(["index"]);
	}
});
