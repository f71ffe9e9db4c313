import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { IssuesError } from "../paper/issues.ts";
import { contentFolder } from "./folder.ts";
import { readContent } from "./read-content.ts";

/** What a content folder with these entries is refused for; empty where it is sound. */
function problems(papers: Record<string, string>): string {
	const root = mkdtempSync(path.join(tmpdir(), "content-"));
	onTestFinished(() => rmSync(root, { recursive: true }));
	mkdirSync(path.join(root, "papers"));
	writeFileSync(path.join(root, "topics.yaml"), "[]\n");
	writeFileSync(
		path.join(root, "collection.yaml"),
		"title: Birds\ntagline: On birds.\nurl: https://a.b/\n",
	);
	for (const [id, frontMatter] of Object.entries(papers)) {
		writeFileSync(path.join(root, "papers", `${id}.mdx`), `---\n${frontMatter}\n---\n`);
	}
	try {
		readContent(contentFolder(root));
		return "";
	} catch (cause) {
		if (cause instanceof IssuesError) return cause.message.replaceAll(`${root}/`, "");
		throw cause;
	}
}

test("two entries for one paper are refused at the second, with the reason and how to mend it", () => {
	expect(
		problems({
			a: "title: Owls by Night\nlinks: {doi: https://doi.org/10.1000/ABC(1)}",
			b: "title: On Wrens\nlinks:\n  code: https://a.b\n  doi: https://doi.org/10.1000/abc(1)",
			c: "title: Owls at Dawn\nlinks: {arxiv: https://arxiv.org/abs/2301.00001v2}",
			"2301.00001": "title: Owls at Sunrise",
			e: "title: Owls in the $O(n)$ Rain\nauthors: [Ada Lovelace]",
			f: "# mine\ntitle: Owls in the O(n) rain",
			g: "title: A Tokeniser for Big Owls\nauthors: [Ada Lovelace]",
			h: "title: The Tokenizer for Big Owls\nauthors: [A. Lovelace]",
		}),
	).toMatchInlineSnapshot(`
		"papers/b.mdx:5:1 unexpected second entry for one paper, expected one: papers/a.mdx has the same DOI, 10.1000/abc(1)
		    Merge the two files and keep the other’s id under \`aliases\`; where they are different papers, one of them has a wrong DOI: correct it.
		papers/c.mdx:3:1 unexpected second entry for one paper, expected one: papers/2301.00001.mdx has the same arXiv id, 2301.00001
		    Merge the two files and keep the other’s id under \`aliases\`; where they are different papers, one of them has a wrong arXiv id: correct it.
		papers/f.mdx:3:1 unexpected second entry for one paper, expected one: papers/e.mdx has the same title, and no other authors
		    Merge the two files and keep the other’s id under \`aliases\`; where they are different papers, give each its DOI or its arXiv id under \`links\`.
		papers/h.mdx:2:1 unexpected second entry for one paper, expected one: papers/g.mdx has nearly the same title, and the same authors
		    Merge the two files and keep the other’s id under \`aliases\`; where they are different papers, give each its DOI or its arXiv id under \`links\`.
		4 problems"
	`);
});

test("what tells two papers apart is enough", () => {
	expect(
		problems({
			a: "title: Owls by Night\nlinks: {doi: https://doi.org/10.1000/a}",
			b: "title: Owls by Night\nlinks: {doi: https://doi.org/10.1000/b}",
			c: "title: Preface",
			d: "title: Preface",
			e: "title: Owls at Dawn\nauthors: [Ada Lovelace]",
			f: "title: Owls at Dawn\nauthors: [Kurt Gödel]",
		}),
	).toBe("");
});

test("an entry that was merged with another keeps the other's id, and is no second one", () => {
	expect(
		problems({ a: "title: Owls by Night\naliases: [10.1000-a]", b: "title: Owls at Dawn" }),
	).toBe("");
});
