import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { sharedContent } from "../collection/shared-content.ts";
import { printable } from "../paper/printable.ts";
import { copyWritten, OF_COPY } from "./offline/integration.ts";
import { outputSize, remarks, sizedFiles } from "./output-size.ts";
import { slowPages } from "./page-times.ts";
import { pagesTaken } from "./pages.ts";
import { beginStage, stageTimes } from "./stages.ts";

/**
 * Tells how far a build is, on a terminal, and at the end what it has made and how long each
 * stage took, in place of Astro's line for every page. Warnings are shown as ever.
 */
export function buildReport(): AstroIntegration {
	return {
		name: "build-report",
		hooks: {
			"astro:config:setup": ({ command, logger }) => {
				if (command !== "build") return;
				beginStage("entries");
				// `--verbose` and `--silent` stay as they were asked for.
				if (logger.options.level === "info") logger.options.level = "warn";
			},
			"astro:build:done": async ({ pages, dir, logger }) => {
				const { entries, slow } = sharedContent();
				const ids = entries.map(({ paper }) => paper.id);
				const folder = fileURLToPath(dir);
				// 30,000 files take a second, in which the copy is packed in a thread of its own.
				const files = sizedFiles(folder, "", OF_COPY);
				await copyWritten();
				const copy = [...OF_COPY].flatMap((at) => sizedFiles(folder, at));
				const size = outputSize([...files, ...copy], ids);
				const number = (value: number) => value.toLocaleString("en");
				const stages = stageTimes();
				const all = stages.reduce((sum, { seconds }) => sum + seconds, 0);
				const kept = pagesTaken();
				const as = kept > 0 ? ` (${number(kept)} as they were)` : "";
				say(
					`${number(ids.length)} papers on ${number(pages.length + kept)} pages${as}: ${number(size.files)} files, ${(size.bytes / 1e6).toFixed(1)} MB`,
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
				for (const { path, milliseconds } of slowPages())
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
