import type { APIRoute, GetStaticPaths } from "astro";
import { getModel } from "../collection/content.ts";
import { fileResponse } from "../exports/cite/files.ts";
import { type ListFile, wholeList } from "./_citation-files.ts";

export const getStaticPaths = (async () => {
	const model = await getModel();
	return wholeList("", model.entries, model).map(({ name, file, key }) => ({
		params: { file: name },
		props: { file },
		...key,
	}));
}) satisfies GetStaticPaths;

export const GET: APIRoute<Pick<ListFile, "file">> = ({ props }) => fileResponse(props.file());
