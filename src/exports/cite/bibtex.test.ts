import { expect, test } from "vitest";
import { citableOf } from "../../../tests/entry.ts";
import { citation } from "./texts.ts";

const citable = citableOf({
	paper: { id: "p", title: "Mauersegler", abstract: "", topics: [], links: {} },
	key: "ada-2024",
	title: "Mauersegler",
	page: "https://example.org/papers/p/",
	language: "de",
});

test("the language decides on hyphens, and is not printed in a bibliography", () => {
	expect(citation("bibtex", citable)).toMatchInlineSnapshot(`
		"@misc{ada-2024,
			title = {Mauersegler},
			url = {https://example.org/papers/p/},
			langid = {ngerman},
		}
		"
	`);
	expect(citation("biblatex", citable)).toMatchInlineSnapshot(`
		"@online{ada-2024,
			title = {Mauersegler},
			url = {https://example.org/papers/p/},
			langid = {ngerman},
		}
		"
	`);
});
