import type { APIRoute, GetStaticPaths } from "astro";
import { citablesOf } from "../../collection/citations.ts";
import { getModel } from "../../collection/content.ts";
import { hasPaperFiles } from "../../components/for-programs.ts";
import type { Entry } from "../../entry/read.ts";
import { citation, fileResponse, type ProgramFormat } from "../../exports/cite/files.ts";
import { CITATION_FORMATS, joinCitations } from "../../paper/citations.ts";

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
	const texts = citablesOf([entry], await getModel(), site ?? url).map((citable) =>
		citation(format, citable, { abstract: true }),
	);
	const { file, type } = CITATION_FORMATS[format];
	const body = () => new TextEncoder().encode(joinCitations(format, texts));
	return fileResponse({ name: file, body, type });
};
