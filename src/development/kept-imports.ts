import { readFileSync } from "node:fs";
import path from "node:path";
import { contextOf, digestOf, readKept, writeKept } from "../cache/kept.ts";
import { untouched } from "../cache/untouched.ts";

/** What a file imports; `undefined` where it needs Vite itself. */
export type Imports = readonly string[] | undefined;

/** Milliseconds without a new file after which what was found is written: pages ask for many at once. */
const QUIET = 2000;

/** What decides what is found in a file, beside the packages. */
const CODE = ["src/development/native-files.ts"];

/**
 * A function that gives what a file imports as `find` says of its text, and keeps that in a folder
 * of a cache: a first page has 600 modules parsed for it.
 */
export function keptImports(
	folder: string,
	find: (file: string, text: string) => Imports,
): (file: string) => Imports {
	const at = path.join(folder, "imports.bin");
	const context = contextOf(CODE, null);
	const kept = readKept<Imports>(at, context);
	const files = untouched(folder);
	let writing: NodeJS.Timeout | undefined;
	const write = () => {
		clearTimeout(writing);
		writing = setTimeout(() => {
			writeKept(at, context, kept);
			files.save();
		}, QUIET).unref();
	};
	return (file) => {
		const known = files.digestOf(file);
		const last = kept.get(file);
		if (last && last.digest === known) return last.value;
		const text = readFileSync(file, "utf8");
		const digest = digestOf(text);
		files.note(file, digest);
		const value = last?.digest === digest ? last.value : find(file, text);
		kept.set(file, { digest, value });
		write();
		return value;
	};
}
