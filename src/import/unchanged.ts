import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { contextOf, digestOf, readKept, writeKept } from "../cache/kept.ts";
import { ENTRIES, placeOf } from "../cache/place.ts";
import { untouched } from "../cache/untouched.ts";
import { type ContentFolder, entryFiles, readIfThere } from "../entry/folder.ts";
import { sourcesOf } from "./sources.ts";

/** What an import has told, in lines: on the standard output, on the standard error, and its account. */
export interface Told {
	out: readonly string[];
	err: readonly string[];
	end: string;
}

/** What the last import of all sources has told, where it changed nothing and nobody has since. */
export interface LastImport {
	told: Told | undefined;
	keep(told: Told): void;
}

/** The folders whose code decides what an import does and says. */
const CODE = ["src/cli", "src/entry", "src/import", "src/paper"];

/**
 * Looks whether an import is needed: by a check sum of all that it reads, which takes a tenth of
 * the time, and less where nobody has touched the entries. From the working folder: where the program is not there, an import always is.
 */
export function lastImport(folder: ContentFolder): LastImport {
	const file = path.resolve(placeOf(folder.root).folder, "import.bin");
	let context: string;
	try {
		context = contextOf(CODE, sumOf(folder));
	} catch {
		// What cannot be read is told by the import.
		return { told: undefined, keep() {} };
	}
	return {
		told: readKept<Told>(file, context).get("told")?.value,
		keep(told) {
			writeKept(file, context, new Map([["told", { digest: "", value: told }]]));
		},
	};
}

/** A check sum of a content folder, as an import reads it. */
function sumOf(folder: ContentFolder): string {
	const hash = createHash("sha256");
	const add = (name: string, content: string | Uint8Array) =>
		hash.update(`${name}\n${content.length}\n`).update(content);
	for (const file of [folder.topics, folder.listings, folder.ids]) {
		add(file, readIfThere(file) ?? "none");
	}
	const { sources, issues } = sourcesOf(folder);
	for (const { file, bytes } of sources) add(file, bytes);
	// Builds and the development server note what is in entries.
	const known = untouched(path.resolve(placeOf(folder.root).folder, ENTRIES));
	for (const file of entryFiles(folder.papers)) {
		add(file, known.digestOf(file) ?? digestOf(readIfThere(file) ?? ""));
	}
	const names = existsSync(folder.sources) ? readdirSync(folder.sources).sort() : [];
	add("", JSON.stringify([names, issues]));
	return hash.digest("hex");
}
