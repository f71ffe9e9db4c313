import { expect, test } from "vitest";
import { biblatex, bibtex } from "./bibtex.ts";

const citable = {
	paper: { id: "p", title: "Mauersegler", abstract: "", topics: [], links: {} },
	key: "ada-2024",
	title: "Mauersegler",
	page: "https://example.org/papers/p/",
	language: "de",
};

test("the language decides on hyphens, and is not printed in a bibliography", () => {
	expect(bibtex(citable)).toMatchInlineSnapshot(`
		"@misc{ada-2024,
			title = {Mauersegler},
			url = {https://example.org/papers/p/},
			langid = {ngerman},
		}
		"
	`);
	expect(biblatex(citable)).toMatchInlineSnapshot(`
		"@online{ada-2024,
			title = {Mauersegler},
			url = {https://example.org/papers/p/},
			langid = {ngerman},
		}
		"
	`);
});
