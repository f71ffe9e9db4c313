/**
 * What a service worker sees (https://w3c.github.io/ServiceWorker/). TypeScript's library
 * of workers cannot be had beside that of pages: these are the parts of it in use.
 */
export interface WorkerScope {
	readonly registration: ServiceWorkerRegistration;
	readonly clients: {
		matchAll(options: { includeUncontrolled: boolean; type: "all" }): Promise<{ id: string }[]>;
		claim(): Promise<void>;
	};
	skipWaiting(): Promise<void>;
	addEventListener(type: "install" | "activate", listener: (event: LifeEvent) => void): void;
	addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
	addEventListener(type: "message", listener: (event: WorkerMessage) => void): void;
}

/** An event that keeps the worker alive until its promises are settled. */
interface LifeEvent {
	waitUntil(work: Promise<unknown>): void;
}

/** A request of a page, or for a page. */
export interface FetchEvent extends LifeEvent {
	readonly request: Request;
	/** The page that asks; empty for a navigation. */
	readonly clientId: string;
	/** The page or worker that the answer will become; empty for anything else. */
	readonly resultingClientId: string;
	/** The answer that the browser asked for while the worker started, if it did. */
	readonly preloadResponse: Promise<Response | undefined>;
	respondWith(answer: Promise<Response>): void;
}

/** A message from a page. */
export interface WorkerMessage extends LifeEvent {
	readonly data: unknown;
	readonly source: { id: string } | null;
	readonly ports: readonly MessagePort[];
}
