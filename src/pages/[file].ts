import type { APIRoute, GetStaticPaths } from "astro";
import { getModel } from "../collection/content.ts";
import { type CitationFile, fileResponse } from "../exports/cite/files.ts";
import type { Bytes } from "../exports/cite/texts.ts";
import { type ListFile, wholeList } from "./_citation-files.ts";

/** So many files of lists are begun while paths are found: they are in memory until they are written. */
const BEGUN = 4;

export const getStaticPaths = (async () => {
	const model = await getModel();
	const files = wholeList("", model.entries, model);
	const changed = files.filter(({ isKept }) => !isKept).slice(0, import.meta.env.DEV ? 0 : BEGUN);
	const begun = new Map(changed.map(({ name, file }) => [name, begin(file())]));
	return files.map(({ name, file, key }) => ({
		params: { file: name },
		props: { file: () => begun.get(name) ?? file() },
		...key,
	}));
}) satisfies GetStaticPaths;

export const GET: APIRoute<Pick<ListFile, "file">> = ({ props }) => fileResponse(props.file());

/** A file of which what stands in it is made from now on, for who asks first. */
function begin(file: CitationFile | undefined): CitationFile | undefined {
	if (!file) return undefined;
	let body: Promise<Bytes> | undefined = Promise.resolve(file.body());
	// Whoever asks is told.
	body.catch(() => {});
	const taken = () => {
		const made = body;
		body = undefined;
		return made;
	};
	return { ...file, body: () => taken() ?? file.body() };
}
