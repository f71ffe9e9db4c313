import { expect, test } from "vitest";
import { markdownOf } from "../exports/markdown.ts";
import { plainBody } from "./plain-markdown.ts";

const plain = (body: string) => {
	const { abstract, notes } = plainBody(body, "https://example.org/a/");
	return { abstract: markdownOf(abstract), notes: markdownOf(notes) };
};

test("components become what any Markdown shows", () => {
	const { abstract, notes } =
		plain(`Words<SideNote>a *side* note</SideNote>, and [a list](/topics/).

<Callout type="warning">
Take care.
</Callout>

# Notes

<Figure src="wings/left one.png" alt="A wing" caption="The left"/>

<Video href="https://example.org/talk" title="The [talk]"/>
`);
	expect(abstract).toMatchInlineSnapshot(`
		"Words(a *side* note), and [a list](https://example.org/a/topics/).

		> Take care.
		"
	`);
	expect(notes).toMatchInlineSnapshot(`
		"## Notes

		![A wing](https://example.org/a/images/wings/left%20one.png)

		The left

		[The \\[talk\\]](https://example.org/talk)
		"
	`);
});

test("formulas stay TeX, and text that looks like markup stays text", () => {
	expect(plain("For $x_1 < y$, \\<b>not\\</b> \\{code} at \\$5.").abstract).toMatchInlineSnapshot(`
		"For $x_1 < y$, \\<b>not\\</b> {code} at \\$5.
		"
	`);
});

test("a body that begins with a rule is no front matter", () => {
	const { abstract, notes } = plain("---\na: b\n---\n\nText.");
	expect(abstract + notes).toBe("***\n## a: b\n\nText.\n");
});
