import { filtersOf, type SearchState } from "./state.ts";

/** A found paper, as the index keeps it. */
export interface Found {
	url: string;
	/** Plain text with the matches in `<mark>`, escaped as HTML. */
	excerpt: string;
	meta: { title?: string; date?: string; byline?: string; topics?: string };
}

/** A found paper whose data is fetched when it is shown. */
export interface Hit {
	id: string;
	data(): Promise<Found>;
}

/** The part of Pagefind's browser module that is used here (pagefind.app/docs/api). */
interface Pagefind {
	options(options: Record<string, unknown>): Promise<void>;
	init(): Promise<void>;
	search(
		query: string | null,
		options: { filters: Record<string, string | string[]>; sort?: Record<string, "asc" | "desc"> },
	): Promise<{ results: Hit[] }>;
}

let loading: Promise<Pagefind> | undefined;
let failures = 0;

/** Loads the search engine and the index's table of contents, once. Rejects when they cannot be had. */
export function loadEngine(): Promise<Pagefind> {
	loading ??= load().catch((cause) => {
		// The next search tries again.
		loading = undefined;
		failures += 1;
		throw cause;
	});
	return loading;
}

async function load(): Promise<Pagefind> {
	const base = import.meta.env.BASE_URL.replace(/\/?$/, "/");
	// A browser does not ask again for a module that failed to load: a new address makes it.
	const again = failures > 0 ? `?again=${failures}` : "";
	const pagefind: Pagefind = await import(/* @vite-ignore */ `${base}pagefind/pagefind.js${again}`);
	await pagefind.options({ baseUrl: base, excerptLength: 36 });
	await pagefind.init();
	return pagefind;
}

/** Every hit for a state, best or newest first. Filters alone find all papers that pass them. */
export async function findPapers(state: SearchState): Promise<Hit[]> {
	const engine = await loadEngine();
	const sort = state.sort === "newest" || !state.query ? { date: "desc" as const } : undefined;
	const { results } = await engine.search(state.query || null, {
		filters: filtersOf(state),
		...(sort ? { sort } : {}),
	});
	return results;
}
