import path from "node:path";
import { contextOf, readKept, writeKept } from "../../cache/kept.ts";
import { sweep } from "../../cache/sealed.ts";
import { type Citable, withoutAbstract } from "../../paper/citations.ts";
import { workerPool } from "../../workers/pool.ts";
import type { StyledTexts } from "./styles.ts";
import { bareSumOf } from "./sums.ts";

/** Citations of one paper in every style. */
type Styled = { [Style in keyof StyledTexts]: string };

/**
 * A function that sets the papers of a shard in every style: 1 ms a paper, which is why it is
 * done beside the main thread, and only for papers that have changed since the last time.
 * What was set is kept in `folder`.
 */
export function styledShards(
	folder: string,
): (shard: number, citables: readonly Citable[]) => Promise<StyledTexts> {
	sweep(folder, () => true);
	const set = workerPool<Citable[], StyledTexts>(path.resolve("src/exports/cite/worker.ts"));
	const context = contextOf(["src/exports/cite", "src/exports", "src/paper"], null);
	return async (shard, citables) => {
		const file = path.join(folder, `${shard}.bin`);
		const before = readKept<Styled>(file, context);
		// No style says anything of the abstract.
		const papers = citables.map((citable) => {
			const bare = withoutAbstract(citable);
			const digest = bareSumOf(citable);
			const kept = before.get(bare.paper.id);
			return { bare, digest, value: kept?.digest === digest ? kept.value : undefined };
		});
		const missing = papers.filter(({ value }) => !value);
		if (missing.length > 0) {
			const { apa, ieee, chicago, acm } = await set(missing.map(({ bare }) => bare));
			for (const [at, paper] of missing.entries()) {
				paper.value = {
					apa: apa[at] ?? "",
					ieee: ieee[at] ?? "",
					chicago: chicago[at] ?? "",
					acm: acm[at] ?? "",
				};
			}
		}
		if (missing.length > 0 || before.size !== papers.length) {
			const kept = papers.flatMap(({ bare, digest, value }) =>
				value ? [[bare.paper.id, { digest, value }] as const] : [],
			);
			writeKept(file, context, new Map(kept));
		}
		const inStyle = (style: keyof Styled) => papers.map(({ value }) => value?.[style] ?? "");
		return {
			apa: inStyle("apa"),
			ieee: inStyle("ieee"),
			chicago: inStyle("chicago"),
			acm: inStyle("acm"),
		};
	};
}
