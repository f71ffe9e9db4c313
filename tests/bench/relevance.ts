import { temporaryFolder } from "../site.ts";
import { corpus } from "./corpus.ts";
import { miniSearch, offprint, orama, plainPagefind } from "./engines.ts";
import { KINDS, knownItems } from "./known-items.ts";

/**
 * `npm run bench:relevance [queries of a kind] [seed]`: how well papers are found by people who know
 * what they look for, on 10,000 real papers, beside three other engines. MRR@10: the mean of
 * 1 / rank of the paper meant, 0 where it is not among the first ten.
 */
const count = Number(process.argv[2] ?? 100);
const seed = Number(process.argv[3] ?? 1);
const papers = corpus();
const queries = knownItems(papers, count, seed);
const { folder, remove } = temporaryFolder();
const engines = [
	await offprint(papers),
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
		let bytes = 0;
		const begun = performance.now();
		engine.bytes?.();
		for (const { query, paper } of queries[kind]) {
			const rank = (await engine.find(query)).indexOf(paper) + 1;
			if (rank > 0) reciprocal += 1 / rank;
			if (rank === 1) first++;
			if (rank > 0 && rank <= 5) firstFive++;
			bytes += engine.bytes?.() ?? 0;
		}
		const figures = [reciprocal, first, firstFive].map((sum) => (sum / count).toFixed(3));
		console.log(
			`  ${engine.name.padEnd(11)} MRR@10 ${figures[0]}  success@1 ${figures[1]}  success@5 ${figures[2]}  ` +
				`${((performance.now() - begun) / count).toFixed(1).padStart(6)} ms` +
				(engine.bytes ? `  ${(bytes / count / 1000).toFixed(1)} kB` : ""),
		);
	}
}
remove();
