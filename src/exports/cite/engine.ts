import { plugins } from "@citation-js/core";
import "@citation-js/plugin-csl";
import type { CslItem } from "./csl-item.ts";
import type { StyleNode } from "./read-style.ts";

/** Without one of these, a text has no markup and no quotation marks for the engine to look for. */
const MARKUP = /[<"'‘’“”]/;

/**
 * A function that sets items by a style, which has a name of its own: each as the only one of a
 * bibliography, in English, as text. The engine is citeproc's and is kept.
 */
export function styleSetter(name: string, style: StyleNode): (item: CslItem) => string {
	const { styles, engine: engineOf } = plugins.config.get("@csl");
	// The engine writes into the style.
	styles.add(name, structuredClone(style));
	const engine = engineOf([], name, "en-US", "text");
	// What is printed in running text tells the papers of a list apart, as does its register of names.
	engine.citation.tokens = [];
	const { namereg } = engine.registry;
	namereg.addname = () => {};
	namereg.evalname = (_id, _name, _at, _base, form, initials) => {
		if (form === "short") return 0;
		return typeof initials === "string" ? 1 : 2;
	};
	const { flipflopper } = engine.fun;
	const { processTags } = flipflopper;
	flipflopper.processTags = (blob) => {
		if (MARKUP.test(blob.blobs)) processTags(blob);
	};
	let turn = 0;
	return (item) => {
		// It forgets the last item where the next one has another id.
		turn = 1 - turn;
		engine.sys.retrieveItem = (id) => ({ ...item, id });
		engine.updateItems([String(turn)]);
		const [, entries] = engine.makeBibliography();
		return entries[0] ?? "";
	};
}
