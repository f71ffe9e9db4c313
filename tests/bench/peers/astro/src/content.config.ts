import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";

export const collections = {
	papers: defineCollection({
		loader: glob({
			pattern: "*.mdx",
			base: "./papers",
			generateId: ({ data }) => String(data.id),
		}),
		schema: z.object({
			id: z.string(),
			title: z.string(),
			date: z.coerce.date(),
			authors: z.array(z.string()).default([]),
			topics: z.array(z.string()).default([]),
			paper: z.string().optional(),
		}),
	}),
};
