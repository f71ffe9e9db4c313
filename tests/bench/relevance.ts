import { tmpdir } from "node:os";
import { temporaryFolder } from "../site.ts";
import { corpus } from "./corpus.ts";
import { type Engine, miniSearch, offprint, orama, plainPagefind } from "./engines.ts";
import { KINDS, type KnownItem, knownItems } from "./known-items.ts";

/*
 * `npm run bench:relevance [queries of a kind] [seed]`: how well papers are found by people who know
 * what they look for, on 10,000 real papers, beside three other engines. MRR@10: the mean of
 * 1 / rank of the paper meant, 0 where it is not among the first ten.
 */

/** Bytes of the program of the search, packed, as it is in `dist/_astro/`. */
const PROGRAM = 15_000;

/** Readers whose transfers are measured: each asks two queries. */
const READERS = 20;

const count = Number(process.argv[2] ?? 100);
const seed = Number(process.argv[3] ?? 1);
const papers = corpus();
const queries = knownItems(papers, count, seed);
const { folder, remove } = temporaryFolder(tmpdir());
const engines = [
	await offprint(papers, PROGRAM),
	await plainPagefind(papers, folder),
	await miniSearch(papers),
	await orama(papers),
];
console.log(`${papers.length} papers, ${count} queries of a kind, seed ${seed}`);
for (const kind of KINDS) {
	console.log(
		`\n${kind}: ${queries[kind]
			.slice(0, 3)
			.map(({ query }) => `“${query}”`)
			.join(", ")} …`,
	);
	for (const engine of engines) {
		let reciprocal = 0;
		let first = 0;
		let firstFive = 0;
		const begun = performance.now();
		for (const { query, paper } of queries[kind]) {
			const rank = (await engine.find(query)).indexOf(paper) + 1;
			if (rank > 0) reciprocal += 1 / rank;
			if (rank === 1) first++;
			if (rank > 0 && rank <= 5) firstFive++;
		}
		const figures = [reciprocal, first, firstFive].map((sum) => (sum / count).toFixed(3));
		console.log(
			`  ${engine.name.padEnd(11)} MRR@10 ${figures[0]}  success@1 ${figures[1]}  success@5 ${figures[2]}  ` +
				`${((performance.now() - begun) / count).toFixed(1).padStart(6)} ms` +
				(await transfers(engine, queries[kind])),
		);
	}
}
remove();

/** Medians of what the first and the second query of a reader transfer. */
async function transfers(engine: Engine, items: readonly KnownItem[]): Promise<string> {
	if (!engine.sent) return "";
	const sums: number[][] = [];
	for (let at = 0; at < Math.min(READERS, items.length - 1); at++) {
		sums.push(await engine.sent([items[at], items[at + 1]].map((item) => item?.query ?? "")));
	}
	const [first, second] = [0, 1].map((index) => {
		const sorted = sums.map((sum) => sum[index] ?? 0).sort((a, b) => a - b);
		return ((sorted[Math.floor(sorted.length / 2)] ?? 0) / 1000).toFixed(0);
	});
	return `  first query ${first} kB, second ${second} kB`;
}
