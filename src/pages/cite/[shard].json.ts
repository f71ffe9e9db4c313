import path from "node:path";
import type { APIRoute, GetStaticPaths } from "astro";
import { lastOutput } from "../../cache/last-output.ts";
import { citablesOf, citationShards } from "../../collection/citations.ts";
import { getModel } from "../../collection/content.ts";
import { siteOf } from "../../collection/site.ts";
import { citationShard, shardsOf } from "../../exports/cite/shard.ts";
import { styledShards } from "../../exports/cite/styled.ts";
import type { StyledTexts } from "../../exports/cite/styles.ts";
import { bareSumOf } from "../../exports/cite/sums.ts";
import type { Citable } from "../../paper/citations.ts";
import { textsOf } from "../_citation-texts.ts";
import { keyed } from "../_key.ts";

interface Props {
	papers: Citable[];
	styled(): Promise<StyledTexts>;
}

export const getStaticPaths = (async () => {
	const model = await getModel();
	const { site, cacheDir } = siteOf();
	const citables = citablesOf(model.entries, model, new URL(site));
	const styledShard = styledShards(path.resolve(cacheDir, "citations"));
	return shardsOf(citables, citationShards(model)).map((papers, shard) => {
		const key = keyed(model, () => papers.map(bareSumOf));
		const kept = lastOutput().has(`cite/${shard}.json`, key.cacheKey ?? "");
		// In a build all are begun at once, so that they are done while other pages are written.
		const begun = import.meta.env.DEV || kept ? undefined : styledShard(shard, papers);
		begun?.catch(() => {});
		const styled = () => begun ?? styledShard(shard, papers);
		return { params: { shard: String(shard) }, props: { papers, styled }, ...key };
	});
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props: { papers, styled } }) =>
	Response.json(citationShard(papers, await styled(), textsOf(await getModel())));
