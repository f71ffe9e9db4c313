import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";
import { papersLoader } from "./collection/loaders.ts";
import { readTopics } from "./entry/content-folder.ts";
import { contentFolder, proseFiles } from "./entry/folder.ts";
import { editorSchema } from "./paper/json-schema.ts";

const pages = glob({ base: contentFolder().pages, pattern: "*.mdx" });

export const collections = {
	papers: defineCollection({
		loader: papersLoader,
		// What Astro's language server completes and explains in an entry's front matter.
		schema: editorSchema(readTopics(contentFolder()).value ?? []) as z.ZodType,
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
