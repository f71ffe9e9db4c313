import { mkdirSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { giveBack } from "../cache/lent.ts";
import { siteOf } from "../collection/site.ts";
import { progressOn } from "../terminal/progress.ts";
import { fileOf } from "./kept-pages.ts";
import type { PagePath } from "./page-paths.ts";
import { type PageTime, SlowPages } from "./slow-pages.ts";

/** What renders a page, or another file. */
export interface Renderer {
	/** What is written at its place, asked for at a whole address; nothing where there is undefined. */
	render(one: PagePath, address: string): Promise<string | Uint8Array | undefined>;
}

/** Pages that were rendered. */
export interface Rendered {
	/** So many pages (HTML). */
	rendered: number;
	slow: readonly PageTime[];
}

/** Pages that are rendered at one time, and other files: some wait for what is made beside them. */
const AT_ONCE = 4;

/**
 * Milliseconds after which messages of threads are looked at. What most pages wait for is there, so
 * that they alone would be rendered to the last one first, and threads would get nothing to do.
 */
const UNTIL_MESSAGES = 20;

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
	rest: readonly PagePath[],
	folder: string,
	app: Renderer,
	{ tell, isAwaited }: Telling,
): Rendering {
	const addressOf = addressesIn(siteOf());
	const progress = progressOn(process.stderr);
	const slow = new SlowPages();
	let [done, rendered] = [0, 0];
	let written: string[] = [];
	let looked = performance.now();
	const tellWritten = () => {
		tell(written);
		written = [];
	};
	const renderNext = async (next: Iterator<PagePath> & Iterable<PagePath>) => {
		for (const one of next) {
			const begun = performance.now();
			if (begun - looked > UNTIL_MESSAGES) {
				looked = begun;
				await setImmediate();
			}
			await renderTo(folder, one, app, addressOf(one));
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

function isPage({ route }: PagePath): boolean {
	return route.type === "page";
}

async function renderTo(
	folder: string,
	one: PagePath,
	app: Renderer,
	address: string,
): Promise<void> {
	const whole = await app.render(one, address).catch((cause) => {
		throw new Error(`${one.pathname}: could not be rendered`, { cause });
	});
	if (whole === undefined) return;
	const file = path.join(folder, fileOf(one));
	mkdirSync(path.dirname(file), { recursive: true });
	if (whole.length > LARGE) await writeFile(file, whole);
	else writeFileSync(file, whole);
	if (typeof whole !== "string") giveBack(whole);
}

/** Says at which addresses pages, and other files, of a site are asked for. */
export function addressesIn({ site, base }: { site: string; base: string }) {
	const home = new URL(base, site).href;
	return ({ pathname, route }: PagePath): string => {
		const place = pathname.replace(/^\/|\/$/g, "");
		const folder = route.type === "page" && place !== "" ? `${place}/` : place;
		return `${home}${encodeURI(folder)}`;
	};
}
