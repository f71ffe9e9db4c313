import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { AstroPrerenderer } from "astro";
import type { ViteBuilder } from "vite";
import { afterAll, expect, test } from "vitest";
import { temporaryFolder } from "../../tests/site.ts";
import { keptProgram } from "./kept-program.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);

const at = (...names: string[]) => path.join(folder, ...names);
const put = (file: string, text: string) => {
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, text);
};
put(at("public/robots.txt"), "of public/");

/** A build with this context, as Astro and Vite run it: says whether Vite built, and the styles of the page. */
async function build(name: string, context: string) {
	const program = keptProgram(() => ({
		kept: at("program.bin"),
		context,
		assets: "_astro",
		publicDir: at("public"),
	}));
	const pages = new Map([["home", { styles: [] as unknown[] }]]);
	program.setup(pages);
	const [server, client] = [at(name, ".prerender"), at(name)];
	const environment = (name: string, outDir: string) => ({ name, build: { outDir } });
	const environments = {
		prerender: environment("prerender", server),
		client: environment("client", client),
	};
	const { configResolved, buildApp } = program.plugin as unknown as {
		configResolved(config: unknown): void;
		buildApp: { handler(builder: unknown): Promise<void> };
	};
	configResolved({ environments });
	let built = false;
	const builder = {
		async build({ name }: { name: string }) {
			built = true;
			if (name === "client") put(path.join(client, "_astro/page.css"), "body {}");
			else {
				put(path.join(server, "prerender-entry.abc.mjs"), "export {}");
				put(path.join(server, "chunks/page.mjs"), "export default 1");
				pages.set("home", { styles: [{ sheet: "page.css" }] });
			}
		},
	};
	await buildApp.handler(builder);
	const run = builder.build as unknown as ViteBuilder["build"];
	for (const one of Object.values(environments)) await run(one as never);
	put(at(name, "papers/index.html"), "a page");
	await program.keeping({ name: "astro" } as AstroPrerenderer).teardown?.();
	return { built, styles: pages.get("home")?.styles };
}

test("the program of the last build is taken, with its styles, and no page of it", async () => {
	expect(await build("first", "1")).toMatchObject({ built: true });
	expect(await build("second", "1")).toEqual({
		built: false,
		styles: [{ sheet: "page.css" }],
	});
	expect(readdirSync(at("second/.prerender"), { recursive: true }).sort()).toEqual([
		"chunks",
		"chunks/page.mjs",
		"prerender-entry.abc.mjs",
	]);
	expect(readFileSync(at("second/_astro/page.css"), "utf8")).toBe("body {}");
	expect(readFileSync(at("second/robots.txt"), "utf8")).toBe("of public/");
});

test("another source has another program; a damaged one is made anew", async () => {
	expect(await build("third", "2")).toMatchObject({ built: true });
	expect(await build("fourth", "2")).toMatchObject({ built: false });
	writeFileSync(at("program.bin"), "damaged");
	expect(await build("fifth", "2")).toMatchObject({ built: true });
});
