import path from "node:path";
import { build, type Plugin } from "vite";
import { PAGE_SCRIPT, STORE_SCRIPT } from "./layout.ts";

const SOURCES: Readonly<Record<string, string>> = {
	[PAGE_SCRIPT]: "src/client/archive/reading.ts",
	[STORE_SCRIPT]: "src/client/archive/store.ts",
};

/** The copy in the browser: what is read from a folder needs none, and no browser keeps one there. */
const OFFLINE_COPY = /\/src\/client\/offline\/start\.ts$/;

/** The scripts of the archive, path to text: classic scripts, for browsers load no modules from a folder. */
export async function archiveScripts(): Promise<Map<string, string>> {
	const scripts = new Map<string, string>();
	for (const [name, source] of Object.entries(SOURCES)) scripts.set(name, await bundle(source));
	return scripts;
}

async function bundle(source: string): Promise<string> {
	const result = await build({
		configFile: false,
		envFile: false,
		publicDir: false,
		logLevel: "error",
		plugins: [withoutOfflineCopy()],
		build: {
			write: false,
			target: "es2022",
			modulePreload: false,
			rolldownOptions: {
				input: path.resolve(source),
				output: { format: "iife", codeSplitting: false },
			},
		},
	});
	const [bundled] = Array.isArray(result) ? result : [result];
	const script = bundled && "output" in bundled ? bundled.output[0].code : undefined;
	if (!script) throw new Error(`${source} cannot be bundled`);
	return script;
}

function withoutOfflineCopy(): Plugin {
	return {
		name: "without-offline-copy",
		load: (id) => (OFFLINE_COPY.test(id) ? "export {};" : null),
	};
}
