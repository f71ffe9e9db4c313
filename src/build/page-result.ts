import path from "node:path";
import type { SSRManifest, SSRResult } from "astro";
import type * as AstroRuntime from "./astro-runtime.ts";

/** A style of a page, as Astro's build finds them. */
export interface PageStyle {
	depth: number;
	order: number;
	sheet: { type: "inline"; content: string } | { type: "external"; src: string };
}

/** A page, or another file, at its address. */
export interface Place {
	params: Record<string, string | undefined>;
	props: Record<string, unknown>;
	/** Path within the site, as the route gives it. */
	pathname: string;
	url: URL;
	site: URL | undefined;
}

/** The address of a script or a style of the site. */
export function assetAddress(file: string, base: string): string {
	return path.posix.join("/", base, file);
}

/** Thrown where a page asks for more of Astro than {@link Place}: Astro itself then renders it. */
export class AsksAstro extends Error {}

/** Has only what stands in it, and throws {@link AsksAstro} when it is asked for more. */
const nothingElse = new Proxy(Object.create(null), {
	get(_, key) {
		// `await` asks any value for `then`.
		if (typeof key === "symbol" || key === "then") return undefined;
		throw new AsksAstro(key);
	},
});

/** What a file that is no page is asked with: Astro's `APIContext`, as far as this site uses it. */
export class Context {
	readonly params: Place["params"];
	readonly props: Place["props"];
	readonly url: URL;
	readonly site: URL | undefined;

	constructor({ params, props, url, site }: Place) {
		this.params = params;
		this.props = props;
		this.url = url;
		this.site = site;
	}
}
Object.setPrototypeOf(Context.prototype, nothingElse);

type Slots = Record<string, unknown> | null;

/** `Astro.slots`. */
class PageSlots {
	readonly #page: PageResult;
	readonly #slots: Slots;

	constructor(page: PageResult, slots: Slots) {
		this.#page = page;
		this.#slots = slots;
	}

	has(name: string): boolean {
		return Boolean(this.#slots?.[name]);
	}

	async render(name: string, args?: unknown): Promise<string | undefined> {
		if (args !== undefined) throw new AsksAstro("slots.render with arguments");
		if (!this.has(name)) return undefined;
		return this.#page.slotText(this.#slots?.[name]);
	}
}
Object.setPrototypeOf(PageSlots.prototype, nothingElse);

/** `Astro` in a component. */
class PageGlobal {
	readonly props: Place["props"];
	readonly #page: PageResult;
	readonly #slots: Slots;

	constructor(page: PageResult, props: Place["props"], slots: Slots) {
		this.props = props;
		this.#page = page;
		this.#slots = slots;
	}

	get params() {
		return this.#page.place.params;
	}

	get url() {
		return this.#page.place.url;
	}

	get site() {
		return this.#page.place.site;
	}

	get slots() {
		return new PageSlots(this.#page, this.#slots);
	}
}
Object.setPrototypeOf(PageGlobal.prototype, nothingElse);

type Manifest = Pick<
	SSRManifest,
	| "base"
	| "clientDirectives"
	| "compressHTML"
	| "componentMetadata"
	| "entryModules"
	| "inlinedScripts"
	| "renderers"
	| "userAssetsBase"
>;

/** What all pages of a route have in common. */
export interface PageSetting {
	manifest: Manifest;
	runtime: typeof AstroRuntime;
	styles: SSRResult["styles"];
	component: AstroComponent;
}

/** A component of Astro's compiler. */
export interface AstroComponent {
	isAstroComponentFactory?: boolean;
	moduleId?: string;
}

/**
 * What components are rendered with: Astro's `SSRResult`, as far as static pages without islands and
 * without a policy for their content ask for it.
 */
export class PageResult {
	readonly base: string;
	readonly userAssetsBase: string | undefined;
	readonly clientDirectives: Manifest["clientDirectives"];
	readonly compressHTML: Manifest["compressHTML"];
	readonly componentMetadata: Manifest["componentMetadata"];
	readonly inlinedScripts: Manifest["inlinedScripts"];
	readonly renderers: Manifest["renderers"];
	readonly styles: SSRResult["styles"];
	readonly scripts: SSRResult["scripts"] = new Set();
	readonly links: SSRResult["links"] = new Set();
	readonly pathname: string;
	readonly partial = false;
	readonly cancelled = false;
	readonly cspDestination = "meta";
	readonly shouldInjectCspMetaTags = false;
	readonly speculationRulesContent = undefined;
	readonly _metadata: SSRResult["_metadata"];
	readonly place: Place;
	readonly #entryModules: Manifest["entryModules"];
	readonly #runtime: typeof AstroRuntime;

	constructor({ manifest, runtime, styles, component }: PageSetting, place: Place) {
		this.base = manifest.base;
		this.userAssetsBase = manifest.userAssetsBase;
		this.clientDirectives = manifest.clientDirectives;
		this.compressHTML = manifest.compressHTML;
		this.componentMetadata = manifest.componentMetadata;
		this.inlinedScripts = manifest.inlinedScripts;
		this.renderers = manifest.renderers;
		// Rendering adds to them.
		this.styles = new Set(styles);
		this.pathname = place.pathname;
		this.place = place;
		this.#entryModules = manifest.entryModules;
		this.#runtime = runtime;
		const known = manifest.componentMetadata.get(component.moduleId ?? "");
		this._metadata = {
			hasHydrationScript: false,
			rendererSpecificHydrationScripts: new Set(),
			renderedScripts: new Set(),
			hasDirectives: new Set(),
			hasRenderedHead: false,
			hasRenderedServerIslandRuntime: false,
			headInTree: known?.containsHead ?? false,
			extraHead: [],
			extraStyleHashes: [],
			extraScriptHashes: [],
			propagators: new Set(),
			routeHasPropagation: (known?.propagation ?? "none") !== "none",
			pendingSlotEvaluations: [],
			templateDepth: 0,
		};
	}

	createAstro(props: Place["props"], slots: Slots): PageGlobal {
		return new PageGlobal(this, props, slots);
	}

	/** The address of a script of a component. */
	async resolve(specifier: string): Promise<string> {
		const file = this.#entryModules[specifier];
		if (!file) throw new AsksAstro(specifier);
		return assetAddress(file, this.base);
	}

	async slotText(slot: unknown): Promise<string> {
		const { chunkToString, renderSlotToString } = this.#runtime;
		const result = this as unknown as SSRResult;
		return chunkToString(result, await renderSlotToString(result, slot as never));
	}
}
Object.setPrototypeOf(PageResult.prototype, nothingElse);
