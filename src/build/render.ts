import { cpSync, existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { contextOf, digestOf } from "../cache/kept.ts";
import { filesOnDisk, type OnDisk } from "../cache/on-disk.ts";
import { PAGES } from "../cache/place.ts";
import { siteOf } from "../collection/site.ts";
import { contentFolder } from "../entry/folder.ts";
import { fileOf, keptPages } from "./kept-pages.ts";
import { loadProgram } from "./load-program.ts";
import type { OutputsBefore } from "./outputs.ts";
import type { PagePath } from "./page-paths.ts";
import type { Program } from "./program.ts";
import { type Rendered, type Rendering, renderAll, type Telling } from "./render-all.ts";
import type { Output } from "./whole-output.ts";
import { writeFiles } from "./write-files.ts";

/** Pages of which those that are as in the last build are there. */
export interface BegunPages {
	/** Pages and other files that were taken, by their paths in the site. */
	taken: readonly OnDisk[];
	/** Files that were written beside them. */
	written: readonly string[];
	/** Files in the folder `apart` that are those of the last site. */
	leftApart: readonly OnDisk[];
	/** Renders the others. */
	render(telling: Telling): RenderingPages;
}

/** What pages are begun with. */
interface BeginningPages {
	output: Output;
	/** What builds before have left there. */
	before: OutputsBefore;
	/** A folder of the site (with a slash at its end) that is filled by others. */
	apart: string;
	cacheDir: string;
}

/** Pages that are being rendered: see {@link Rendering}. */
interface RenderingPages extends Rendering {
	all: Promise<RenderedPages>;
}

/** What became of the pages of a build. */
export interface RenderedPages extends Rendered {
	/** So many are as they were in the last build. */
	taken: number;
}

const PUBLIC = "public";

/**
 * Puts into `output.now` what stands in `public/`, scripts and styles, and every page and file of
 * a route that is as in the last build.
 */
export async function beginPages(
	program: Program,
	{ output, before, apart, cacheDir }: BeginningPages,
): Promise<BegunPages> {
	const { renderer, paths } = await loadProgram(program);
	if (existsSync(PUBLIC)) cpSync(PUBLIC, output.now, { recursive: true });
	writeFiles(output.now, program.client);
	const written = filesOnDisk(output.now).map(({ name }) => name);
	const kept = keptPages({
		...output,
		before,
		apart,
		notes: path.resolve(cacheDir, PAGES),
		context: contextOfPages(output.last, program),
	});
	const rest = await kept.take(onePerFile(await paths()));
	return {
		taken: kept.files(),
		written,
		leftApart: kept.leftApart(),
		render(telling) {
			const { awaited, all } = renderAll(rest, output.now, renderer, telling);
			const noted = all.then((rendered) => {
				kept.note();
				return { ...rendered, taken: kept.taken() };
			});
			return { awaited, all: noted };
		},
	};
}

/** What decides how every page looks, beside what it shows. */
function contextOfPages(folder: string, { server }: Program): string {
	const { collection, topics, pages } = contentFolder();
	const { site, base } = siteOf();
	const settings = Object.entries(process.env).filter(([name]) => name.startsWith("OFFPRINT_"));
	// Pages of prose may import what lies elsewhere: it is in the program.
	const modules = [...server].map(([name, bytes]) => [name, digestOf(bytes)]);
	return contextOf(
		["src", "astro.config.mjs", collection, topics, pages],
		[site, base, folder, settings, modules],
	);
}

/** Of routes that give one file, the first, and a warning; of a file that stands in `public/`, that. */
function onePerFile(paths: readonly PagePath[]): PagePath[] {
	const seen = new Map<string, PagePath>();
	const asTheyAre = new Set<string>(
		existsSync(PUBLIC) ? readdirSync(PUBLIC, { recursive: true, encoding: "utf8" }) : [],
	);
	for (const one of paths) {
		const file = fileOf(one);
		const first = seen.get(file);
		if (first) {
			console.warn(
				`${one.route.component}: unexpected second ${file}, expected one: ${first.route.component} gives it too, and is taken`,
			);
		} else if (asTheyAre.has(file)) {
			console.warn(
				`${one.route.component}: unexpected ${PUBLIC}/${file}, expected no file of this name: it is taken`,
			);
		} else seen.set(file, one);
	}
	return [...seen.values()];
}
