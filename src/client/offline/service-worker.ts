import {
	answerFile,
	answerNavigation,
	isAboutCopy,
	isFile,
	pathOf,
	type Sources,
} from "./answers.ts";
import { Copies } from "./copies.ts";
import { ASK_ORIGIN, KEEP, TIDY } from "./origin.ts";
import { PageOrigins } from "./page-origins.ts";
import { Seen } from "./seen.ts";
import { Store } from "./store.ts";
import type { WorkerMessage, WorkerScope } from "./worker-scope.ts";

/*
 * The service worker: pages that were opened, and a copy of the collection, open without a
 * connection. One page is never put together from two states of the site (`answers.ts`).
 */

const scope = self as unknown as WorkerScope;
const base = new URL(scope.registration.scope).pathname;
const store = new Store(base);
const sources: Sources = {
	base,
	copies: new Copies(store),
	seen: new Seen(store),
	origins: new PageOrigins(store),
};

scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));

scope.addEventListener("activate", (event) => {
	event.waitUntil(Promise.all([begin(), tidy()]));
});

scope.addEventListener("fetch", (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== "GET" || request.headers.has("range")) return;
	if (url.origin !== location.origin || !url.pathname.startsWith(base)) return;
	if (request.mode === "navigate") event.respondWith(answerNavigation(event, sources));
	else if (!isAboutCopy(pathOf(url, base))) event.respondWith(answerFile(event, sources));
});

scope.addEventListener("message", (event) => {
	const { type, urls } = event.data as { type?: string; urls?: string[] };
	if (type === ASK_ORIGIN) event.waitUntil(tellOrigin(event));
	if (type === KEEP) event.waitUntil(keep(urls ?? []));
	if (type === TIDY) event.waitUntil(tidy());
});

async function begin(): Promise<void> {
	// The browser asks the network for a page while the worker is still starting.
	await scope.registration.navigationPreload?.enable();
	await scope.clients.claim();
}

async function tellOrigin({ source, ports }: WorkerMessage): Promise<void> {
	ports[0]?.postMessage(await sources.origins.of(source?.id ?? ""));
}

/** Keeps what a page asked for before there was a worker to see it. */
async function keep(urls: readonly string[]): Promise<void> {
	for (const url of urls) {
		const path = pathOf(new URL(url), base);
		const answer = await fetch(url).catch(() => undefined);
		if (!answer || !isFile(answer, path)) continue;
		const kept = path.endsWith(".html")
			? sources.seen.keepPage(path, answer)
			: sources.seen.keepFile(path, answer);
		await kept.catch(() => {});
	}
}

async function tidy(): Promise<void> {
	const open = await scope.clients.matchAll({ includeUncontrolled: true, type: "all" });
	const inUse = await sources.origins.setsInUse(new Set(open.map(({ id }) => id)));
	await store.alone(() => sources.copies.tidy(inUse), false);
}
