import { expect, test } from "vitest";
import { refusal, temporaryContent } from "../import/temporary-content.ts";
import { IssuesError } from "../paper/issues.ts";
import { readEntry } from "./read.ts";
import { readContent } from "./read-content.ts";

const collection = "title: Birds\ntagline: On birds.\nurl: https://birds.example/\n";

function told(frontMatter: string): string {
	const { issues } = readEntry("papers/owls.mdx", `---\n${frontMatter}\n---\n`);
	return issues.length > 0 ? new IssuesError(issues).message : "";
}

test("what is said twice by a slip is told at the second place, with all else that is wrong", () => {
	expect(
		told(`title: T
date: May
topics: [flight, sleep, flight]
aliases:
  - owls
  - old-owls
  - old-owls
authors:
  - Ada Finch
  - Kurt Wren
  - Ada Finch
  - Kurt Wren
links:
  arxiv: https://arxiv.org/abs/2301.00001
  code: https://arxiv.org/abs/2301.00001`),
	).toMatchInlineSnapshot(`
		"papers/owls.mdx:3:7 unexpected "May" as date, expected a date that exists, as YYYY-MM-DD, YYYY-MM or YYYY, for example 2026-05-11
		    Correct date, or remove it if it is not known.
		papers/owls.mdx:4:25 unexpected "flight" a second time, expected each topic once
		    Remove it: npm run check -- --fix does.
		papers/owls.mdx:6:5 unexpected "owls" as an alias, expected former ids: it is the entry’s own
		    Remove it: npm run check -- --fix does.
		papers/owls.mdx:8:5 unexpected "old-owls" a second time, expected each former id once
		    Remove it: npm run check -- --fix does.
		papers/owls.mdx:12:5 unexpected "Ada Finch" and all 2 authors a second time, expected each once
		    Remove it: npm run check -- --fix does.
		papers/owls.mdx:16:9 unexpected "https://arxiv.org/abs/2301.00001" as code, expected another address than that of links.arxiv
		    Correct the address, or remove code.
		6 problems"
	`);
});

test("what may be meant is not told: two authors of one name, one address for two things", () => {
	expect(told("title: T\nauthors: [Wei Wang, Wei Wang]")).toBe("");
	expect(told("title: T\nauthors: [A, B, C, A]")).toBe("");
	expect(told("title: T\nauthors: [A, A, A, A]")).toBe("");
	const address = "https://github.com/owls/owls";
	expect(told(`title: T\nlinks: {code: '${address}', project: '${address}'}`)).toBe("");
	const arxiv = "https://arxiv.org/abs/2301.00001";
	expect(told(`title: T\nlinks: {arxiv: '${arxiv}', paper: '${arxiv}'}`)).toBe("");
});

test("values of another type are told as such alone", () => {
	expect(told("title: T\ntopics: {a: b}\naliases: 3\nauthors: x\nlinks: [y]")).toMatch(
		/4 problems$/,
	);
	expect(told("title: T\ntopics: [[], []]")).toMatch(/2 problems$/);
});

test("an alias that is another entry’s is told where it stands, whichever file is read first", async () => {
	const folder = temporaryContent({
		"collection.yaml": collection,
		"papers/a.mdx": "---\ntitle: Owls fly\naliases:\n  - old-a\n  - c\n---\n",
		"papers/b.mdx": "---\ntitle: Wrens sing\naliases: [x, old-a]\n---\n",
		"papers/c.mdx": "---\ntitle: Swifts sleep\n---\n",
		"papers/z/c.mdx": "---\ntitle: Terns travel\n---\n",
	});
	expect(await refusal(folder, () => readContent(folder))).toMatchInlineSnapshot(`
		"content/papers/a.mdx:5:5 unexpected "c" as an alias, expected an id that no other entry has: content/papers/c.mdx has it
		    Merge the two files where they are one paper, or remove the alias.
		content/papers/b.mdx:3:14 unexpected "old-a" as an alias, expected an id that no other entry has: content/papers/a.mdx has it
		    Merge the two files where they are one paper, or remove the alias.
		content/papers/z/c.mdx:1:1 unexpected second entry with the id "c", expected one: content/papers/c.mdx has it too
		    Merge the two files, or rename one if they are different papers.
		3 problems"
	`);
});
