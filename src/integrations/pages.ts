import path from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { contextOf } from "../cache/kept.ts";
import { siteOf } from "../collection/site.ts";
import { contentFolder } from "../entry/content-folder.ts";
import { type KeptPages, keptPages } from "./kept-pages.ts";
import { SPARE } from "./spare-output.ts";
import { timedPages } from "./page-times.ts";
import { beginStage } from "./stages.ts";

let kept: KeptPages | undefined;

/** How many pages of this build were taken from the last one. */
export function pagesTaken(): number {
	return kept?.taken() ?? 0;
}

/**
 * How pages are made: those that are as in the last build are taken from it, the others are
 * rendered. Stands before `whole-output.ts`, which moves the output.
 */
export function pages(): AstroIntegration {
	let last = "";
	let now = "";
	return {
		name: "pages",
		hooks: {
			"astro:config:setup": ({ config }) => {
				last = fileURLToPath(config.outDir);
			},
			"astro:config:done": ({ config }) => {
				now = fileURLToPath(config.outDir);
			},
			"astro:build:start": ({ setPrerenderer }) => {
				beginStage("programs");
				const { cacheDir } = siteOf();
				const notes = path.resolve(cacheDir, "pages.bin");
				const spare = path.resolve(cacheDir, SPARE);
				setPrerenderer((astro) => {
					kept = keptPages(astro, { last, now, spare, notes, context: context(last) });
					const { prerenderer } = kept;
					return timedPages({
						...prerenderer,
						async getStaticPaths() {
							beginStage("pages");
							return prerenderer.getStaticPaths();
						},
					});
				});
			},
			"astro:build:generated": () => kept?.note(),
		},
	};
}

/** What decides how every page looks. */
function context(folder: string): string {
	const { collection, topics, pages } = contentFolder();
	const { site, base } = siteOf();
	const settings = Object.entries(process.env).filter(([name]) => name.startsWith("OFFPRINT_"));
	return contextOf(
		["src", "astro.config.mjs", collection, topics, pages],
		[site, base, folder, settings],
	);
}
