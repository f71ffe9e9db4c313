import type { APIRoute, GetStaticPaths } from "astro";
import { getModel } from "../../collection/content.ts";
import { urls } from "../../collection/urls.ts";
import { absoluteFrom, hasPaperFiles } from "../../components/for-programs.ts";
import { plainBody } from "../../entry/plain-markdown.ts";
import type { Entry } from "../../entry/read.ts";
import { paperMarkdown } from "../../exports/markdown.ts";

export const getStaticPaths = (async () => {
	const model = await getModel();
	return hasPaperFiles(model)
		? model.entries.map((entry) => ({ params: { id: entry.paper.id }, props: { entry } }))
		: [];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: Entry }> = async ({ props: { entry }, site }) => {
	const model = await getModel();
	const absolute = absoluteFrom(site);
	const { abstract, notes } = plainBody(entry.body, absolute(urls.home()));
	const { id, topics } = entry.paper;
	const names = topics.map((topic) => model.topic(topic)?.name ?? topic);
	const text = paperMarkdown(entry.paper, [...abstract, ...notes], absolute(urls.paper(id)), names);
	return new Response(text, { headers: { "content-type": "text/markdown; charset=utf-8" } });
};
