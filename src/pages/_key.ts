import { digestOf } from "../cache/kept.ts";
import { cardOf } from "../collection/cards.ts";
import { citablesOf, citationShards } from "../collection/citations.ts";
import { getModel } from "../collection/content.ts";
import type { Model } from "../collection/model.ts";
import { pageKey } from "../collection/page-key.ts";
import { siteOf } from "../collection/site.ts";
import { hasPaperFiles } from "../components/for-programs.ts";
import type { Entry } from "../entry/read.ts";
import { bareSumOf } from "../exports/cite/sums.ts";

/**
 * The `cacheKey` of a path, which `build/page-paths.ts` hands on to `build/kept-pages.ts`: see
 * {@link pageKey}. In development nothing is kept, and `shown` is not asked for.
 */
export function keyed(model: Model, shown: () => unknown): { cacheKey?: string } {
	return import.meta.env.DEV ? {} : { cacheKey: pageKey(model, shown()) };
}

const keys = new WeakMap<Model, string>();

/**
 * The key of a page at one address, which exports it as `cacheKey`: for pages that say nothing of
 * abstracts and notes. All else that stands in entries is in it.
 */
export async function keyWithoutAbstracts(): Promise<string> {
	const model = await getModel();
	let key = keys.get(model);
	if (!key) {
		const citables = citablesOf(model.entries, model, new URL(siteOf().site));
		keys.set(model, (key = digestOf(citables.map(bareSumOf).join())));
	}
	return key;
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
