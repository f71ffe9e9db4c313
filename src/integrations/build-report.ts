import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { sharedContent } from "../collection/shared-content.ts";
import { printable } from "../paper/printable.ts";
import { progressOn } from "../terminal/progress.ts";
import { outputSize, remarks } from "./output-size.ts";
import { beginStage, stageTimes } from "./stages.ts";

/** A page and how long it took. */
interface Rendered {
	path: string;
	milliseconds: number;
}

/** So many of the slowest are named, if they took this long. */
const NAMED = 3;
const SLOW_MILLISECONDS = 500;

/**
 * Tells how far a build is, on a terminal, and at the end what it has made and how long each
 * stage took, in place of Astro's line for every page. Warnings are shown as ever.
 */
export function buildReport(): AstroIntegration {
	const progress = progressOn(process.stderr);
	const slowest: Rendered[] = [];
	return {
		name: "build-report",
		hooks: {
			"astro:config:setup": ({ command, logger }) => {
				if (command !== "build") return;
				beginStage("entries");
				// `--verbose` and `--silent` stay as they were asked for.
				if (logger.options.level === "info") logger.options.level = "warn";
			},
			"astro:build:start": ({ setPrerenderer }) => {
				beginStage("programs");
				setPrerenderer((astro) => {
					let done = 0;
					let total = 0;
					return {
						...astro,
						async getStaticPaths() {
							beginStage("pages");
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
							if (options.routeData.type === "page")
								note(slowest, { path: pathOf(request), milliseconds });
							return response;
						},
						async teardown() {
							progress.end();
							await astro.teardown?.();
						},
					};
				});
			},
			"astro:build:done": ({ pages, dir, logger }) => {
				const { entries, slow } = sharedContent();
				const ids = entries.map(({ paper }) => paper.id);
				const size = outputSize(fileURLToPath(dir), ids);
				const number = (value: number) => value.toLocaleString("en");
				const stages = stageTimes();
				const all = stages.reduce((sum, { seconds }) => sum + seconds, 0);
				say(
					`${number(ids.length)} papers on ${number(pages.length)} pages: ${number(size.files)} files, ${(size.bytes / 1e6).toFixed(1)} MB`,
				);
				say(
					`${all.toFixed(1)} s: ${stages.map(({ name, seconds }) => `${name} ${seconds.toFixed(1)}`).join(", ")}`,
				);
				for (const { level, text } of remarks(size)) {
					if (level === "warn") logger.warn(text);
					else say(text);
				}
				for (const { file, milliseconds } of slow)
					say(`slow entry: ${seconds(milliseconds)} ${file}`);
				for (const { path, milliseconds } of slowest)
					say(`slow page: ${seconds(milliseconds)} ${path}`);
			},
		},
	};
}

function say(line: string): void {
	console.log(printable(line));
}

function seconds(milliseconds: number): string {
	return `${(milliseconds / 1000).toFixed(1)} s`;
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
function note(slowest: Rendered[], page: Rendered): void {
	if (page.milliseconds < SLOW_MILLISECONDS) return;
	slowest.push(page);
	slowest.sort((a, b) => b.milliseconds - a.milliseconds);
	slowest.splice(NAMED);
}
