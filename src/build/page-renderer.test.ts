import type { AstroGlobal, SSRResult } from "astro";
import {
	type ComponentSlots,
	createComponent,
	renderComponent,
	renderSlot,
	renderTemplate,
} from "astro/runtime/server/index.js";
import { beforeEach, expect, test, vi } from "vitest";
import * as runtime from "./astro-runtime.ts";
import type { PagePath } from "./page-paths.ts";
import { type App, pageRenderer, type RouteModule } from "./page-renderer.ts";
import type { PageStyle } from "./page-result.ts";

const manifest = {
	site: "https://birds.example",
	base: "/a",
	compressHTML: true,
	componentMetadata: new Map(),
	inlinedScripts: new Map(),
	clientDirectives: new Map(),
	entryModules: { "button.ts": "_astro/button.js" },
	renderers: [],
};

type Render = (
	astro: AstroGlobal,
	slots: ComponentSlots,
	result: SSRResult,
) => ReturnType<typeof renderTemplate>;

/** A component, as Astro's compiler writes it: `Astro` and the slots of one that uses it. */
const component = (render: Render) =>
	createComponent((result: SSRResult, props, slots) =>
		render(result.createAstro(props, slots), slots, result),
	);

const styles: PageStyle[] = [
	{ depth: 1, order: 1, sheet: { type: "external", src: "_astro/later.css" } },
	{ depth: 0, order: -1, sheet: { type: "external", src: "_astro/last.css" } },
	{ depth: 0, order: 0, sheet: { type: "external", src: "_astro/first.css" } },
];

function rendererOf(module: unknown, styles: readonly PageStyle[] = [], more: object = {}) {
	const app = {
		manifest: { ...manifest, ...more },
		getComponentByRoute: async () => module as RouteModule,
	};
	return pageRenderer(
		app as unknown as App,
		runtime,
		() => styles,
		async () => "as Astro does",
	);
}

const path = (type: "page" | "endpoint", props: PagePath["props"] = {}): PagePath =>
	({
		pathname: "/papers/wren",
		route: { type, route: "/papers/[id]", component: "src/pages/papers/[id].astro" },
		params: { id: "wren" },
		props,
	}) as unknown as PagePath;
const address = "https://birds.example/a/papers/wren/";

const text = (file: string | Uint8Array | undefined) =>
	typeof file === "string" ? file : new TextDecoder().decode(file);

const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
beforeEach(() => warn.mockClear());

test("a page has its props, parameters, address and site", async () => {
	const page = component(
		({ props, params, url, site }) =>
			renderTemplate`<p>${props.title} ${params.id} ${url.pathname} ${site?.href}</p>`,
	);
	const { render } = rendererOf({ default: page });
	const html = await render(path("page", { title: "Wrens & more" }), address);
	expect(html).toBe(
		"<!DOCTYPE html><p>Wrens &amp; more wren /a/papers/wren/ https://birds.example/</p>",
	);
});

test("components have slots, shown as they are or asked for as text", async () => {
	const frame = component(
		(astro, slots, result) =>
			renderTemplate`<b>${renderSlot(result, slots.default as never)}</b>${astro.slots
				.render("default")
				.then((text) => text.length)} ${String(astro.slots.has("other"))}`,
	);
	const page = component(
		(_, __, result) =>
			renderTemplate`${renderComponent(result, "Frame", frame, {}, { default: () => renderTemplate`egg` })}`,
	);
	const { render } = rendererOf({ default: page });
	expect(await render(path("page"), address)).toBe("<!DOCTYPE html><b>egg</b>3 false");
});

test("styles are in Astro's order, each page's anew", async () => {
	const page = component((_, __, result) => {
		const hrefs = [...result.styles].map(({ props }) => props.href).join(" ");
		result.styles.clear();
		return renderTemplate`${hrefs}`;
	});
	const { render } = rendererOf({ default: page }, styles);
	const hrefs = "/a/_astro/first.css /a/_astro/later.css /a/_astro/last.css";
	expect(await render(path("page"), address)).toBe(`<!DOCTYPE html>${hrefs}`);
	expect(await render(path("page"), address)).toBe(`<!DOCTYPE html>${hrefs}`);
});

test("a script is at its address", async () => {
	const page = component((_, __, result) => renderTemplate`${result.resolve("button.ts")}`);
	const { render } = rendererOf({ default: page });
	expect(await render(path("page"), address)).toBe("<!DOCTYPE html>/a/_astro/button.js");
});

test("a file that is no page answers with text, bytes or nothing", async () => {
	const answer = (GET: NonNullable<RouteModule["GET"]>) =>
		rendererOf({ GET }).render(path("endpoint", { of: "wren" }), address);
	const json = await answer(async ({ props, url }) => Response.json([props.of, url.href]));
	expect(text(json)).toBe(`["wren","${address}"]`);
	const bytes = new Uint8Array(300_000).fill(7);
	expect(await answer(() => new Response(bytes))).toEqual(bytes);
	expect(await answer(() => new Response(null))).toBeUndefined();
});

test.each([
	["Astro.request", component(({ request }) => renderTemplate`${request.url}`)],
	["cookies", component(({ cookies }) => renderTemplate`${cookies.get("a")?.value}`)],
	["a function of a slot", component(({ slots }) => renderTemplate`${slots.render("a", [1])}`)],
	["an island", component((_, __, result) => renderTemplate`${result.getServerIslandNameMap()}`)],
	["an unknown script", component((_, __, result) => renderTemplate`${result.resolve("b.ts")}`)],
	["no component of Astro's", () => "html"],
])(
	"what asks for more than a static page does is left to Astro, and told once: %s",
	async (_, page) => {
		const { render } = rendererOf({ default: page });
		expect(await render(path("page"), address)).toBe("as Astro does");
		expect(await render(path("page"), address)).toBe("as Astro does");
		expect(warn).toHaveBeenCalledOnce();
		expect(String(warn.mock.lastCall)).toMatch(
			/^src\/pages\/papers\/\[id\]\.astro: asks Astro for “/,
		);
	},
);

test("styles that stand in the page, and a policy for its content, are left to Astro", async () => {
	const page = component(() => renderTemplate`a`);
	const inline: PageStyle = { depth: 0, order: 0, sheet: { type: "inline", content: "a{}" } };
	const inPage = rendererOf({ default: page }, [inline]);
	expect(await inPage.render(path("page"), address)).toBe("as Astro does");
	const { render } = rendererOf({ default: page }, [], { csp: {} });
	expect(await render(path("page"), address)).toBe("as Astro does");
});

test("what goes wrong in a page is not hidden", async () => {
	const page = component(() => {
		throw new Error("no such bird");
	});
	const { render } = rendererOf({ default: page });
	await expect(render(path("page"), address)).rejects.toThrow("no such bird");
	expect(warn).not.toHaveBeenCalled();
});
