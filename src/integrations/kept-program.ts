import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import type { AstroPrerenderer } from "astro";
import type { Plugin, ViteBuilder } from "vite";
import { readSealed, writeSealed } from "../cache/sealed.ts";

/** The program that renders the pages, as Astro and Vite have made it of `src/`. */
interface Program {
	/** What decides all of it: see `contextOf` in `cache/kept.ts`. */
	context: string;
	/** Name of the file to begin with. */
	entry: string;
	/** Modules that run in the build: path to bytes. */
	server: Map<string, Uint8Array>;
	/** Scripts and styles of the site, from its root. */
	client: Map<string, Uint8Array>;
	/** Styles of each page, by Astro's name for it. */
	styles: Map<string, unknown[]>;
}

/** What Astro knows of pages while it builds them: the styles are found out by Vite. */
type BuildPages = Map<string, { styles: unknown[] }>;

/** Where a build keeps its program for the next one. */
export interface ProgramPlaces {
	/** The file of the cache. */
	kept: string;
	context: string;
	/** Folder of scripts and styles within the site. */
	assets: string;
	/** Folder of files that are served as they are. */
	publicDir: string;
}

/** A plugin of Vite's, and what is to be done around it. */
export interface KeptProgram {
	plugin: Plugin;
	/** To be told what Astro knows of pages, before Vite builds. */
	setup(pages: BuildPages): void;
	/** A prerenderer that keeps the program when all pages are rendered. */
	keeping(astro: AstroPrerenderer): AstroPrerenderer;
}

/**
 * Takes the program from the last build where nothing that decides it has changed, so that Vite,
 * which takes seconds, does not make it again. `places` is asked when Astro's settings are known.
 */
export function keptProgram(places: () => ProgramPlaces): KeptProgram {
	let kept: Program | undefined;
	let pages: BuildPages = new Map();
	let folders = { server: "", client: "" };
	const plugin: Plugin = {
		name: "kept-program",
		configResolved({ environments }) {
			const { prerender, client } = environments;
			folders = { server: prerender?.build.outDir ?? "", client: client?.build.outDir ?? "" };
		},
		buildApp: {
			order: "pre",
			async handler(builder) {
				kept = read(places());
				if (kept) builder.build = takenFrom(kept);
			},
		},
	};

	function takenFrom({ entry, server, client, styles }: Program): ViteBuilder["build"] {
		return async (environment) => {
			// Vite builds what nobody has built.
			environment.isBuilt = true;
			if (environment.name === "client") {
				cpSync(places().publicDir, folders.client, { recursive: true });
				write(folders.client, client);
				return { output: [] } as never;
			}
			write(folders.server, server);
			for (const [name, found] of styles) Object.assign(pages.get(name) ?? {}, { styles: found });
			const begin = { type: "chunk", fileName: entry, code: "", moduleIds: [] };
			return { output: [begin] } as never;
		};
	}

	function keep(): void {
		const { kept: file, context, assets } = places();
		const server = filesBelow(folders.server);
		const entry = [...server.keys()].find((name) => /^prerender-entry[^/]*$/.test(name));
		// Pictures that Astro makes are known to Vite alone.
		if (!entry || imagesOfAstro() > 0) return;
		const client = filesBelow(folders.client, assets);
		const styles = new Map([...pages].map(([name, page]) => [name, page.styles]));
		const program: Program = { context, entry, server, client, styles };
		writeSealed(file, serialize(program));
	}

	return {
		plugin,
		setup(known) {
			pages = known;
		},
		keeping: (astro) => ({
			...astro,
			async teardown() {
				if (!kept) keep();
				await astro.teardown?.();
			},
		}),
	};
}

function read({ kept, context }: ProgramPlaces): Program | undefined {
	try {
		const program = deserialize(readSealed(kept) ?? new Uint8Array());
		return program.context === context ? program : undefined;
	} catch {
		// It is made anew.
		return undefined;
	}
}

/** Pictures that Astro is to make smaller for pages of prose. */
function imagesOfAstro(): number {
	const { astroAsset } = globalThis as { astroAsset?: { staticImages?: Map<string, unknown> } };
	return astroAsset?.staticImages?.size ?? 0;
}

function write(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
	for (const [name, bytes] of files) {
		const file = path.join(folder, name);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, bytes);
	}
}

/** The files of a folder, or of one in it: path within the folder to bytes. */
function filesBelow(folder: string, below = ""): Map<string, Uint8Array> {
	const found = readdirSync(path.join(folder, below), { recursive: true, withFileTypes: true })
		.filter((item) => item.isFile())
		.map((item) => path.join(item.parentPath, item.name));
	return new Map(found.map((file) => [path.relative(folder, file), readFileSync(file)]));
}
