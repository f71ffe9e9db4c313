import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";
import { papersLoader } from "./collection/loaders.ts";
import { contentFolder, readTopics } from "./entry/content-folder.ts";
import { editorSchema } from "./paper/json-schema.ts";

export const collections = {
	papers: defineCollection({
		loader: papersLoader,
		// What Astro's language server completes and explains in an entry's front matter.
		schema: editorSchema(readTopics(contentFolder()).value ?? []) as z.ZodType,
	}),
	/** Prose by the maintainers, in MDX that may use components. */
	prose: defineCollection({
		loader: glob({ base: contentFolder().pages, pattern: "*.mdx" }),
		schema: z.strictObject({ title: z.string().min(1), description: z.string().min(1) }),
	}),
};
