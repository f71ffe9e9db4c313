import type { Model } from "../collection/model.ts";

/** HTML that is kept at most: a paper's item has a kilobyte or two. */
const MOST = 60_000;

const known = new WeakMap<Model, Map<string, string>>();

/**
 * HTML that stands on many pages in the same form: rendered when it is first asked for under a name
 * that says all that decides it beside the model. A paper stands in about ten lists.
 */
export async function renderedOnce(
	model: Model,
	name: string,
	render: () => Promise<string>,
): Promise<string> {
	let pieces = known.get(model);
	if (!pieces) known.set(model, (pieces = new Map()));
	const kept = pieces.get(name);
	if (kept !== undefined) return kept;
	const html = await render();
	if (pieces.size >= MOST) pieces.clear();
	pieces.set(name, html);
	return html;
}
