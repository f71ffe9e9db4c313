import type { APIRoute, GetStaticPaths } from "astro";
import { citablesOf } from "../../collection/citations.ts";
import { getModel } from "../../collection/content.ts";
import { hasPaperFiles } from "../../components/for-programs.ts";
import type { Entry } from "../../entry/read.ts";
import { fileResponse } from "../../exports/cite/files.ts";
import type { ProgramFormat } from "../../exports/cite/texts.ts";
import { CITATION_FORMATS } from "../../paper/citations.ts";
import { textsOf } from "../_citation-texts.ts";

const FORMATS = ["bibtex", "ris", "csl"] as const;

export const getStaticPaths = (async () => {
	const model = await getModel();
	if (!hasPaperFiles(model)) return [];
	return model.entries.flatMap((entry) =>
		FORMATS.map((format) => ({
			params: { file: `${entry.paper.id}.${CITATION_FORMATS[format].file}` },
			props: { entry, format },
		})),
	);
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: Entry; format: ProgramFormat }> = async ({
	props: { entry, format },
	site,
	url,
}) => {
	const model = await getModel();
	const citables = citablesOf([entry], model, site ?? url);
	const { file, type } = CITATION_FORMATS[format];
	return fileResponse({
		name: file,
		body: () => textsOf(model)(format, true).list(citables),
		type,
	});
};
