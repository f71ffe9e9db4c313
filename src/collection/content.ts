import { type CollectionEntry, getCollection, getEntry, render } from "astro:content";
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
