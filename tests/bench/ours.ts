import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { OWN_CACHES } from "../../src/cache/place.ts";
import { siteOf } from "../../src/collection/site.ts";
import type { Entry } from "../../src/entry/read.ts";
import { titleParts } from "../../src/paper/typography.ts";
import { setAside } from "./aside.ts";
import { type Command, measure } from "./measure.ts";
import { PLACES } from "./outputs.ts";
import { commit, versionOf } from "./packages.ts";
import type { Subject } from "./subject.ts";

/** Where Astro keeps the content of the last `npm run dev`, whichever collection that was. */
const DEV_STORE = ".astro/data-store.json";

/** What a script of package.json says to Node, after the import where that is a command of its own. */
function afterImport(script: "build" | "dev"): string[] {
	const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
	return scripts[script].split(" && ").at(-1).split(" ").slice(1);
}

/** This project on a content folder, built into a folder of its own with all that it has. */
export function ours(content: string, entries: readonly Entry[], out: string): Subject {
	return {
		name: "Offprint",
		versions: [commit(), `Astro ${versionOf("astro")}`, `Pagefind ${versionOf("pagefind")}`]
			.filter(Boolean)
			.join(", "),
		out,
		build: buildOf(content, out),
		places: PLACES,
		// Formulas are MathML there.
		titles: new Map(
			entries.map(({ paper: { id, title } }) => [
				id,
				titleParts(title)
					.filter(({ math }) => !math)
					.map(({ value }) => value)
					.join(""),
			]),
		),
		clear() {
			setAside(out);
			removeCaches(content);
		},
		file: (id) => path.join(content, "papers", `${id}.mdx`),
	};
}

/** The same, with the social cards that a build before has drawn, as on a server that keeps its caches. */
export function withCards(subject: Subject, content: string): Subject {
	return {
		...subject,
		name: "Offprint, cards kept",
		versions: "the same",
		clear() {
			setAside(subject.out);
			removeCaches(content, "cards");
		},
	};
}

/** Takes away what builds of a content folder keep beside the output, but for `kept`. */
export function removeCaches(content: string, kept?: string): void {
	const { cacheDir, astroDir } = placesOf(content);
	for (const name of namesIn(cacheDir)) {
		if (name !== kept) setAside(path.join(cacheDir, name));
	}
	setAside(astroDir);
	for (const shared of ["programs", "code"]) setAside(path.join(OWN_CACHES, shared));
	setAside(DEV_STORE);
}

/** `npm run build` on a content folder, without the import. */
export function buildOf(content: string, out: string): Command {
	return project(content, ...afterImport("build"), "--outDir", out);
}

/** `npm run dev` on a content folder. */
export function devOf(content: string, ...args: string[]): Command {
	return project(content, ...afterImport("dev"), ...args);
}

/** Imports the sources of a content folder, and says what that took. */
export function importSources(content: string) {
	return measure(project(content, "src/cli/main.ts", "import"));
}

/** A command of the project on another content folder, as arguments of Node. */
function project(content: string, ...args: string[]): Command {
	return {
		command: process.execPath,
		args: args.map((arg) => (arg.includes("/") && !arg.startsWith("-") ? path.resolve(arg) : arg)),
		env: { OFFPRINT_CONTENT: content },
	};
}

function placesOf(content: string) {
	const before = process.env.OFFPRINT_CONTENT;
	process.env.OFFPRINT_CONTENT = content;
	try {
		return siteOf();
	} finally {
		if (before === undefined) delete process.env.OFFPRINT_CONTENT;
		else process.env.OFFPRINT_CONTENT = before;
	}
}

function namesIn(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}
