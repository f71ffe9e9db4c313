import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { PathWithRoute } from "astro";
import nodeLog from "astro/logger/node";
import { StaticPaths } from "astro/runtime/prerender/static-paths.js";
import { contextOf, digestOf } from "../cache/kept.ts";
import { filesOnDisk, type OnDisk } from "../cache/on-disk.ts";
import { siteOf } from "../collection/site.ts";
import { contentFolder } from "../entry/content-folder.ts";
import { progressOn } from "../terminal/progress.ts";
import { fileOf, keptPages } from "./kept-pages.ts";
import type { OutputsBefore } from "./outputs.ts";
import type { Program } from "./program.ts";
import { type PageTime, SlowPages } from "./slow-pages.ts";
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
	render(): Promise<RenderedPages>;
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

/** What became of the pages of a build. */
export interface RenderedPages {
	/** So many pages (HTML) were rendered. */
	rendered: number;
	/** So many are as they were in the last build. */
	taken: number;
	/** Pages and other files that were rendered, by their paths in the site. */
	files: string[];
	slow: readonly PageTime[];
}

/** Pages that are rendered at one time, and other files: some wait for what is made beside them. */
const AT_ONCE = 4;

const PUBLIC = "public";

/** What the program of Astro's is asked for. */
interface App {
	setInternals(internals: { pagesByKeys: ReadonlyMap<string, { styles: unknown[] }> }): void;
	setOptions(options: object): void;
	manifest: { routes: AppRoute[] };
	routeCache: unknown;
	getComponentByRoute(route: Route): Promise<{ cacheKey?: () => Promise<string> }>;
	render(request: Request, options: { routeData: Route }): Promise<Response>;
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
		async render() {
			const rendered = await renderAll(rest, output.now, app);
			kept.note();
			return { ...rendered, taken: kept.taken() };
		},
	};
}

async function renderAll(
	rest: readonly PathWithRoute[],
	folder: string,
	app: App,
): Promise<Omit<RenderedPages, "taken">> {
	const { site, base } = siteOf();
	const home = new URL(base, site).href;
	const progress = progressOn(process.stderr);
	const slow = new SlowPages();
	let [done, rendered] = [0, 0];
	const renderNext = async (next: Iterator<PathWithRoute> & Iterable<PathWithRoute>) => {
		for (const one of next) {
			const begun = performance.now();
			await renderTo(folder, one, app, home);
			progress("pages", ++done, rest.length);
			if (!isPage(one)) continue;
			rendered += 1;
			slow.note({ path: one.pathname, milliseconds: performance.now() - begun });
		}
	};
	// Other files wait for what threads make of them, which must not keep pages waiting.
	const lanes = [rest.filter(isPage), rest.filter((one) => !isPage(one))];
	const begun = lanes.flatMap((lane) => {
		const next = lane.values();
		return Array.from({ length: AT_ONCE }, () => renderNext(next));
	});
	await Promise.all(begun);
	progress.end();
	return { rendered, files: rest.map(fileOf), slow: slow.slowest };
}

function isPage({ route }: PathWithRoute): boolean {
	return route.type === "page";
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

async function renderTo(folder: string, one: PathWithRoute, app: App, home: string): Promise<void> {
	const file = path.join(folder, fileOf(one));
	const response = await app
		.render(new Request(addressOf(one, home)), { routeData: one.route })
		.catch((cause) => {
			throw new Error(`${one.pathname}: could not be rendered`, { cause });
		});
	if (!response.body) return;
	const body: Uint8Array[] = [];
	for await (const chunk of response.body) body.push(chunk);
	mkdirSync(path.dirname(file), { recursive: true });
	const [whole = new Uint8Array()] = body.length > 1 ? [Buffer.concat(body)] : body;
	writeFileSync(file, whole);
}

/** The address at which a page, or another file, is asked for. */
function addressOf({ pathname, route }: PathWithRoute, home: string): string {
	const place = pathname.replace(/^\/|\/$/g, "");
	const folder = route.type === "page" && place !== "" ? `${place}/` : place;
	return `${home}${encodeURI(folder)}`;
}

function write(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
	for (const [name, bytes] of files) {
		const file = path.join(folder, name);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, bytes);
	}
}
