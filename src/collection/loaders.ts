import type { Loader, LoaderContext } from "astro/loaders";
import { contentFolder } from "../entry/content-folder.ts";
import { forgetContent, sharedContent } from "./shared-content.ts";

/**
 * Checks the content before anything is built, and tells Astro which entries there are: its
 * language server completes their front matter, and `astro dev` shows pages anew. What is in
 * them does not go through Astro's store, which takes as long to write and to read as they do.
 */
export const papersLoader: Loader = {
	name: "offprint-papers",
	async load(context) {
		fill(context);
		const { root } = contentFolder();
		context.watcher?.add(root);
		const reload = (file: string) => {
			if (!file.replaceAll("\\", "/").includes(root)) return;
			forgetContent();
			try {
				fill(context);
			} catch (cause) {
				context.logger.error(cause instanceof Error ? cause.message : String(cause));
			}
		};
		for (const event of ["add", "change", "unlink"] as const) context.watcher?.on(event, reload);
	},
};

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
