import { cardOf } from "../collection/cards.ts";
import { citationShards } from "../collection/citations.ts";
import type { Model } from "../collection/model.ts";
import { pageKey } from "../collection/page-key.ts";
import { hasPaperFiles } from "../components/for-programs.ts";
import type { Entry } from "../entry/read.ts";

/**
 * The `cacheKey` of a path, which Astro hands on to `integrations/kept-pages.ts`: see
 * {@link pageKey}. In development nothing is kept, and `shown` is not asked for.
 */
export function keyed(model: Model, shown: () => unknown): { cacheKey?: string } {
	return import.meta.env.DEV ? {} : { cacheKey: pageKey(model, shown()) };
}

/** All that the page of a paper shows. */
export function onPaperPage(entry: Entry, model: Model): unknown {
	const { id } = entry.paper;
	return {
		entry,
		...model.neighbours(id),
		related: model.related(id),
		card: cardOf(entry, model),
		files: hasPaperFiles(model),
		shards: citationShards(model),
	};
}
