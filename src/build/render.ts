import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { PathWithRoute } from "astro";
import nodeLog from "astro/logger/node";
import { StaticPaths } from "astro/runtime/prerender/static-paths.js";
import { contextOf, digestOf } from "../cache/kept.ts";
import { filesOnDisk, type OnDisk } from "../cache/on-disk.ts";
import { siteOf } from "../collection/site.ts";
import { contentFolder } from "../entry/folder.ts";
import { fileOf, keptPages } from "./kept-pages.ts";
import type { OutputsBefore } from "./outputs.ts";
import type { Program } from "./program.ts";
import {
	type Rendered,
	type Renderer,
	type Rendering,
	renderAll,
	type Telling,
} from "./render-all.ts";
import type { Output } from "./whole-output.ts";

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

/** What the program of Astro's is asked for. */
interface App extends Renderer {
	setInternals(internals: { pagesByKeys: ReadonlyMap<string, { styles: unknown[] }> }): void;
	setOptions(options: object): void;
	manifest: { routes: AppRoute[] };
	routeCache: unknown;
	getComponentByRoute(route: Route): Promise<{ cacheKey?: () => Promise<string> }>;
}

type Route = PathWithRoute["route"];

interface AppRoute {
	routeData: Route;
}

/**
 * Puts into `output.now` what stands in `public/`, scripts and styles, and every page and file of
 * a route that is as in the last build.
 */
export async function beginPages(
	program: Program,
	{ output, before, apart, cacheDir }: BeginningPages,
): Promise<BegunPages> {
	const app = await load(program);
	if (existsSync(PUBLIC)) cpSync(PUBLIC, output.now, { recursive: true });
	write(output.now, program.client);
	const written = filesOnDisk(output.now).map(({ name }) => name);
	const kept = keptPages({
		...output,
		before,
		apart,
		notes: path.resolve(cacheDir, "pages.bin"),
		context: contextOfPages(output.last, program),
	});
	const paths = await pathsOf(app);
	const rest = await kept.take(onePerFile(paths));
	return {
		taken: kept.files(),
		written,
		leftApart: kept.leftApart(),
		render(telling) {
			const { awaited, all } = renderAll(rest, output.now, app, telling);
			const noted = all.then((rendered) => {
				kept.note();
				return { ...rendered, taken: kept.taken() };
			});
			return { awaited, all: noted };
		},
	};
}

async function load({ server, entry, styles }: Program): Promise<App> {
	// In the checkout Node finds the packages.
	const modules = path.resolve(siteOf().astroDir, "program");
	rmSync(modules, { recursive: true, force: true });
	write(modules, server);
	process.once("exit", () => rmSync(modules, { recursive: true, force: true }));
	const { app }: { app: App } = await import(pathToFileURL(path.join(modules, entry)).href);
	app.setInternals({ pagesByKeys: new Map([...styles].map(([at, styles]) => [at, { styles }])) });
	// No integration of this site adds scripts to pages.
	const destination = nodeLog({ level: "warn" });
	app.setOptions({ settings: { scripts: [] }, logger: { options: { destination } } });
	return app;
}

/** The paths of all routes, in their order. Routes are asked at once: some wait for what is found beside them. */
async function pathsOf(app: App): Promise<PathWithRoute[]> {
	const { manifest, routeCache } = app;
	const getComponentByRoute = (route: Route) => app.getComponentByRoute(route);
	const pathsOfRoute = async (route: AppRoute) => {
		const one = { manifest: { ...manifest, routes: [route] }, routeCache, getComponentByRoute };
		const paths = await new StaticPaths(one as never).getAll();
		// A page at one address says by itself what its key is.
		const { cacheKey } = await getComponentByRoute(route.routeData);
		const key = await cacheKey?.();
		return key === undefined ? paths : paths.map((path) => ({ ...path, cacheKey: key }));
	};
	return (await Promise.all(manifest.routes.map(pathsOfRoute))).flat();
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
function onePerFile(paths: readonly PathWithRoute[]): PathWithRoute[] {
	const seen = new Map<string, PathWithRoute>();
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

function write(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
	for (const [name, bytes] of files) {
		const file = path.join(folder, name);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, bytes);
	}
}
