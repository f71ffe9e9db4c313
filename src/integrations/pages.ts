import path from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { contextOf } from "../cache/kept.ts";
import { siteOf } from "../collection/site.ts";
import { contentFolder } from "../entry/content-folder.ts";
import { type KeptPages, keptPages } from "./kept-pages.ts";
import { keptProgram } from "./kept-program.ts";
import { timedPages } from "./page-times.ts";
import { SPARE } from "./spare-output.ts";
import { beginStage } from "./stages.ts";
import { beginWords } from "./words.ts";

let kept: KeptPages | undefined;

/** How many pages of this build were taken from the last one. */
export function pagesTaken(): number {
	return kept?.taken() ?? 0;
}

/**
 * How pages are made: the program that renders them, and those pages that are as in the last build,
 * are taken from it. Stands before `whole-output.ts`, which moves the output.
 */
export function pages({ cacheDir }: { cacheDir: string }): AstroIntegration {
	const inCache = (name: string) => path.resolve(cacheDir, name);
	let last = "";
	let now = "";
	let context = "";
	let assets = "";
	let publicDir = "";
	const program = keptProgram(() => ({
		kept: inCache("program.bin"),
		context,
		assets,
		publicDir,
	}));
	return {
		name: "pages",
		hooks: {
			"astro:config:setup": ({ command, config, updateConfig }) => {
				if (command !== "build") return;
				last = fileURLToPath(config.outDir);
				context = contextOfPages(last);
				updateConfig({ vite: { plugins: [program.plugin] } });
			},
			"astro:config:done": ({ config }) => {
				now = fileURLToPath(config.outDir);
				assets = config.build.assets;
				publicDir = fileURLToPath(config.publicDir);
			},
			"astro:build:start": ({ setPrerenderer }) => {
				beginStage("programs");
				beginWords();
				const [notes, spare] = [inCache("pages.bin"), inCache(SPARE)];
				setPrerenderer((astro) => {
					kept = keptPages(program.keeping(astro), { last, now, spare, notes, context });
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
			"astro:build:setup": (build) => program.setup(build.pages),
			"astro:build:generated": () => kept?.note(),
		},
	};
}

/** What decides how every page looks, beside what it shows. */
function contextOfPages(folder: string): string {
	const { collection, topics, pages } = contentFolder();
	const { site, base } = siteOf();
	const settings = Object.entries(process.env).filter(([name]) => name.startsWith("OFFPRINT_"));
	return contextOf(
		["src", "astro.config.mjs", collection, topics, pages],
		[site, base, folder, settings],
	);
}
