import type { Citable, CitationShard } from "../../paper/citations.ts";
import { shardOf } from "../../paper/citations.ts";
import { citation } from "./files.ts";
import type { StyledTexts } from "./styles.ts";

/** The papers of each shard, in the order given. */
export function shardsOf(citables: readonly Citable[], count: number): Citable[][] {
	const shards: Citable[][] = Array.from({ length: count }, () => []);
	for (const citable of citables) shards[shardOf(citable.paper.id, count)]?.push(citable);
	return shards;
}

/** Papers in every format, given their texts in the styles. */
export function citationShard(citables: readonly Citable[], styled: StyledTexts): CitationShard {
	const rows = citables.map(
		(citable, at) =>
			[
				citable.paper.id,
				{
					bibtex: citation("bibtex", citable),
					biblatex: citation("biblatex", citable),
					ris: citation("ris", citable),
					csl: citation("csl", citable),
					apa: styled.apa[at] ?? "",
					ieee: styled.ieee[at] ?? "",
					chicago: styled.chicago[at] ?? "",
					acm: styled.acm[at] ?? "",
				},
			] as const,
	);
	return { version: 1, papers: Object.fromEntries(rows) };
}
