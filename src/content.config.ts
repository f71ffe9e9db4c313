import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";
import { collectionLoader, papersLoader, topicsLoader } from "./collection/loaders.ts";
import { contentFolder, proseFiles, readTopics } from "./entry/content-folder.ts";
import type { Entry } from "./entry/read.ts";
import type { Collection } from "./paper/collection.ts";
import { editorSchema } from "./paper/json-schema.ts";
import type { Topic } from "./paper/topics.ts";

const pages = glob({ base: contentFolder().pages, pattern: "*.mdx" });

// The loaders check what they load: here only its types are named.
export const collections = {
	collection: defineCollection({ loader: collectionLoader, schema: z.custom<Collection>() }),
	topics: defineCollection({
		loader: topicsLoader,
		schema: z.custom<Topic & { order: number }>(),
	}),
	papers: defineCollection({
		loader: papersLoader,
		// Also what Astro's language server completes and explains in an entry's front matter.
		schema: editorSchema(readTopics(contentFolder()).value ?? []) as z.ZodType as z.ZodType<Entry>,
	}),
	/** Prose by the maintainers, in MDX that may use components. */
	prose: defineCollection({
		loader: {
			...pages,
			// A build without any is fine. In development one may still be written.
			load: async (context) => {
				if (context.watcher || proseFiles(contentFolder()).length > 0) await pages.load(context);
				else context.store.clear();
			},
		},
		schema: z.strictObject({ title: z.string().min(1), description: z.string().min(1) }),
	}),
};
