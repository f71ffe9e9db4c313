import { isNamedByContent, typeOf } from "../../offline/files.ts";
import { MANIFEST } from "../../offline/manifest.ts";
import type { Copies } from "./copies.ts";
import { missingPage } from "./missing-page.ts";
import type { Origin } from "./origin.ts";
import type { PageOrigins } from "./page-origins.ts";
import type { Seen } from "./seen.ts";
import type { FetchEvent } from "./worker-scope.ts";

/** Milliseconds after which a page is answered from the copy, where there is one. */
const PATIENCE = 4000;

/** A page whose address has this parameter is answered from the copy at once. */
const FROM_COPY = "copy";

/** What answers are made of. */
export interface Sources {
	/** Base path of the site, with a slash at both ends. */
	base: string;
	copies: Copies;
	seen: Seen;
	origins: PageOrigins;
}

/** Path of the file that an address within the site stands for: `papers/robin/index.html`. */
export function pathOf(url: URL, base: string): string {
	let path = url.pathname.slice(base.length);
	try {
		path = decodeURIComponent(path);
	} catch {
		// No path of the site: it stays as it is, and nothing is found under it.
	}
	return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

/** Files that concern the copy itself: they come from the site, whatever the page came from. */
export function isAboutCopy(path: string): boolean {
	return path === MANIFEST || path === "service-worker.js" || /^offline\/.*\.pack$/.test(path);
}

/**
 * Answers a navigation: from the network; when that fails or, where there is a copy, takes
 * too long, from the copy; else as the page was seen; else with what can be done.
 */
export async function answerNavigation(event: FetchEvent, sources: Sources): Promise<Response> {
	const { base, copies, seen, origins } = sources;
	const url = new URL(event.request.url);
	const path = pathOf(url, base);
	const network = fromNetwork(event, path, sources);
	event.waitUntil(network);
	// What is fetched in advance becomes a page that has no name yet: it could not be told later
	// that it came from a copy.
	if (event.request.headers.get("sec-purpose")?.startsWith("prefetch")) {
		return (url.searchParams.has(FROM_COPY) ? undefined : await network) ?? Response.error();
	}
	const copy = await copies.current();
	const isFolder = copy && (await copies.has(copy.manifest.set, `${path}/index.html`));
	const inCopy = copy && (isFolder || (await copies.has(copy.manifest.set, path)));
	let answer: Response | undefined;
	if (!inCopy) answer = await network;
	else if (!url.searchParams.has(FROM_COPY)) answer = await atMost(PATIENCE, network);
	// An error of the server is no answer while there is a better one.
	if (answer && answer.status < 500) return as({ from: "network" }, answer);
	if (isFolder) return Response.redirect(`${url.origin}${url.pathname}/${url.search}`);
	const page = inCopy && (await copies.answer(copy.manifest.set, path));
	if (page) return as({ from: "copy", set: copy.manifest.set, taken: copy.taken }, page);
	// The copy may turn out to be damaged while the network is only slow.
	answer ??= await network;
	if (answer && answer.status < 500) return as({ from: "network" }, answer);
	const kept = await seen.page(path);
	if (kept) return as({ from: "seen", seen: kept.seen }, kept.page);
	if (answer) return as({ from: "network" }, answer);
	const state = copy && { taken: copy.taken, damaged: Boolean(inCopy) };
	return as({ from: "network" }, missingPage(base, state, await seen.last(10)));

	async function as(origin: Origin, page: Response): Promise<Response> {
		await origins.remember(event.resultingClientId, origin);
		return page;
	}
}

/** The answer of the site, kept if it is a page; `undefined` when there is none. */
async function fromNetwork(
	event: FetchEvent,
	path: string,
	{ seen }: Sources,
): Promise<Response | undefined> {
	try {
		const answer = (await event.preloadResponse) ?? (await fetch(event.request));
		if (isWhole(answer) && isHtml(answer)) {
			event.waitUntil(seen.keepPage(path, answer.clone()).catch(() => {}));
		}
		return answer;
	} catch {
		return undefined;
	}
}

/**
 * Answers what a page asks for from where the page came from. A page of the network is
 * given a kept file only where its name is its content.
 */
export async function answerFile(event: FetchEvent, sources: Sources): Promise<Response> {
	const { base, copies, seen, origins } = sources;
	const path = pathOf(new URL(event.request.url), base);
	const origin = await origins.of(event.clientId);
	// A worker that a page starts belongs to what the page belongs to.
	if (event.resultingClientId) await origins.remember(event.resultingClientId, origin);
	if (origin.from === "copy") return (await copies.answer(origin.set, path)) ?? Response.error();
	if (!isNamedByContent(path)) return fetch(event.request);
	const answer = await fetch(event.request).catch(() => undefined);
	if (answer && isFile(answer, path)) {
		// Whoever asks anew has found the file damaged.
		const anew = event.request.cache === "reload";
		event.waitUntil(seen.keepFile(path, answer.clone(), anew).catch(() => {}));
		return answer;
	}
	return (
		(await copies.answerFromAny(path)) ?? (await seen.file(path)) ?? answer ?? Response.error()
	);
}

/** Whether an answer is the file that was asked for, and not a page that stands in its place. */
export function isFile(answer: Response, path: string): boolean {
	return isWhole(answer) && isHtml(answer) === typeOf(path).startsWith("text/html");
}

/** Whether an answer can be kept: not an error, a part, a redirect or of another site. */
function isWhole({ status, type, redirected }: Response): boolean {
	return status === 200 && type === "basic" && !redirected;
}

function isHtml(answer: Response): boolean {
	return /^text\/html\b/i.test(answer.headers.get("content-type") ?? "");
}

/** What `work` comes to, or `undefined` if it takes longer than so many milliseconds. */
function atMost<Result>(
	milliseconds: number,
	work: Promise<Result | undefined>,
): Promise<Result | undefined> {
	return Promise.race([
		work,
		new Promise<undefined>((resolve) => setTimeout(resolve, milliseconds, undefined)),
	]);
}
