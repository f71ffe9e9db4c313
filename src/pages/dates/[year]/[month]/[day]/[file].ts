import type { APIRoute, GetStaticPaths } from "astro";
import { getModel } from "../../../../../collection/content.ts";
import { fileResponse } from "../../../../../exports/cite/files.ts";
import { pad } from "../../../../../paper/dates.ts";
import { type ListFile, shortList } from "../../../../_citation-files.ts";

export const getStaticPaths = (async () => {
	const model = await getModel();
	const days = model.years.flatMap(({ months }) => months.flatMap(({ days }) => days));
	return days.flatMap(({ year, month, day, entries }) =>
		shortList(`dates/${year}/${pad(month)}/${pad(day)}/`, entries, model).map(
			({ name, file, key }) => ({
				params: { year: String(year), month: pad(month), day: pad(day), file: name },
				props: { file },
				...key,
			}),
		),
	);
}) satisfies GetStaticPaths;

export const GET: APIRoute<Pick<ListFile, "file">> = ({ props }) => fileResponse(props.file());
