import { mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { AstroIntegration } from "astro";
import { newestFirst } from "../../collection/model.ts";
import { sharedContent } from "../../collection/shared-content.ts";
import { publicPaper } from "../../exports/papers-json.ts";
import { beginStage } from "../stages.ts";
import { besideOutput } from "../whole-output.ts";
import type { Searched } from "./build.ts";
import type { SearchTask } from "./worker.ts";

/**
 * Builds the search index over the papers, and nothing else, beside the pages: in a thread of
 * its own, from when the build begins. `language` (BCP 47) decides how words are stemmed.
 */
export function searchIndex({
	language,
	cacheDir,
}: {
	language: string;
	cacheDir: string;
}): AstroIntegration {
	let folder = "";
	let before = "";
	const cache = path.resolve(cacheDir, "search");
	let written: Promise<void> | undefined;
	return {
		name: "search-index",
		hooks: {
			"astro:config:setup": ({ config }) => {
				// Later the output is a folder beside it.
				before = fileURLToPath(new URL("pagefind/", config.outDir));
			},
			"astro:config:done": ({ config }) => {
				folder = fileURLToPath(besideOutput(config.outDir, "search"));
			},
			"astro:build:start": () => {
				written = write({ searched: searched(), language, folder, before, cache });
				// Whoever waits for it is told; a build that fails before does not wait.
				written.catch(() => {});
			},
			"astro:build:done": async ({ dir, logger }) => {
				beginStage("search index");
				await written;
				const place = fileURLToPath(new URL("pagefind/", dir));
				rmSync(place, { recursive: true, force: true });
				mkdirSync(path.dirname(place), { recursive: true });
				renameSync(folder, place);
				logger.info("the papers are indexed for search");
			},
		},
	};
}

/** The papers in the order of their dates, in which results without words are shown. */
function searched(): Searched {
	const { entries, topics } = sharedContent();
	return {
		papers: entries.toSorted(newestFirst).map(({ paper }) => publicPaper(paper, () => "")),
		topics: topics.map(({ id, name }) => ({ id, name })),
	};
}

function write(task: SearchTask): Promise<void> {
	const worker = new Worker(new URL("worker.ts", import.meta.url), {
		workerData: task,
		execArgv: [],
	});
	return new Promise((done, failed) => {
		worker.once("error", failed);
		worker.once("exit", (code) =>
			code === 0 ? done() : failed(new Error(`the search index ended with ${code}`)),
		);
	});
}
