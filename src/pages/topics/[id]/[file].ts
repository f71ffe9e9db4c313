import type { APIRoute, GetStaticPaths } from "astro";
import { getModel } from "../../../collection/content.ts";
import { siteOf } from "../../../collection/site.ts";
import { type CitationFile, fileResponse } from "../../../exports/cite/files.ts";
import { wholeList } from "../../_citation-files.ts";

export const getStaticPaths = (async () => {
	const model = await getModel();
	const site = new URL(siteOf().site);
	return model.topics.flatMap(({ id, entries }) =>
		wholeList(entries, model, site).map((file) => ({
			params: { id, file: file.name },
			props: { file },
		})),
	);
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: CitationFile }> = ({ props }) => fileResponse(props.file);
