import { ASK_ORIGIN, KEEP, type Origin, TIDY } from "./origin.ts";

/** Base path of the site, with a slash at both ends. */
export const base = import.meta.env.BASE_URL.replace(/\/?$/, "/");

/** Whether this browser can keep pages here: not over plain http, nor in some private windows. */
export function canKeep(): boolean {
	return "serviceWorker" in navigator && "caches" in globalThis && isSecureContext;
}

/** Registers the service worker, and has it keep this page where it was opened without it. */
export async function register(): Promise<ServiceWorkerRegistration | undefined> {
	// While the site is being written there is no service worker.
	if (!canKeep() || !import.meta.env.PROD) return undefined;
	const isKept = Boolean(navigator.serviceWorker.controller);
	await navigator.serviceWorker.register(`${base}service-worker.js`, { scope: base });
	const registration = await navigator.serviceWorker.ready;
	if (!isKept) {
		const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
		const files = loaded.filter((url) => url.startsWith(`${location.origin}${base}_astro/`));
		const page = location.href.replace(/[?#].*/, "");
		registration.active?.postMessage({ type: KEEP, urls: [page, ...new Set(files)] });
	}
	return registration;
}

/** Asks the service worker to delete copies that nothing needs. */
export async function tidy(): Promise<void> {
	(await navigator.serviceWorker.getRegistration(base))?.active?.postMessage({ type: TIDY });
}

/** Where this page came from. */
export async function originOfPage(): Promise<Origin> {
	const worker = navigator.serviceWorker?.controller;
	if (!worker) return { from: "network" };
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = ({ data }: MessageEvent<Origin>) => resolve(data);
		worker.postMessage({ type: ASK_ORIGIN }, [port2]);
	});
}
