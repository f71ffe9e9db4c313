import { type CollectionEntry, getCollection, render } from "astro:content";
import type { Content } from "../entry/read-content.ts";
import { compare } from "../paper/issues.ts";
import { buildModel, type Model } from "./model.ts";
import { sharedContent } from "./shared-content.ts";

let built: { content: Content; model: Model } | undefined;

/** The model of the collection: built once, and in development again when the content has changed. */
export async function getModel(): Promise<Model> {
	const content = sharedContent();
	if (built?.content !== content) {
		built = { content, model: buildModel(content.collection, content.topics, content.entries) };
	}
	return built.model;
}

/** Pages of prose, in the order of their ids. */
export async function getProse(): Promise<Prose[]> {
	const prose = await getCollection("prose");
	return prose.sort((a, b) => compare(a.id, b.id));
}

/** A page of prose. */
export type Prose = CollectionEntry<"prose">;

/** The component that shows a page of prose. */
export async function proseContent(entry: Prose) {
	return (await render(entry)).Content;
}
