import { citedAs } from "../src/entry/cited.ts";
import type { Entry } from "../src/entry/read.ts";
import type { Citable } from "../src/paper/citations.ts";
import type { Paper } from "../src/paper/schema.ts";

/** An entry that says this of its paper and shows nothing of it; its id is its title where it has none. */
export function entryOf(facts: Partial<Paper> & Pick<Paper, "id">): Entry {
	const paper = { title: facts.id, abstract: "", topics: [], links: {}, ...facts };
	return {
		paper,
		file: `content/papers/${paper.id}.mdx`,
		titleHtml: "",
		abstractHtml: "",
		notesHtml: "",
		body: "",
		pictures: [],
		digest: "",
		cited: citedAs(paper),
	};
}

/** What it takes to cite a paper, with its check sum. */
export function citableOf(citable: Omit<Citable, "sum">): Citable {
	return { ...citable, sum: citedAs(citable.paper).sum };
}
