import type { APIRoute, GetStaticPaths } from "astro";
import { getModel } from "../collection/content.ts";
import { siteOf } from "../collection/site.ts";
import { type CitationFile, fileResponse } from "../exports/cite/files.ts";
import { wholeList } from "./_citation-files.ts";

export const getStaticPaths = (async () => {
	const model = await getModel();
	const files = wholeList(model.entries, model, new URL(siteOf().site));
	return files.map((file) => ({ params: { file: file.name }, props: { file } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: CitationFile }> = ({ props }) => fileResponse(props.file);
