import { CITATION_FORMATS, type CitationFormat, joinCitations } from "../../paper/citations.ts";
import { button, element } from "../search/dom.ts";
import { read, write } from "../storage.ts";
import { type Citations, citationsOf, citingProblem, download } from "./citations.ts";

/** Fills “Cite” on a paper's page: a menu of formats, the text, and what can be done with it. */
export async function openPanel(details: HTMLDetailsElement): Promise<void> {
	const { id = "", cite } = details.dataset;
	const files = details.querySelector<HTMLElement>("[data-files]");
	const panel = details.querySelector("[data-panel]") ?? element("div", { "data-panel": "" });
	panel.replaceChildren(element("p", { role: "status" }, "Loading …"));
	files?.before(panel);
	try {
		panel.replaceChildren(...parts(id, await citationsOf(id, Number(cite))));
		if (files) files.hidden = true;
	} catch (cause) {
		panel.replaceChildren(
			element("p", { role: "alert" }, citingProblem(cause)),
			button("Try again", () => void openPanel(details)),
		);
	}
}

function parts(id: string, citations: Citations): HTMLElement[] {
	const menu = element(
		"select",
		{ "aria-label": "Format" },
		...Object.entries(CITATION_FORMATS).map(([value, { name }]) =>
			element("option", { value }, name),
		),
	);
	const text = element("pre", {
		tabindex: "0",
		role: "region",
		"aria-label": "Citation",
		dir: "auto",
	});
	const said = element("span", { role: "status", "aria-live": "polite" });
	const format = () => menu.value as CitationFormat;
	const show = () => {
		text.textContent = citations[format()].trim();
		said.textContent = "";
	};
	const wanted = read("cite") ?? "";
	menu.value = Object.hasOwn(CITATION_FORMATS, wanted) ? wanted : "bibtex";
	menu.addEventListener("change", () => {
		write("cite", menu.value);
		show();
	});
	show();
	const copy = button("Copy", async () => {
		try {
			await navigator.clipboard.writeText(text.textContent ?? "");
			said.textContent = "Copied";
		} catch {
			getSelection()?.selectAllChildren(text);
			said.textContent = "The browser would not copy: the text is selected, copy it by hand.";
		}
	});
	const save = button("Download", () => {
		download(joinCitations(format(), [citations[format()]]), format(), id);
		said.textContent = "Downloaded";
	});
	return [menu, text, element("p", { class: "actions" }, copy, save, said)];
}
