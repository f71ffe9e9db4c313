import type { Loader, LoaderContext } from "astro/loaders";
import { contentFolder, readCollection, readTopics } from "../entry/content-folder.ts";
import type { Entry } from "../entry/read.ts";
import { readPapers } from "../entry/read-folder.ts";
import type { Collection } from "../paper/collection.ts";
import { type Issue, IssuesError } from "../paper/issues.ts";
import type { Topic } from "../paper/topics.ts";

/** The whole content folder, read and checked. */
interface Content {
	collection: Collection;
	topics: Topic[];
	entries: Entry[];
}

/** Reads the content folder. Throws an IssuesError that lists every problem in it. */
function readContent(base: string): Content {
	const folder = contentFolder();
	const collection = readCollection(folder);
	const topics = readTopics(folder);
	const papers = readPapers(folder, topics.value ?? [], base);
	// Without topics every topic would seem unknown: one cause, one message.
	const paperIssues = topics.value ? papers.issues : [];
	const issues: Issue[] = [...collection.issues, ...topics.issues, ...paperIssues];
	if (!collection.value || !topics.value || issues.length > 0) throw new IssuesError(issues);
	return { collection: collection.value, topics: topics.value, entries: papers.entries };
}

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

function fill({ config, store, generateDigest }: LoaderContext, rows: (content: Content) => Row[]): void {
	current ??= readContent(config.base);
	const all = rows(current);
	const ids = new Set(all.map(([id]) => id));
	for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
	for (const [id, data] of all) store.set({ id, data, digest: generateDigest(data) });
}
