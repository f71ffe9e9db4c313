import { expect, test } from "vitest";
import { mendEntry } from "./fix.ts";

/** The text after the mend, and what is told, as the command prints it. */
function mend(text: string): string {
	const result = mendEntry("on-owls.mdx", text);
	return [...result.mended.map(({ line, message }) => `${line} ${message}`), result.text].join(
		"\n",
	);
}

const untouched = (text: string) =>
	expect(mendEntry("on-owls.mdx", text)).toEqual({ text, mended: [] });

test("what is certain is mended, and all else stays", () => {
	const text = `---
# Seen in the hide.
topics: ["owls",   'birds']   # mine
title: "On Owls"  
links:
  arxiv: 'http://arxiv.org/abs/2301.00001'
  doi: http://dx.doi.org/10.1000/owls
  project: http://owls.example.org/

# The publisher's day:
date: Feb 9, 2024
source:
  listing: a.bib
  listed: "2024/3/1"
---

Owls fly.  
They hunt. 

See [the paper](http://arxiv.org/abs/1 "T") and http://arxiv.org/abs/2.

\`\`\`
code  
\`\`\``;
	expect(mend(text)).toMatchInlineSnapshot(`
		"2 the keys are in their order: title, date, topics, links, source
		4 white space at the end of the line is gone
		6 'http://arxiv.org/abs/2301.00001' became https://arxiv.org/abs/2301.00001
		7 http://dx.doi.org/10.1000/owls became https://doi.org/10.1000/owls
		11 Feb 9, 2024 became 2024-02-09
		14 "2024/3/1" became 2024-03-01
		18 white space at the end of the line is gone
		20 http://arxiv.org/abs/1 became https://arxiv.org/abs/1
		24 the last line has an end
		---
		title: "On Owls"
		# The publisher's day:
		date: 2024-02-09
		# Seen in the hide.
		topics: ["owls",   'birds']   # mine
		links:
		  arxiv: 'https://arxiv.org/abs/2301.00001'
		  doi: https://doi.org/10.1000/owls
		  project: http://owls.example.org/

		source:
		  listing: a.bib
		  listed: "2024-03-01"
		---

		Owls fly.  
		They hunt.

		See [the paper](https://arxiv.org/abs/1 "T") and http://arxiv.org/abs/2.

		\`\`\`
		code  
		\`\`\`
		"
	`);
});

test("an entry in order stays, with all that a person has put in it", () => {
	untouched("---\ntitle:   'On Owls' # mine\n\n\n# end\n---\nOwls  \nfly.\n");
});

test("Windows line ends and a byte order mark stay", () => {
	expect(
		mendEntry(
			"on-owls.mdx",
			"\uFEFF---\r\ndate: 2024-2-9\r\ntitle: T \r\n---\r\n\r\nOwls. \r\nFly.",
		).text,
	).toBe("\uFEFF---\r\ntitle: T\r\ndate: 2024-02-09\r\n---\r\n\r\nOwls.\r\nFly.\r\n");
});

test.each([
	["two kinds of line ends", "---\ntitle: T \r\n---\n"],
	["no front matter", "Owls. \n"],
	["a date with two meanings", "---\ntitle: T\ndate: 02/09/2024\n---\n\nOwls. \n"],
	["a key that is unknown", "---\ndate: 2024-2-9\ntitle: T\nauthor: A\n---\n"],
	["a key that is there twice", "---\ndate: 2024-2-9\ntitle: T\ntitle: U\n---\n"],
	["YAML that cannot be read", "---\ndate: 2024-2-9\ntitle: [\n---\n"],
	["an alias", "---\ndate: &d 2024-2-9\ntitle: *d\n---\n"],
	["code", "---\ndate: 2024-2-9\ntitle: T\n---\n\n{process.exit()} \n"],
])("an entry with %s is not touched", (_, text) => untouched(text));

test.each([
	["in a block", "title: |-\n  On \n  Owls\n"],
	["in quotes", "title: 'On \n\n  Owls'\n"],
	["kept at the end of a block", "title: |+\n  On Owls \n\n"],
])("white space in a title of several lines %s is text", (_, yaml) => {
	untouched(`---\n${yaml}---\n`);
});

test("the keys of a map in braces have no lines of their own", () => {
	untouched("---\n{date: 2024-02-09, title: T}\n---\n");
});

test("comments go with the key below them; those at the head and the end stay there", () => {
	expect(
		mendEntry(
			"on-owls.mdx",
			"---\n# Head.\n\n# Day.\n# Of print.\ndate: 2024-02-09\n# Title.\ntitle: |\n  T\n# End.\n---\n",
		).text,
	).toBe(
		"---\n# Head.\n\n# Title.\ntitle: |\n  T\n# Day.\n# Of print.\ndate: 2024-02-09\n# End.\n---\n",
	);
});

test("white space that is a line break, code or math stays", () => {
	untouched("---\ntitle: T\n---\n\nA  \nb\\\nc `x  \ny`\n\n```\n \n```\n\n$$\na \n$$\n");
});

test("an address is mended as the target of a link, and stays as the words of the authors", () => {
	const text =
		"---\ntitle: T\n---\n\n[http://arxiv.org/a](http://arxiv.org/a) http://arxiv.org/b `[x](http://arxiv.org/c)` [d]\n\n[d]: http://github.com/d\n";
	expect(mendEntry("on-owls.mdx", text).text).toBe(
		text
			.replace("(http://arxiv.org/a)", "(https://arxiv.org/a)")
			.replace("http://github", "https://github"),
	);
});

test("what a list says twice is taken out, and the entry’s own id as a former one", () => {
	expect(
		mend(`---
title: T
authors:
  - Ada Finch
  - Kurt Wren # who else
  - Ada Finch
  - Kurt Wren
topics: [owls,   "wrens", owls, 'owls'] # mine
aliases:
  - on-owls
  # the old one
  - owls
  - "owls"
---
`),
	).toMatchInlineSnapshot(`
		"6 Ada Finch is gone from authors: it is there already
		7 Kurt Wren is gone from authors: it is there already
		8 owls is gone from topics: it is there already; owls is gone from topics: it is there already
		10 on-owls is gone from aliases: it is there already
		13 owls is gone from aliases: it is there already
		---
		title: T
		authors:
		  - Ada Finch
		  - Kurt Wren # who else
		topics: [owls, "wrens"] # mine
		aliases:
		  # the old one
		  - owls
		---
		"
	`);
	expect(
		mend("---\ntitle: T\naliases: [on-owls]\nsource:\n  listing: a\n---\n"),
	).toMatchInlineSnapshot(`
		"3 aliases is gone: it held nothing but the entry’s own id
		---
		title: T
		source:
		  listing: a
		---
		"
	`);
});

test("two authors of one name, and a list with a comment on what would go, stay", () => {
	untouched("---\ntitle: T\nauthors:\n  - Wei Wang\n  - Wei Wang\n---\n");
	untouched("---\ntitle: T\nauthors: [A, B, A]\n---\n");
	untouched("---\ntitle: T\ntopics:\n  - owls\n  - owls # the small ones\n---\n");
	untouched("---\ntitle: T\ntopics: [owls,\n  owls]\n---\n");
	untouched("---\ntitle: T\naliases:\n  # mine\n  - on-owls\n---\n");
});

test.each([
	["Feb 2024", "2024-02"],
	["2024/2", "2024-02"],
	['"2/2024"', '"2024-02"'],
])("the month %s is mended to %s, without a day", (written, mended) => {
	const entry = (date: string) => `---\ntitle: Owls\ndate: ${date}\n---\n`;
	expect(mendEntry("on-owls.mdx", entry(written)).text).toBe(entry(mended));
});

test.each(["2024", '"2024"', "2024-02", "2024-02-09"])("the date %s needs no mend", (date) => {
	untouched(`---\ntitle: Owls\ndate: ${date}\n---\n`);
});

test("the day of a listing is not mended to a month", () => {
	untouched("---\ntitle: Owls\nsource:\n  listing: a.bib\n  listed: 2024/2\n---\n");
});
