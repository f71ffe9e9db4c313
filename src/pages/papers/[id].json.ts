import type { APIRoute, GetStaticPaths } from "astro";
import { getModel } from "../../collection/content.ts";
import { urls } from "../../collection/urls.ts";
import {
	absoluteFrom,
	citedPaper,
	hasPaperFiles,
	paperFiles,
} from "../../components/for-programs.ts";
import { plainBody } from "../../entry/plain-markdown.ts";
import type { Entry } from "../../entry/read.ts";
import { markdownOf } from "../../exports/markdown.ts";
import { paperJson } from "../../exports/paper-json.ts";

export const getStaticPaths = (async () => {
	const model = await getModel();
	return hasPaperFiles(model)
		? model.entries.map((entry) => ({ params: { id: entry.paper.id }, props: { entry } }))
		: [];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: Entry }> = async ({ props: { entry }, site }) => {
	const model = await getModel();
	const absolute = absoluteFrom(site);
	const { notes } = plainBody(entry.body, absolute(urls.home()));
	const others = paperFiles(entry.paper.id, model, absolute).slice(1);
	const cited = citedPaper(entry, model, absolute);
	const formats = [{ type: "text/html", url: cited.url }, ...others];
	return Response.json(paperJson(cited, markdownOf(notes), formats));
};
