import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type Issue, IssuesError } from "../paper/issues.ts";
import { readCollection, readListings, readTopics } from "./content-folder.ts";
import { type ContentFolder, contentFolder } from "./folder.ts";

async function folderWith(files: Record<string, string>): Promise<ContentFolder> {
	const root = mkdtempSync(path.join(tmpdir(), "content-"));
	onTestFinished(() => rmSync(root, { recursive: true }));
	await mkdir(path.join(root, "sources"));
	for (const [name, text] of Object.entries(files)) writeFileSync(path.join(root, name), text);
	return contentFolder(root);
}

function refusal(folder: ContentFolder, { issues }: { issues: readonly Issue[] }): string {
	expect(issues).not.toEqual([]);
	return new IssuesError(issues).message.replaceAll(folder.root, "content");
}

test("the parts of a content folder", () => {
	expect(contentFolder("a/b")).toEqual({
		root: "a/b",
		collection: "a/b/collection.yaml",
		topics: "a/b/topics.yaml",
		sources: "a/b/sources",
		listings: "a/b/sources/listings.yaml",
		papers: "a/b/papers",
		pages: "a/b/pages",
		images: "a/b/images",
		ids: "a/b/ids.txt",
	});
	expect(contentFolder("a\\b").papers).toBe("a/b/papers");
});

test("a collection with what it needs", async () => {
	const text = "title: Birds\ntagline: On birds.\nurl: https://a.b/birds/\n";
	const folder = await folderWith({ "collection.yaml": text });
	expect(readCollection(folder).value).toEqual({
		title: "Birds",
		tagline: "On birds.",
		url: "https://a.b/birds/",
		language: "en",
	});
});

test("a collection with problems", async () => {
	const folder = await folderWith({
		"collection.yaml": "title: Birds\ntagLine: On birds.\nurl: example.org\nlanguage: English\n",
	});
	expect(refusal(folder, readCollection(folder))).toMatchInlineSnapshot(`
		"content/collection.yaml:1:1 unexpected end, expected a key "tagline"
		    Add a line \`tagline: …\`.
		content/collection.yaml:2:1 unexpected key "tagLine", expected one of title, tagline, byline, url, repository, license, language, firstUrl, hub, subscribe
		    Did you mean "tagline"?
		content/collection.yaml:3:6 unexpected "example.org" as url, expected an address that begins with https://
		    Correct url, or remove it if it is not known.
		content/collection.yaml:4:11 unexpected "English" as language, expected a language tag such as en or pt-BR
		    Correct language, or remove it if it is not known.
		4 problems"
	`);
});

test("a folder without the files that it needs", async () => {
	const folder = await folderWith({});
	const issues = [...readCollection(folder).issues, ...readTopics(folder).issues];
	expect(refusal(folder, { issues })).toMatchInlineSnapshot(`
		"content/collection.yaml:1:1 unexpected end: there is no such file, expected the collection's settings
		    Create it (README, “Make it your own”), or set OFFPRINT_CONTENT to the content folder.
		content/topics.yaml:1:1 unexpected end: there is no such file, expected the collection's settings
		    Create it (README, “Make it your own”), or set OFFPRINT_CONTENT to the content folder.
		2 problems"
	`);
});

test("topics in the order of the file", async () => {
	const topic = (id: string) => `- {id: ${id}, name: N, description: D, terms: [t]}\n`;
	const folder = await folderWith({ "topics.yaml": topic("b") + topic("a") });
	expect(readTopics(folder).value?.map(({ id }) => id)).toEqual(["b", "a"]);
});

test("topics with problems", async () => {
	const folder = await folderWith({
		"topics.yaml": `- {id: birds, name: Birds, description: D, terms: [bird]}
- {id: birds, name: Birds, description: D, terms: ["*"]}
- {id: Big Birds, name: "", description: D, term: [bird]}
`,
	});
	expect(refusal(folder, readTopics(folder))).toMatchInlineSnapshot(`
		"content/topics.yaml:2:52 unexpected "*" as 1.terms.0, expected words
		    Correct 1.terms.0, or remove it if it is not known.
		content/topics.yaml:3:3 unexpected end, expected a key "2.terms"
		    Add a line \`terms: …\`.
		content/topics.yaml:3:8 unexpected "Big Birds" as 2.id, expected lower-case words joined by -
		    Correct 2.id, or remove it if it is not known.
		content/topics.yaml:3:25 unexpected "" as 2.name, expected some text
		    Correct 2.name, or remove it if it is not known.
		content/topics.yaml:3:45 unexpected key "term", expected one of id, name, description, terms
		    Did you mean "terms"?
		5 problems"
	`);
});

test("an empty file of topics", async () => {
	const folder = await folderWith({ "topics.yaml": "" });
	expect(refusal(folder, readTopics(folder))).toMatchInlineSnapshot(`
		"content/topics.yaml:1:1 unexpected null as the whole, expected a list, each item on a line that begins with -
		    Correct the whole, or remove it if it is not known.
		1 problem"
	`);
});

test("facts about listings are optional", async () => {
	expect(readListings(await folderWith({})).value).toEqual({});
	const text = "# None yet.\n";
	expect(readListings(await folderWith({ "sources/listings.yaml": text })).value).toEqual({});
	const facts = "a.txt:\n  listed: 2026-07-01\n  complete: true\n";
	expect(readListings(await folderWith({ "sources/listings.yaml": facts })).value).toEqual({
		"a.txt": { listed: "2026-07-01", complete: true },
	});
});

test("facts about listings with problems", async () => {
	const folder = await folderWith({
		"sources/listings.yaml": "a.txt:\n  listed: Jul 1\n  completed: true\nb.txt: 2026-07-01\n",
	});
	expect(refusal(folder, readListings(folder))).toMatchInlineSnapshot(`
		"content/sources/listings.yaml:2:11 unexpected "Jul 1" as a.txt.listed, expected a day as YYYY-MM-DD
		    Correct a.txt.listed, or remove it if it is not known.
		content/sources/listings.yaml:3:3 unexpected key "completed", expected one of listed, complete
		    Did you mean "complete"?
		content/sources/listings.yaml:4:8 unexpected "2026-07-01" as b.txt, expected keys with values
		    Correct b.txt, or remove it if it is not known.
		3 problems"
	`);
});
