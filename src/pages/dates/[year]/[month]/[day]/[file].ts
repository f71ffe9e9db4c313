import type { APIRoute, GetStaticPaths } from "astro";
import { getModel } from "../../../../../collection/content.ts";
import { siteOf } from "../../../../../collection/site.ts";
import { type CitationFile, fileResponse } from "../../../../../exports/cite/files.ts";
import { pad } from "../../../../../paper/dates.ts";
import { shortList } from "../../../../_citation-files.ts";

export const getStaticPaths = (async () => {
	const model = await getModel();
	const site = new URL(siteOf().site);
	const days = model.years.flatMap(({ months }) => months.flatMap(({ days }) => days));
	return days.flatMap(({ year, month, day, entries }) =>
		shortList(entries, model, site).map((file) => ({
			params: { year: String(year), month: pad(month), day: pad(day), file: file.name },
			props: { file },
		})),
	);
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: CitationFile }> = ({ props }) => fileResponse(props.file);
