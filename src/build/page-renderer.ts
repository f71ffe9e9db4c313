import { existsSync } from "node:fs";
import type { APIContext, GetStaticPathsItem, PathWithRoute, SSRManifest, SSRResult } from "astro";
import type * as AstroRuntime from "./astro-runtime.ts";
import type { PagePath } from "./page-paths.ts";
import {
	AsksAstro,
	type AstroComponent,
	assetAddress,
	Context,
	PageResult,
	type PageSetting,
	type PageStyle,
	type Place,
} from "./page-result.ts";
import type { Renderer } from "./render-all.ts";

type Route = PathWithRoute["route"];

/** What the program of Astro's is asked for. */
export interface App {
	manifest: SSRManifest;
	getComponentByRoute(route: Route): Promise<RouteModule>;
}

/** A file of `src/pages/`. */
export interface RouteModule {
	default?: AstroComponent;
	GET?: (context: APIContext) => Response | Promise<Response>;
	getStaticPaths?: () => Promise<(GetStaticPathsItem & { cacheKey?: string })[]>;
	cacheKey?: () => Promise<string>;
}

/** Astro's names for a file that is asked before every page. */
const MIDDLEWARE = ["ts", "js", "mts", "mjs"].flatMap((end) => [
	`src/middleware.${end}`,
	`src/middleware/index.${end}`,
]);

/**
 * Renders pages and other files of the program by asking their modules. On Astro's way from a request
 * to a response a page takes twice as long, and objects with properties of their own for each request
 * (V8 gives each a hidden class, in old memory) keep it from being cleared with other young objects.
 * What asks for more than static pages do is rendered on Astro's way.
 */
export function pageRenderer(
	app: App,
	runtime: typeof AstroRuntime,
	stylesOf: (route: Route) => readonly PageStyle[],
	renderAsAstroDoes: Renderer["render"],
): Renderer {
	const { manifest } = app;
	const site = manifest.site === undefined ? undefined : new URL(manifest.site);
	const asAstroDoes = manifest.csp !== undefined || MIDDLEWARE.some((file) => existsSync(file));
	const settings = new Map<Route, PageSetting>();

	/** What all pages of a route have in common, with the component of its module. */
	function settingOf(route: Route, component: AstroComponent): PageSetting {
		const known = settings.get(route);
		if (known) return known;
		const styles = stylesheets(stylesOf(route), manifest);
		const setting = { manifest, runtime, styles, component };
		settings.set(route, setting);
		return setting;
	}

	function placeOf({ pathname, params, props }: PagePath, address: string): Place {
		return { pathname, params, props, url: new URL(address), site };
	}

	async function page(route: Route, component: AstroComponent, place: Place) {
		const result = new PageResult(settingOf(route, component), place);
		return runtime.renderToString(
			result as unknown as SSRResult,
			component as never,
			place.props,
			{},
			true,
			route,
		);
	}

	/** Throws an AsksAstro where the module needs more than this file has. */
	async function direct(one: PagePath, address: string): Promise<string | Response> {
		const { route } = one;
		const { default: component, GET } = await app.getComponentByRoute(route);
		if (route.type === "endpoint" && GET) {
			return GET(new Context(placeOf(one, address)) as unknown as APIContext);
		}
		if (route.type === "page" && component?.isAstroComponentFactory) {
			return page(route, component, placeOf(one, address));
		}
		throw new AsksAstro(route.component);
	}

	const told = new Set<string>();
	function tellSlow({ component }: Route, asked: string): void {
		if (told.has(component)) return;
		told.add(component);
		console.warn(
			`${component}: asks Astro for “${asked}”, expected nothing but props, params, slots, url and site: its pages take twice as long`,
		);
	}

	return {
		async render(one, address) {
			if (asAstroDoes) return renderAsAstroDoes(one, address);
			try {
				const answer = await direct(one, address);
				return typeof answer === "string" ? answer : await bodyOf(answer);
			} catch (cause) {
				if (!(cause instanceof AsksAstro)) throw cause;
				tellSlow(one.route, cause.message);
				return renderAsAstroDoes(one, address);
			}
		},
	};
}

/** What is written of an answer; undefined where it has no body. */
export async function bodyOf({ body }: Response): Promise<Uint8Array | undefined> {
	if (!body) return undefined;
	const parts: Uint8Array[] = [];
	for await (const part of body) parts.push(part);
	return parts.length === 1 ? parts[0] : Buffer.concat(parts);
}

/**
 * Styles of a page as elements of its head, in Astro's order: by the order in which components were
 * found, those without one last, and of the same order the deepest first.
 */
function stylesheets(
	styles: readonly PageStyle[],
	{ base, assetsPrefix }: SSRManifest,
): SSRResult["styles"] {
	const last = (order: number) => (order < 0 ? Number.POSITIVE_INFINITY : order);
	const sorted = styles.toSorted((a, b) =>
		a.order === b.order ? b.depth - a.depth : last(a.order) - last(b.order),
	);
	return new Set(
		sorted.map(({ sheet }) => {
			if (sheet.type === "inline" || assetsPrefix) throw new AsksAstro("styles");
			const href = assetAddress(sheet.src, base);
			return { props: { rel: "stylesheet", href }, children: "" };
		}),
	);
}
