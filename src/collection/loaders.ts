import type { Loader, LoaderContext } from "astro/loaders";
import { contentFolder } from "../entry/folder.ts";
import { contentIsThere } from "./coming-content.ts";
import { showAnew } from "./open-pages.ts";
import { forgetContent, sharedContent } from "./shared-content.ts";
import { watchFolder } from "./watch-folder.ts";

/**
 * Checks the content before anything is served, and tells Astro which entries there are: its
 * language server completes their front matter. What is in them does not go through Astro's
 * store, which takes as long to write and to read as they do.
 */
export const papersLoader: Loader = {
	name: "offprint-papers",
	async load(context) {
		if (everywhere[LEFT_OUT]) return;
		await contentIsThere();
		fill(context);
		if (!context.watcher) return;
		// After a change of its settings the development server loads all anew.
		everywhere[WATCH]?.();
		everywhere[WATCH] = watchFolder(contentFolder().root, () => {
			forgetContent();
			try {
				sharedContent();
				showAnew();
			} catch (cause) {
				context.logger.error(cause instanceof Error ? cause.message : String(cause));
			}
		});
	},
};

/** Where that lies which ends the watch that there is. */
const WATCH = Symbol.for("offprint.watch");

/** Set where entries are left out: settings are loaded apart from what loads them. */
const LEFT_OUT = Symbol.for("offprint.left-out");

const everywhere = globalThis as { [WATCH]?: () => void; [LEFT_OUT]?: true };

/** From now on Astro is told of no entries: a build reads them beside it. */
export function withoutEntries(): void {
	everywhere[LEFT_OUT] = true;
}

function fill({ store }: LoaderContext): void {
	const { entries } = sharedContent();
	store.clear();
	for (const { paper, file } of entries) {
		// Astro takes no file outside of the project, as the content of another folder is.
		const inside = !/^(?:\.\.|\/|[a-z]:)/i.test(file);
		if (inside) store.set({ id: paper.id, data: {}, filePath: file });
	}
}
