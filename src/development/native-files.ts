import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { parseSync } from "vite";
import { type Imports, keptImports } from "./kept-imports.ts";

/** What of `import.meta` Node has itself. */
const OF_NODE = /^\.(?:url|dirname|filename|resolve)\b/;

/** Packages whose files may need Vite: of all others it leaves the loading to Node by itself. */
const THROUGH_VITE = /^(?:astro|@astrojs\/[^/]+)(?:\/|$)/;

/** Files that need nothing of Vite. */
interface NativeFiles {
	has(file: string): boolean;
	/** Whether it was looked at, by itself or because another one imports it. */
	isKnown(file: string): boolean;
}

/**
 * Tells which files need nothing of Vite, nor does what they import, and so on: Node loads them
 * as they are. Whatever is not certain needs it. What files import is kept in `folder`.
 */
export function nativeFiles(folder: string): NativeFiles {
	const known = new Map<string, Imports>();
	const importsIn = keptImports(folder, nativeImports);
	const importsOf = (file: string) => {
		if (!known.has(file)) {
			const loads = /\.(?:m?js|ts)$/.test(file) && existsSync(file);
			known.set(file, loads ? importsIn(file) : undefined);
		}
		return known.get(file);
	};
	const isNative = (file: string) => {
		const reached = new Set([file]);
		for (const next of reached) {
			const imports = importsOf(next);
			if (!imports) return false;
			for (const imported of imports) reached.add(imported);
		}
		return true;
	};
	const decided = new Map<string, boolean>();
	return {
		has(file) {
			const known = decided.get(file) ?? isNative(file);
			decided.set(file, known);
			return known;
		},
		isKnown: (file) => known.has(file),
	};
}

/** The files that a file imports, but for those of packages that Node loads anyway; `undefined` where it needs Vite itself. */
function nativeImports(file: string, text: string): Imports {
	const { module, errors } = parseSync(file, text);
	if (errors.length > 0) return undefined;
	if (module.importMetas.some(({ end }) => !OF_NODE.test(text.slice(end, end + 12)))) {
		return undefined;
	}
	const asked = [
		...module.staticImports
			.filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
			.map(({ moduleRequest }) => moduleRequest.value),
		...module.staticExports
			.flatMap(({ entries }) => entries)
			.flatMap(({ moduleRequest, isType }) =>
				moduleRequest && !isType ? [moduleRequest.value] : [],
			),
		...module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
			const [, name] = /^["'`]([^$"'`]+)["'`]$/.exec(text.slice(start, end)) ?? [];
			// What is put together is found while the program runs, by Node as by Vite.
			return name === undefined ? [] : [name];
		}),
	];
	const found = asked.map((name) => fileOf(name, file));
	if (found.includes(undefined)) return undefined;
	return found.filter((imported) => typeof imported === "string");
}

/** The file that a name stands for; `null` where Node loads it anyway, `undefined` where only Vite knows. */
function fileOf(name: string, importer: string): string | null | undefined {
	if (name.startsWith(".")) return path.resolve(path.dirname(importer), name);
	if (THROUGH_VITE.test(name)) {
		try {
			return createRequire(importer).resolve(name);
		} catch {
			return undefined;
		}
	}
	return /^(?:node:)?[@a-z][\w./-]*$/.test(name) ? null : undefined;
}
