import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import type { Plugin } from "vite";
import { contentFolder } from "../entry/folder.ts";
import type { PageStyle } from "./page-result.ts";
import { writeProgram } from "./program.ts";

/** What Astro knows of pages while it builds them: the styles are found out by Vite. */
type BuildPages = ReadonlyMap<string, { styles: PageStyle[] }>;

const RUNTIME = fileURLToPath(new URL("astro-runtime.ts", import.meta.url));

/** The name by which `astro.config.mjs` knows a build that makes the program alone. */
export const KEEP_PROGRAM = "keep-program";

/** Has a build of Astro's write its program into `file`, and render no page. */
export function keepProgram(options: {
	file: string;
	/** Astro's output (absolute path): what the program needs of the site is found there. */
	outDir: string;
	serviceWorker: Uint8Array;
}): AstroIntegration {
	const { file, outDir, serviceWorker } = options;
	let pages: BuildPages = new Map();
	let folder = "";
	let assets = "";
	let lasting = true;
	let emitted = "";
	let runtime = "";
	const plugin: Plugin = {
		name: KEEP_PROGRAM,
		configResolved({ environments }) {
			folder = environments.prerender?.build.outDir ?? "";
		},
		buildStart() {
			if (this.environment.name !== "prerender") return;
			emitted = this.emitFile({ type: "chunk", id: RUNTIME, preserveSignature: "strict" });
		},
		generateBundle() {
			if (this.environment.name === "prerender") runtime = this.getFileName(emitted);
			const known = [path.resolve("src"), path.resolve(contentFolder().pages)];
			lasting &&= [...this.getModuleIds()].every((id) => isKnown(id, known));
		},
	};
	return {
		name: KEEP_PROGRAM,
		hooks: {
			"astro:config:setup": ({ updateConfig }) => {
				updateConfig({ vite: { plugins: [plugin] } });
			},
			"astro:config:done": ({ config }) => {
				assets = config.build.assets;
			},
			"astro:build:setup": (build) => {
				pages = build.pages;
			},
			"astro:build:start": ({ setPrerenderer }) => {
				setPrerenderer((astro) => ({
					...astro,
					getStaticPaths: async () => [],
					async teardown() {
						const server = filesBelow(folder);
						const entry = [...server.keys()].find((name) => /^prerender-entry[^/]*$/.test(name));
						if (!entry) throw new Error(`${folder}: expected the module that Astro begins with`);
						const client = filesBelow(outDir, assets);
						const styles = new Map([...pages].map(([name, { styles }]) => [name, styles]));
						writeProgram(file, { server, entry, runtime, client, styles, serviceWorker, lasting });
					},
				}));
			},
		},
	};
}

/** Whether a module is in one of these folders, or a package, or made by a plugin: what decides the program is known. */
function isKnown(id: string, folders: readonly string[]): boolean {
	const file = id.replace(/[?#].*$/s, "");
	if (!path.isAbsolute(file) || id.startsWith("\0")) return true;
	if (file.split(/[\\/]/).some((name) => name === "node_modules" || name === ".astro")) return true;
	return folders.some((folder) => !path.relative(folder, file).startsWith(".."));
}

/** The files of a folder, or of one in it: path within the folder to bytes. */
function filesBelow(folder: string, below = ""): Map<string, Uint8Array> {
	const found = readdirSync(path.join(folder, below), { recursive: true, withFileTypes: true })
		.filter((item) => item.isFile())
		.map((item) => path.join(item.parentPath, item.name));
	return new Map(found.map((file) => [path.relative(folder, file), readFileSync(file)]));
}
