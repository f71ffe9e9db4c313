import path from "node:path";
import { citablesOf } from "../collection/citations.ts";
import type { Model } from "../collection/model.ts";
import { siteOf } from "../collection/site.ts";
import { keptTexts } from "../exports/cite/kept-texts.ts";
import { type TextsIn, textsAnew } from "../exports/cite/texts.ts";

const known = new WeakMap<Model, TextsIn>();

/** The citations of a collection's papers; in development a page is worth less than those of all papers. */
export function textsOf(model: Model): TextsIn {
	if (import.meta.env.DEV) return textsAnew;
	let texts = known.get(model);
	if (!texts) {
		const { site, cacheDir } = siteOf();
		const citables = citablesOf(model.entries, model, new URL(site));
		texts = keptTexts(path.resolve(cacheDir, "citation-texts"), citables);
		known.set(model, texts);
	}
	return texts;
}
