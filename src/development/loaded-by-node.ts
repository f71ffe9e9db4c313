import { registerHooks } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { normalizePath, type Plugin } from "vite";
import { OWN_CACHES } from "../cache/place.ts";
import { nativeFiles } from "./native-files.ts";

/** The scheme of addresses that Vite leaves to Node: it would load those of files itself. */
const SCHEME = /^nodefile:/;

registerHooks({
	resolve: (name, context, next) => next(name.replace(SCHEME, "file:"), context),
});

/** Whether a module of ours has been edited since the program began: a server that starts anew remembers it. */
let edited = false;

/**
 * Has Node load what needs nothing of Vite, Astro's own modules and ours, as it does in commands:
 * Vite takes 5 ms for each of 600, and what the settings use is there already. Once a module of
 * `src/` has been edited, Vite loads all of `src/`: Node loads a file once.
 */
export function loadedByNode(): Plugin {
	const native = nativeFiles(path.resolve(OWN_CACHES, "modules"));
	const sources = `${normalizePath(path.resolve("src"))}/`;
	const pages = `${sources}pages/`;
	const entry = normalizePath(path.resolve("index.html"));
	const leftToNode = (file: string) =>
		path.isAbsolute(file) &&
		!(file.startsWith(sources) && (edited || file.startsWith(pages))) &&
		native.has(path.normalize(file));
	return {
		name: "loaded-by-node",
		enforce: "pre",
		applyToEnvironment: ({ name }) => name !== "client",
		async resolveId(name, importer, options) {
			// Vite says that what nobody imports is imported by a page of the root.
			if (!importer || importer === entry) return;
			const id = /^\.\.?\/[^?]*$/.test(name)
				? path.resolve(path.dirname(importer), name)
				: (await this.resolve(name, importer, { ...options, skipSelf: true }))?.id;
			return id && leftToNode(id) ? { id: addressForNode(id), external: true } : undefined;
		},
		async load(id) {
			if (!leftToNode(id)) return;
			const address = JSON.stringify(addressForNode(id));
			const { default: whole } = await import(pathToFileURL(id).href);
			const all = `export * from ${address};`;
			return whole === undefined ? all : `${all} export { default } from ${address};`;
		},
		hotUpdate({ file, server }) {
			if (edited || !file.startsWith(sources) || !native.isKnown(path.normalize(file))) return;
			edited = true;
			for (const { name, moduleGraph, hot } of Object.values(server.environments)) {
				if (name !== "client") moduleGraph.invalidateAll();
				hot.send({ type: "full-reload" });
			}
		},
	};
}

/** The address by which Vite has Node load a file. */
function addressForNode(file: string): string {
	return pathToFileURL(file).href.replace("file:", "nodefile:");
}
