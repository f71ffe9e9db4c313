import type { APIRoute } from "astro";
import { getModel } from "../collection/content.ts";
import { href, urls } from "../collection/urls.ts";
import { absoluteFrom, hasPaperFiles, programFiles } from "../components/for-programs.ts";
import { plainTitle } from "../entry/title.ts";
import { llmsTxt } from "../exports/llms-txt.ts";

export const GET: APIRoute = async ({ site }) => {
	const model = await getModel();
	const absolute = absoluteFrom(site);
	const each = hasPaperFiles(model);
	const text = llmsTxt(model.collection, {
		files: [
			...programFiles(model)
				.filter(({ path }) => path.endsWith(".json") && !path.includes("{"))
				.map(({ path, summary }) => ({ name: path, url: absolute(href(path)), about: summary })),
			{ name: "For programs", url: absolute(urls.forPrograms()), about: "All of these files." },
		],
		topics: model.topics.map(({ id, name, description }) => ({
			name,
			url: absolute(urls.topic(id)),
			about: description,
		})),
		papers: model.entries.map(({ paper: { id, title, abstract } }) => ({
			name: plainTitle(title),
			url: absolute(each ? urls.paperFile(id, "md") : urls.paper(id)),
			about: abstract,
		})),
	});
	return new Response(text, { headers: { "content-type": "text/plain; charset=utf-8" } });
};
