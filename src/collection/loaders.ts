import type { Loader, LoaderContext } from "astro/loaders";
import { contentFolder } from "../entry/content-folder.ts";
import { type Content, readContent } from "../entry/read-content.ts";

/** Loads collection.yaml, as the entry `site`. */
export const collectionLoader = loader("offprint-collection", ({ collection }) => [
	["site", { ...collection }],
]);

/** Loads topics.yaml; `order` is the place in the file. */
export const topicsLoader = loader("offprint-topics", ({ topics }) =>
	topics.map((topic, order) => [topic.id, { ...topic, order }]),
);

/** Loads the entries, checked and rendered. None of them becomes a module, so none can run. */
export const papersLoader = loader("offprint-papers", ({ entries }) =>
	entries.map((entry) => [entry.paper.id, { ...entry }]),
);

/** Read once for all loaders, until a file changes. */
let current: Content | undefined;

type Row = [id: string, data: Record<string, unknown>];

function loader(name: string, rows: (content: Content) => Row[]): Loader {
	return {
		name,
		async load(context) {
			fill(context, rows);
			const { root } = contentFolder();
			context.watcher?.add(root);
			const reload = (file: string) => {
				if (!file.replaceAll("\\", "/").includes(root)) return;
				current = undefined;
				try {
					fill(context, rows);
				} catch (cause) {
					context.logger.error(cause instanceof Error ? cause.message : String(cause));
				}
			};
			for (const event of ["add", "change", "unlink"] as const) context.watcher?.on(event, reload);
		},
	};
}

function fill(
	{ config, store, generateDigest }: LoaderContext,
	rows: (content: Content) => Row[],
): void {
	current ??= readContent(contentFolder(), config.base);
	const all = rows(current);
	const ids = new Set(all.map(([id]) => id));
	for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
	for (const [id, data] of all) {
		// Where an entry has a file of its own, editors find its collection by it.
		// Astro takes no file outside of the project, as the content of another folder is.
		const inside = typeof data.file === "string" && !/^(?:\.\.|\/|[a-z]:)/i.test(data.file);
		const filePath = inside ? { filePath: data.file as string } : {};
		store.set({ id, data, digest: generateDigest(data), ...filePath });
	}
}
