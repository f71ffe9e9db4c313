import type { AstroPrerenderer } from "astro";
import { progressOn } from "../terminal/progress.ts";

/** A page and how long it took. */
export interface PageTime {
	path: string;
	milliseconds: number;
}

/** So many of the slowest are named, if they took this long. */
const NAMED = 3;
const SLOW_MILLISECONDS = 500;

const slowest: PageTime[] = [];

/** The slowest pages of this build, slowest first, at most three. */
export function slowPages(): readonly PageTime[] {
	return slowest;
}

/** A prerenderer that shows on a terminal how far it is, and knows which pages were slow. */
export function timedPages(astro: AstroPrerenderer): AstroPrerenderer {
	const progress = progressOn(process.stderr);
	let done = 0;
	let total = 0;
	return {
		...astro,
		async getStaticPaths() {
			const paths = await astro.getStaticPaths();
			total = paths.length;
			return paths;
		},
		async render(request, options) {
			const begun = performance.now();
			const response = await astro.render(request, options);
			progress("pages", ++done, total);
			// Other files wait for what is made beside the pages: that says nothing of them.
			const milliseconds = performance.now() - begun;
			if (options.routeData.type === "page") note({ path: pathOf(request), milliseconds });
			return response;
		},
		async teardown() {
			progress.end();
			await astro.teardown?.();
		},
	};
}

function pathOf(request: Request): string {
	const { pathname } = new URL(request.url);
	try {
		return decodeURIComponent(pathname);
	} catch {
		return pathname;
	}
}

/** Keeps the slowest, slowest first. */
function note(page: PageTime): void {
	if (page.milliseconds < SLOW_MILLISECONDS) return;
	slowest.push(page);
	slowest.sort((a, b) => b.milliseconds - a.milliseconds);
	slowest.splice(NAMED);
}
