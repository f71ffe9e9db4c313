import path from "node:path";
import { contextOf, digestOf, readKept, writeKept } from "../../cache/kept.ts";
import { type Citable, shardOf } from "../../paper/citations.ts";
import { rememberTexts, textsOf } from "./files.ts";

/** Files of the cache: one changed paper has one of them written anew. */
const SHARDS = 64;

/**
 * Has `citation` (`files.ts`) know what the papers of a collection are in every format: from what
 * earlier builds kept in `folder`, or set anew, and then kept.
 */
export function keepTexts(folder: string, citables: readonly Citable[]): void {
	const context = contextOf(["src/exports", "src/paper"], null);
	const shards = Map.groupBy(citables, ({ paper }) => shardOf(paper.id, SHARDS));
	for (const [shard, papers] of shards) {
		const file = path.join(folder, `${shard}.bin`);
		const before = readKept<Record<string, string>>(file, context);
		let changed = before.size !== papers.length;
		const now = papers.map((citable) => {
			const digest = digestOf(JSON.stringify(citable));
			const kept = before.get(citable.paper.id);
			if (kept?.digest === digest) {
				rememberTexts(citable, kept.value);
				return [citable.paper.id, kept] as const;
			}
			changed = true;
			return [citable.paper.id, { digest, value: textsOf(citable) }] as const;
		});
		if (changed) writeKept(file, context, new Map(now));
	}
}
