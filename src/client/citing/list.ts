import type { CitationFormat } from "../../paper/citations.ts";
import { citedMessage, MOST_CITED } from "./many.ts";

/** Buttons that download the citations of a list; `idsOf` gives the ids of its papers. */
export function startCiteList(
	root: HTMLElement,
	idsOf: () => readonly string[] | Promise<readonly string[]>,
	name: string,
): void {
	const list = root.querySelector<HTMLElement>("[data-cite-list]");
	const said = list?.querySelector("[data-said]");
	if (!list || !said) return;
	list.addEventListener("click", async (event) => {
		const format = (event.target as HTMLElement).closest("button")?.dataset.format;
		if (!format) return;
		said.textContent = "Loading …";
		const { citationText, citingProblem, download } = await import("./citations.ts");
		try {
			const ids = await idsOf();
			const cited = ids.slice(0, MOST_CITED);
			if (cited.length > 0) {
				const count = Number(list.dataset.citeList);
				download(
					await citationText(cited, format as CitationFormat, count),
					format as CitationFormat,
					name,
				);
			}
			said.textContent = citedMessage(ids.length);
		} catch (cause) {
			said.textContent = citingProblem(cause);
		}
	});
}

/** The id in the address of a paper's page, on the site or in a folder. */
export function idOf(address: string): string[] {
	const [, id] = /\/papers\/([^/?#]+)\/(?:index\.html)?(?:[?#].*)?$/.exec(address) ?? [];
	try {
		return id ? [decodeURIComponent(id)] : [];
	} catch {
		return [];
	}
}
