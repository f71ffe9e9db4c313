import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Entry } from "../../src/entry/read.ts";
import { plainTitle } from "../../src/entry/title.ts";
import { setAside } from "./aside.ts";
import { installed } from "./packages.ts";
import { hugoLists, paperText, topicNames } from "./peer-texts.ts";
import { type Peer, RECIPES } from "./recipes.ts";
import type { Subject } from "./subject.ts";

/**
 * Writes the site of a peer with the texts of these papers into a folder. Its search is Pagefind’s
 * program over its pages. Throws {@link NotHere} where the peer is not installed and cannot be.
 */
export function peer(id: Peer, folder: string, entries: readonly Entry[]): Subject {
	const recipe = RECIPES[id];
	const source = path.join(import.meta.dirname, "peers", id);
	cpSync(source, folder, { recursive: true });
	if (existsSync(path.join(source, "package.json"))) {
		symlinkSync(path.join(installed(source), "node_modules"), path.join(folder, "node_modules"));
	}
	const versions = recipe.versions(folder);
	const put = (name: string, text: string) => {
		const file = path.join(folder, name);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, text);
	};
	const style = readFileSync(path.join(source, "../style.css"), "utf8");
	put(path.join(recipe.assets, "style.css"), style);
	if (recipe.data) put(recipe.data, JSON.stringify(topicNames()));
	if (id === "hugo") for (const [name, text] of hugoLists()) put(name, text);
	for (const { paper } of entries) {
		put(path.join(recipe.papers, `${paper.id}.${recipe.ending}`), paperText(id, paper));
	}
	const out = path.join(folder, recipe.out);
	const pagefind = `${process.execPath} ${path.resolve("node_modules/.bin/pagefind")}`;
	return {
		name: recipe.name,
		versions,
		out,
		build: {
			command: "sh",
			args: ["-c", `${recipe.command} && ${pagefind} --silent --site ${recipe.out}`],
			cwd: folder,
		},
		places: recipe.places,
		titles: new Map(entries.map(({ paper }) => [paper.id, plainTitle(paper.title)])),
		clear() {
			for (const name of [recipe.out, ...recipe.caches]) {
				setAside(path.join(folder, name));
			}
		},
		file: (paper) => path.join(folder, recipe.papers, `${paper}.${recipe.ending}`),
	};
}
