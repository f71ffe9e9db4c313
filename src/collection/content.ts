import { type CollectionEntry, getCollection, render } from "astro:content";
import { contentFolder, proseFiles } from "../entry/folder.ts";
import type { Content } from "../entry/read-content.ts";
import { compare } from "../paper/issues.ts";
import { buildModel, type Model } from "./model.ts";
import { sharedContent } from "./shared-content.ts";
import { sharedWords } from "./shared-words.ts";
import type { Words } from "./words.ts";

/** Where the model lies: in development this module is loaded anew when an entry has changed. */
const MODEL = Symbol.for("offprint.model");

const everywhere = globalThis as {
	[MODEL]?: { content: Content; by: typeof buildModel; model: Promise<Model> };
};

/** The model of the collection: built once, and in development again when the content or the program has changed. */
export function getModel(): Promise<Model> {
	const content = sharedContent();
	let built = everywhere[MODEL];
	if (built?.content !== content || built.by !== buildModel) {
		built = everywhere[MODEL] = { content, by: buildModel, model: modelOf(content) };
	}
	return built.model;
}

/**
 * The same, for pages of related papers or frequent terms: in a build these are found beside other
 * pages, and whoever does not wait has them found once more.
 */
export async function getModelWithWords(): Promise<Model> {
	await sharedWords(sharedContent());
	return getModel();
}

async function modelOf(content: Content): Promise<Model> {
	const { collection, topics, entries } = content;
	let words: Words | undefined;
	// Whoever waits for them is told.
	sharedWords(content)?.then(
		(found) => {
			words = found;
		},
		() => {},
	);
	return buildModel(collection, topics, entries, () => words);
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
