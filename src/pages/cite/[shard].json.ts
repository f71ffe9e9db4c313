import path from "node:path";
import type { APIRoute, GetStaticPaths } from "astro";
import { citablesOf, citationShards } from "../../collection/citations.ts";
import { getModel } from "../../collection/content.ts";
import { siteOf } from "../../collection/site.ts";
import { citationShard, shardsOf } from "../../exports/cite/shard.ts";
import type { StyledTexts } from "../../exports/cite/styles.ts";
import type { Citable } from "../../paper/citations.ts";
import { workerPool } from "../../workers/pool.ts";

/** Setting citations in four styles takes 5 ms a paper: it is done beside the main thread. */
const styled = workerPool<Citable[], StyledTexts>(path.resolve("src/exports/cite/worker.ts"));

export const getStaticPaths = (async () => {
	const model = await getModel();
	const citables = citablesOf(model.entries, model, new URL(siteOf().site));
	return shardsOf(citables, citationShards(model)).map((papers, shard) => ({
		params: { shard: String(shard) },
		props: { papers },
	}));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ papers: Citable[] }> = async ({ props: { papers } }) => {
	const bare = papers.map((citable) => ({ ...citable, paper: { ...citable.paper, abstract: "" } }));
	return Response.json(citationShard(papers, await styled(bare)));
};
