import { setImmediate } from "node:timers/promises";
import type { PathWithRoute } from "astro";
import type { App, RouteModule } from "./page-renderer.ts";

type Route = PathWithRoute["route"];

/** A page, or another file, of the site. */
export interface PagePath {
	/** Path within the site, with a slash before it. */
	pathname: string;
	route: Route;
	/** Where it is that of the last build, the page is as it was then. */
	cacheKey?: string | undefined;
	params: Record<string, string | undefined>;
	props: Record<string, unknown>;
}

/**
 * The paths of all routes, in their order, out of `getStaticPaths` of their modules. No route waits for
 * another, since some wait for what is found beside them; between two of them answers of threads are
 * looked at, which get something new to do.
 */
export async function pagePaths(app: App): Promise<PagePath[]> {
	let turn = Promise.resolve();
	const pathsOfRoute = async ({ routeData: route }: App["manifest"]["routes"][number]) => {
		const module = await app.getComponentByRoute(route);
		await (turn = turn.then(() => setImmediate()));
		return pathsOf(route, module);
	};
	return (await Promise.all(app.manifest.routes.map(pathsOfRoute))).flat();
}

async function pathsOf(route: Route, module: RouteModule): Promise<PagePath[]> {
	// A page at one address says by itself what its key is.
	const cacheKey = await module.cacheKey?.();
	if (route.pathname) return [{ pathname: route.pathname, route, cacheKey, params: {}, props: {} }];
	if (!module.getStaticPaths) {
		throw new Error(
			`${route.component}: expected getStaticPaths, since its address has parameters`,
		);
	}
	const found = await module.getStaticPaths();
	return found.map(({ params, props = {}, cacheKey }) => {
		const texts = Object.fromEntries(
			Object.entries(params).map(([name, value]) => [name, value?.toString()]),
		);
		return { pathname: pathnameOf(route, texts), route, cacheKey, params: texts, props };
	});
}

/** The path of a route with these parameters, as Astro's development server finds it. */
function pathnameOf({ segments, component }: Route, params: PagePath["params"]): string {
	const text = ({ content, dynamic, spread }: Route["segments"][number][number]) => {
		if (!dynamic) return content.replaceAll("%5B", "[").replaceAll("%5D", "]");
		const name = spread ? content.slice("...".length) : content;
		const value = params[name];
		if (!value && !spread) {
			throw new Error(
				`${component}: getStaticPaths gives ${JSON.stringify(params)}, expected “${name}” in it`,
			);
		}
		return value ?? "";
	};
	const path = segments
		.map((parts) =>
			parts
				.map(text)
				.join("")
				.replace(/^\/+|\/+$/g, ""),
		)
		.filter((segment) => segment !== "")
		.join("/");
	return `/${path.normalize().replaceAll("#", "%23").replaceAll("?", "%3F")}`;
}
