import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contentFolder } from "../entry/folder.ts";
import { papersIn, refusal, temporaryContent } from "../import/temporary-content.ts";
import type { FieldName } from "./form.ts";
import { runSuggestion } from "./run.ts";
import { content, issue } from "./temporary-issue.ts";

/** The entries after a suggestion. */
async function suggested(values: Partial<Record<FieldName, string>>) {
	const folder = content();
	const { unused } = await runSuggestion(folder, issue(values));
	const files = Object.entries(papersIn(folder)).map(([name, text]) => `${name}\n${text}`);
	return [...files, ...unused.map((name) => `unused: ${name}`)].join("\n");
}

async function refused(values: Partial<Record<FieldName, string>>, folder = content()) {
	const message = await refusal(folder, () => runSuggestion(folder, issue(values)));
	return message;
}

test("fields become an entry, with an id of the identifier and topics by name or id", async () => {
	expect(
		await suggested({
			identifier: "https://doi.org/10.1000/Swifts",
			title: "Swifts sleep on the wing for $10^3$ hours",
			authors: "Ada Finch\n\n  Émile Rossignol",
			date: "2024-02-29",
			venue: "Journal of Birds",
			links: "https://example.org/swifts.pdf\nhttps://github.com/swifts/sleep",
			abstract: "We watch {swifts} & <others>.\n\nimport x from 'y'",
			topics: "on the wing, sleep",
		}),
	).toMatchInlineSnapshot(`
		"10.1000-swifts.mdx
		---
		title: Swifts sleep on the wing for $10^3$ hours
		date: 2024-02-29
		authors:
		  - Ada Finch
		  - Émile Rossignol
		venue: Journal of Birds
		topics:
		  - flight
		  - sleep
		links:
		  doi: https://doi.org/10.1000/swifts
		  pdf: https://example.org/swifts.pdf
		  code: https://github.com/swifts/sleep
		source:
		  listing: issue-12
		  digests: {title: 062b4e3f5c, date: 25983d6c7d, authors: 9e503ab240, venue: 42b39c82b1, topics: 819c7780a0, links.doi: 4efc59148a, links.pdf: 3f2897a6f6, links.code: 3f520a6952, abstract: 6951c8cab7}
		---

		We watch swifts & \\<others>.

		&#x69;mport x from 'y'
		"
	`);
});

test("a record becomes an entry; what was filled in besides it is told", async () => {
	const record =
		"```text\n@article{a, title={Swifts sleep and sleep}, author={Finch, Ada}, eprint={2301.00001}, archiveprefix={arXiv}}\n```";
	expect(await suggested({ record, title: "Another", date: "2024-02-29" })).toMatchInlineSnapshot(`
		"2301.00001.mdx
		---
		title: Swifts sleep and sleep
		authors:
		  - Ada Finch
		topics:
		  - sleep
		links:
		  arxiv: https://arxiv.org/abs/2301.00001
		source:
		  listing: issue-12
		  digests: {title: 5e3d852784, authors: c97ebb1d66, topics: "96428168e7", links.arxiv: f2cc1b4b81}
		---

		unused: title
		unused: date"
	`);
});

test.each(["2024-02", "2024"])("the date %s is taken as it is known", async (date) => {
	expect(await suggested({ title: "Swifts", date })).toContain(`\ndate: ${date}\n`);
});

test("each field that cannot be read is told, all at once, with its line", async () => {
	expect(
		await refused({
			identifier: "my paper",
			title: "Swifts",
			date: "2023-02-29",
			links: "https://example.org\njavascript:alert(1)\nfile:///etc/passwd",
			topics: "slep, zoology",
		}),
	).toMatchInlineSnapshot(`
		"issue:3:1 unexpected "my paper" as “arXiv id or DOI”, expected one such as 2301.00001 or 10.1000/swifts
		    Write the identifier alone, or fill in the title instead.
		issue:19:1 unexpected "2023-02-29" as “Date of publication”, expected a date that exists, as YYYY-MM-DD, YYYY-MM or YYYY
		    Write as much of it as is known, or leave it out.
		issue:28:1 unexpected "javascript:alert(1)" as a link, expected a web address that begins with https://
		    Write one address a line, and nothing else.
		issue:29:1 unexpected "file:///etc/passwd" as a link, expected a web address that begins with https://
		    Write one address a line, and nothing else.
		issue:37:1 unexpected topic "slep", expected topics of the collection: Sleep, On the wing
		    Did you mean "sleep"?
		issue:37:1 unexpected topic "zoology", expected topics of the collection: Sleep, On the wing
		    Leave it out, or choose one of these.
		6 problems"
	`);
});

test("a record is of one paper, and can be read", async () => {
	expect(await refused({})).toMatchInlineSnapshot(`
		"issue:1:1 unexpected empty form, expected an arXiv id, a DOI, a record or a title
		    Fill in one of them.
		1 problem"
	`);
	expect(await refused({ record: "Just some words" })).toContain(
		"issue:7:1 unexpected text in which no paper is found",
	);
	expect(
		await refused({ record: "@article{a, title={One}}\n@article{b, title={Two}}" }),
	).toMatchInlineSnapshot(`
		"issue:8:1 unexpected 2 papers in the record, expected one
		    Suggest each paper in an issue of its own.
		1 problem"
	`);
	expect(await refused({ record: "@article{a, author={Finch, Ada}}" })).toMatchInlineSnapshot(`
		"issue:7:1 unexpected record “a” (no title), expected a paper
		    Mend the record, or fill in the title instead.
		1 problem"
	`);
	expect(await refused({ title: "Long", abstract: "word ".repeat(12_500) })).toMatchInlineSnapshot(`
		"issue:11:1 unexpected record “Long” (an abstract of 62,499 characters, where an entry holds 20,000), expected a paper
		    Mend the record, or fill in the title instead.
		1 problem"
	`);
});

test("a paper of the collection is not overwritten, whatever it is called there", async () => {
	const mine = "---\ntitle: Mine\n---\n\nMy words.\n";
	const folder = content({ "papers/2024/10.1000-swifts.mdx": mine });
	expect(
		await refused({ identifier: "10.1000/swifts", title: "Theirs" }, folder),
	).toMatchInlineSnapshot(`
		"issue:11:1 unexpected paper 10.1000-swifts, expected one that is not in the collection: content/papers/2024/10.1000-swifts.mdx
		    Open its page and choose “Improve it” where something is missing.
		1 problem"
	`);
	const alias = content({ "papers/mine.mdx": "---\ntitle: Mine\naliases: [theirs]\n---\n" });
	expect(await refused({ title: "Theirs" }, alias)).toContain(
		'unexpected "theirs" as an alias, expected an id that no other entry has: content/papers/theirs.mdx has it',
	);
});

test("the collection of this repository takes a suggestion", async () => {
	const { topics, collection } = contentFolder();
	const folder = temporaryContent({
		"topics.yaml": readFileSync(topics),
		"collection.yaml": readFileSync(collection),
	});
	const { id } = await runSuggestion(folder, issue({ title: "A paper of its own" }));
	expect(id).toBe("a-paper-of-its-own");
});
