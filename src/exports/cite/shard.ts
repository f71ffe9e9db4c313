import type { Citable, CitationShard } from "../../paper/citations.ts";
import { shardOf } from "../../paper/citations.ts";
import type { StyledTexts } from "./styles.ts";
import { type CitationTexts, type ProgramFormat, textsAnew } from "./texts.ts";

/** The papers of each shard, in the order given. */
export function shardsOf(citables: readonly Citable[], count: number): Citable[][] {
	const shards: Citable[][] = Array.from({ length: count }, () => []);
	for (const citable of citables) shards[shardOf(citable.paper.id, count)]?.push(citable);
	return shards;
}

/** Papers in every format, given their texts in the styles; `textsIn` gives those that programs read. */
export function citationShard(
	citables: readonly Citable[],
	styled: StyledTexts,
	textsIn: (format: ProgramFormat, abstract: boolean) => CitationTexts = textsAnew,
): CitationShard {
	const textIn = (format: ProgramFormat, citable: Citable) => textsIn(format, false).text(citable);
	const rows = citables.map(
		(citable, at) =>
			[
				citable.paper.id,
				{
					bibtex: textIn("bibtex", citable),
					biblatex: textIn("biblatex", citable),
					ris: textIn("ris", citable),
					csl: textIn("csl", citable),
					apa: styled.apa[at] ?? "",
					ieee: styled.ieee[at] ?? "",
					chicago: styled.chicago[at] ?? "",
					acm: styled.acm[at] ?? "",
				},
			] as const,
	);
	return { version: 1, papers: Object.fromEntries(rows) };
}
