import { type CollectionEntry, getCollection, getEntry, render } from "astro:content";
import { contentFolder, proseFiles } from "../entry/content-folder.ts";
import { compare } from "../paper/issues.ts";
import { buildModel, type Model } from "./model.ts";

let built: Promise<Model> | undefined;

/** The model of the collection: asked of Astro once for a whole build, anew for each page in development. */
export function getModel(): Promise<Model> {
	if (import.meta.env.DEV) return load();
	built ??= load();
	return built;
}

async function load(): Promise<Model> {
	const site = await getEntry("collection", "site");
	if (!site) throw new Error("collection.yaml was not loaded");
	const topics = await getCollection("topics");
	const papers = await getCollection("papers");
	return buildModel(
		site.data,
		topics.map(({ data }) => data).sort((a, b) => a.order - b.order),
		papers.map(({ data }) => data),
	);
}

let prose: Promise<Prose[]> | undefined;

/** Pages of prose, in the order of their ids: asked of Astro as the model is. */
export function getProse(): Promise<Prose[]> {
	if (import.meta.env.DEV) return loadProse();
	prose ??= loadProse();
	return prose;
}

async function loadProse(): Promise<Prose[]> {
	// Astro takes a collection without any for a mistake, and warns each time.
	if (proseFiles(contentFolder()).length === 0) return [];
	const found = await getCollection("prose");
	return found.sort((a, b) => compare(a.id, b.id));
}

/** A page of prose. */
export type Prose = CollectionEntry<"prose">;

/** The component that shows a page of prose. */
export async function proseContent(entry: Prose) {
	return (await render(entry)).Content;
}
