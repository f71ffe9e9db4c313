import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { PathWithRoute } from "astro";
import { newestOnDisk } from "../cache/on-disk.ts";
import { namesIn } from "../cache/sealed.ts";
import { siteOf } from "../collection/site.ts";
import type * as AstroRuntime from "./astro-runtime.ts";
import { BUILD_LOCK } from "./one-build.ts";
import { type PagePath, pagePaths } from "./page-paths.ts";
import { type App, bodyOf, pageRenderer } from "./page-renderer.ts";
import type { Program } from "./program.ts";
import type { Renderer } from "./render-all.ts";
import { holdFiles } from "./write-files.ts";

/** The program, ready to be asked for paths and pages. */
export interface LoadedProgram {
	paths(): Promise<PagePath[]>;
	renderer: Renderer;
	/** Astro's own way to a page, for what `renderer` leaves to it. */
	renderAsAstroDoes: Renderer["render"];
}

interface BuildApp extends App {
	render(request: Request, options: { routeData: PathWithRoute["route"] }): Promise<Response>;
	setInternals(internals: { pagesByKeys: ReadonlyMap<string, { styles: unknown[] }> }): void;
	setOptions(options: object): void;
}

/** The folder of the program's modules, beside what else Astro keeps of a collection, and the lock of its builds. */
const MODULES = "program";

/** Collections of which the modules stay: a checkout has few, but its tests make some each time. */
const LEFT = 6;

/** Removes modules that were written for other collections, below a folder, but the newest and those of builds that run. */
export function leaveFewModules(around: string): void {
	const others = namesIn(around)
		.filter((name) => !existsSync(path.join(around, name, BUILD_LOCK)))
		.map((name) => path.join(around, name, MODULES));
	for (const modules of newestOnDisk(others.filter((place) => existsSync(place))).slice(LEFT)) {
		rmSync(modules, { recursive: true, force: true });
	}
}

/** Loads the modules of the program. */
export async function loadProgram(program: Program): Promise<LoadedProgram> {
	const { server, entry, runtime, styles } = program;
	// In the checkout Node finds the packages.
	const { astroDir } = siteOf();
	const modules = path.resolve(astroDir, MODULES);
	if (!existsSync(modules)) leaveFewModules(path.resolve(astroDir, ".."));
	holdFiles(modules, server);
	const [{ app }, ofPages]: [{ app: BuildApp }, typeof AstroRuntime] = await Promise.all([
		import(pathToFileURL(path.join(modules, entry)).href),
		import(pathToFileURL(path.join(modules, runtime)).href),
	]);
	let ready: Promise<void> | undefined;
	async function prepare(): Promise<void> {
		const { default: log } = await import("astro/logger/node");
		app.setInternals({ pagesByKeys: new Map([...styles].map(([at, styles]) => [at, { styles }])) });
		// No integration of this site adds scripts to pages.
		const destination = log({ level: "warn" });
		app.setOptions({ settings: { scripts: [] }, logger: { options: { destination } } });
	}
	const renderAsAstroDoes: Renderer["render"] = async ({ route }, address) => {
		await (ready ??= prepare());
		return bodyOf(await app.render(new Request(address), { routeData: route }));
	};
	const stylesOf = ({ route, component }: PathWithRoute["route"]) =>
		styles.get(`${route}&${component}`) ?? [];
	return {
		paths: () => pagePaths(app),
		renderer: pageRenderer(app, ofPages, stylesOf, renderAsAstroDoes),
		renderAsAstroDoes,
	};
}
