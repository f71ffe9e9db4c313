import type { Loader, LoaderContext } from "astro/loaders";
import { contentFolder } from "../entry/content-folder.ts";
import { forgetContent, sharedContent } from "./shared-content.ts";
import { watchFolder } from "./watch-folder.ts";

/**
 * Checks the content before anything is built, and tells Astro which entries there are: its
 * language server completes their front matter, and `astro dev` shows pages anew. What is in
 * them does not go through Astro's store, which takes as long to write and to read as they do.
 */
export const papersLoader: Loader = {
	name: "offprint-papers",
	async load(context) {
		fill(context);
		if (!context.watcher) return;
		// After a change of its settings the development server loads all anew.
		everywhere[WATCH]?.();
		everywhere[WATCH] = watchFolder(contentFolder().root, () => {
			forgetContent();
			try {
				fill(context);
			} catch (cause) {
				context.logger.error(cause instanceof Error ? cause.message : String(cause));
			}
		});
	},
};

/** Where that lies which ends the watch that there is. */
const WATCH = Symbol.for("offprint.watch");
const everywhere = globalThis as { [WATCH]?: () => void };

/** Counts what was read, so that Astro sees that something has changed. */
let readings = 0;

function fill({ store }: LoaderContext): void {
	const { entries } = sharedContent();
	readings += 1;
	store.clear();
	store.set({ id: "readings", data: { readings } });
	for (const { paper, file } of entries) {
		// Astro takes no file outside of the project, as the content of another folder is.
		const inside = !/^(?:\.\.|\/|[a-z]:)/i.test(file);
		if (inside) store.set({ id: paper.id, data: {}, filePath: file });
	}
}
