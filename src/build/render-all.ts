import { mkdirSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { PathWithRoute } from "astro";
import { siteOf } from "../collection/site.ts";
import { progressOn } from "../terminal/progress.ts";
import { fileOf } from "./kept-pages.ts";
import { type PageTime, SlowPages } from "./slow-pages.ts";

/** What renders a page, or another file. */
export interface Renderer {
	render(request: Request, options: { routeData: PathWithRoute["route"] }): Promise<Response>;
}

/** Pages that were rendered. */
export interface Rendered {
	/** So many pages (HTML). */
	rendered: number;
	slow: readonly PageTime[];
}

/** Pages that are rendered at one time, and other files: some wait for what is made beside them. */
const AT_ONCE = 4;

/** Files that are told of at one time. */
const TOLD_AT_ONCE = 500;

/** Bytes of a file that is written beside the main thread: for small ones that takes longer. */
const LARGE = 1024 * 1024;

/** Pages and other files that are being rendered. */
export interface Rendering {
	/** Fulfilled when all pages, and the files that others wait for, are written and were told. */
	awaited: Promise<void>;
	all: Promise<Rendered>;
}

/** How files are told of. */
export interface Telling {
	/** Is told of files as they are written, some at a time, by their paths in the site. */
	tell(files: string[]): void;
	/** Whether somebody waits for a file, which need not be a page. */
	isAwaited(file: string): boolean;
}

/** Renders pages and other files into a folder. */
export function renderAll(
	rest: readonly PathWithRoute[],
	folder: string,
	app: Renderer,
	{ tell, isAwaited }: Telling,
): Rendering {
	const { site, base } = siteOf();
	const home = new URL(base, site).href;
	const progress = progressOn(process.stderr);
	const slow = new SlowPages();
	let [done, rendered] = [0, 0];
	let written: string[] = [];
	const tellWritten = () => {
		tell(written);
		written = [];
	};
	const renderNext = async (next: Iterator<PathWithRoute> & Iterable<PathWithRoute>) => {
		for (const one of next) {
			const begun = performance.now();
			await renderTo(folder, one, app, home);
			progress("pages", ++done, rest.length);
			if (written.push(fileOf(one)) === TOLD_AT_ONCE) tellWritten();
			if (!isPage(one)) continue;
			rendered += 1;
			slow.note({ path: one.pathname, milliseconds: performance.now() - begun });
		}
	};
	// Pages do not wait for other files, of which threads make some, nor those for the largest.
	const lanes = Map.groupBy(rest, (one) => {
		if (isPage(one)) return "pages";
		return isAwaited(fileOf(one)) ? "awaited" : "others";
	});
	const begin = (lane: "pages" | "awaited" | "others") => {
		const next = (lanes.get(lane) ?? []).values();
		return Promise.all(Array.from({ length: AT_ONCE }, () => renderNext(next)));
	};
	const awaited = Promise.all([begin("pages"), begin("awaited")]).then(tellWritten);
	const all = Promise.all([awaited, begin("others")]).then(() => {
		tellWritten();
		progress.end();
		return { rendered, slow: slow.slowest };
	});
	return { awaited, all };
}

function isPage({ route }: PathWithRoute): boolean {
	return route.type === "page";
}

async function renderTo(
	folder: string,
	one: PathWithRoute,
	app: Renderer,
	home: string,
): Promise<void> {
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
	if (whole.length > LARGE) await writeFile(file, whole);
	else writeFileSync(file, whole);
}

/** The address at which a page, or another file, is asked for. */
function addressOf({ pathname, route }: PathWithRoute, home: string): string {
	const place = pathname.replace(/^\/|\/$/g, "");
	const folder = route.type === "page" && place !== "" ? `${place}/` : place;
	return `${home}${encodeURI(folder)}`;
}
