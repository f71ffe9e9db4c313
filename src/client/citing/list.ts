import type { CitationFormat } from "../../paper/citations.ts";

/** Buttons that download the citations of a list; `addresses` gives those of its papers' pages. */
export function startCiteList(root: HTMLElement, addresses: () => string[], name: string): void {
	const list = root.querySelector<HTMLElement>("[data-cite-list]");
	const said = list?.querySelector("[data-said]");
	if (!list || !said) return;
	list.addEventListener("click", async (event) => {
		const format = (event.target as HTMLElement).closest("button")?.dataset.format;
		if (!format) return;
		const ids = addresses().flatMap(idOf);
		if (ids.length === 0) {
			said.textContent = "There is no paper to cite.";
			return;
		}
		said.textContent = "Loading …";
		const { citationText, citingProblem, download } = await import("./citations.ts");
		try {
			const text = await citationText(ids, format as CitationFormat, Number(list.dataset.citeList));
			download(text, format as CitationFormat, name);
			said.textContent = `Downloaded ${ids.length === 1 ? "1 paper" : `${ids.length} papers`}`;
		} catch (cause) {
			said.textContent = citingProblem(cause);
		}
	});
}

/** The id in the address of a paper's page, on the site or in a folder. */
function idOf(address: string): string[] {
	const [, id] = /\/papers\/([^/?#]+)\/(?:index\.html)?(?:[?#].*)?$/.exec(address) ?? [];
	try {
		return id ? [decodeURIComponent(id)] : [];
	} catch {
		return [];
	}
}
