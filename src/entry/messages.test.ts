import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { IssuesError } from "../paper/issues.ts";
import { frontMatterSchemaFor } from "../paper/schema.ts";
import { readTopics } from "./content-folder.ts";
import { contentFolder } from "./folder.ts";
import { picturesIn } from "./pictures.ts";
import { type EntrySite, readEntry } from "./read.ts";

// Refusals that are rare: each is held as people read it.

function refusal(body: string, frontMatter = "title: T", site: EntrySite = {}): string {
	const { issues } = readEntry("papers/a.mdx", `---\n${frontMatter}\n---\n${body}\n`, site);
	expect(issues).not.toEqual([]);
	return new IssuesError(issues).message;
}

function temporaryFolder(): string {
	const folder = mkdtempSync(path.join(tmpdir(), "content-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	return folder;
}

test("pictures, footnotes and raw HTML", () => {
	expect(
		refusal("![alt](a.png)\n\n![alt][b]\n\nText[^1]\n\n[b]: b.png\n\n[^1]: Note."),
	).toMatchInlineSnapshot(`
		"papers/a.mdx:4:1 unexpected image, expected text, math, links, lists, tables or code
		    Put it into content/images/ and write <Figure src="…" alt="…"/>.
		papers/a.mdx:6:1 unexpected image, expected text, math, links, lists, tables or code
		    Put it into content/images/ and write <Figure src="…" alt="…"/>.
		papers/a.mdx:8:5 unexpected footnote, expected text, math, links, lists, tables or code
		    Write it as a sentence of the text.
		papers/a.mdx:12:1 unexpected footnote, expected text, math, links, lists, tables or code
		    Write it as a sentence of the text.
		4 problems"
	`);
});

test("too many pieces of text", () => {
	expect(refusal("*a* ".repeat(4_000))).toMatchInlineSnapshot(`
		"papers/a.mdx:4:13330 unexpected more than 10000 pieces of text, expected an abstract and notes
		    An entry holds an abstract and notes, not the whole paper: link to it.
		1 problem"
	`);
});

test("a line that nobody can read", () => {
	expect(refusal(`\n${"a".repeat(20_001)}`)).toMatchInlineSnapshot(`
		"papers/a.mdx:5:20001 unexpected line of more than 20000 characters, expected lines that people can read
		    Break the line, or leave out what is no text.
		1 problem"
	`);
});

test("code that would overflow the parser", () => {
	const code = `{${"[".repeat(9_000)}${"]".repeat(9_000)}}`;
	expect(refusal(`Text ${code}`)).toMatchInlineSnapshot(`
		"papers/a.mdx:4:6 unexpected markup: code that nests too deep to be read, expected text
		    Write \\< and \\{ where < and { are text, and math between dollar signs.
		1 problem"
	`);
}, 30_000);

test("values that are out of range", () => {
	const long = `title: ${"a".repeat(2_001)}\ncommentCount: -1\nupvotes: 1.5\nsource: {listing: ../a.txt}`;
	expect(refusal("", long)).toMatchInlineSnapshot(`
		"papers/a.mdx:2:8 unexpected "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa… as title, expected at most 2,000 characters
		    Correct title, or remove it if it is not known.
		papers/a.mdx:3:15 unexpected -1 as commentCount, expected 0 or more
		    Correct commentCount, or remove it if it is not known.
		papers/a.mdx:4:10 unexpected 1.5 as upvotes, expected a whole number
		    Correct upvotes, or remove it if it is not known.
		papers/a.mdx:5:19 unexpected "../a.txt" as source.listing, expected the name of a file
		    Correct source.listing, or remove it if it is not known.
		4 problems"
	`);
});

test("a topic where there are none yet", () => {
	expect(
		refusal("", "title: T\ntopics: [owls]", { schema: frontMatterSchemaFor([]) }),
	).toMatchInlineSnapshot(`
		"papers/a.mdx:3:10 unexpected "owls" as topics.0, expected a topic of topics.yaml: there are none yet
		    Correct topics.0, or remove it if it is not known.
		1 problem"
	`);
});

test("pictures that cannot be shown, each with its reason", () => {
	const folder = temporaryFolder();
	const at = (name: string) => path.join(folder, name);
	writeFileSync(at("text.png"), "no picture");
	writeFileSync(at("big.png"), "");
	truncateSync(at("big.png"), 5_000_001);
	const wide = Buffer.alloc(24);
	wide.write("\x89PNG\r\n\x1a\n\0\0\0\0IHDR", "latin1");
	wide.writeUInt32BE(10_001, 16);
	wide.writeUInt32BE(1, 20);
	writeFileSync(at("wide.png"), wide);
	symlinkSync(at("text.png"), at("link.png"));
	mkdirSync(at("folder.png"));
	const names = ["none", "link", "folder", "big", "text", "wide"];
	const body = names.map((name) => `<Figure src="${name}.png" alt="A"/>`).join("\n\n");
	expect(refusal(body, "title: T", { pictures: picturesIn(folder) })).toMatchInlineSnapshot(`
		"papers/a.mdx:4:1 unexpected "none.png" as src of <Figure>: there is no such picture, expected a picture in content/images/
		    Put the picture there; its name stands as it is, in upper and lower case.
		papers/a.mdx:6:1 unexpected "link.png" as src of <Figure>: it is a link to another place, expected a picture in content/images/
		    Put the picture there; its name stands as it is, in upper and lower case.
		papers/a.mdx:8:1 unexpected "folder.png" as src of <Figure>: it is not a file, expected a picture in content/images/
		    Put the picture there; its name stands as it is, in upper and lower case.
		papers/a.mdx:10:1 unexpected "big.png" as src of <Figure>: it has more than 5 MB, expected a picture in content/images/
		    Put the picture there; its name stands as it is, in upper and lower case.
		papers/a.mdx:12:1 unexpected "text.png" as src of <Figure>: its content is no PNG, JPEG, WebP, AVIF or GIF, expected a picture in content/images/
		    Put the picture there; its name stands as it is, in upper and lower case.
		papers/a.mdx:14:1 unexpected "wide.png" as src of <Figure>: it is 10001 × 1 pixels, at most 10000 each way, expected a picture in content/images/
		    Put the picture there; its name stands as it is, in upper and lower case.
		6 problems"
	`);
});

test("topics with the same id, and without terms", () => {
	const root = temporaryFolder();
	const topic = (id: string, terms: string) =>
		`- {id: ${id}, name: N, description: D, terms: ${terms}}\n`;
	const refused = (text: string) => {
		writeFileSync(path.join(root, "topics.yaml"), text);
		const { issues } = readTopics(contentFolder(root));
		expect(issues).not.toEqual([]);
		return new IssuesError(issues).message.replaceAll(root, "content");
	};
	expect(refused(topic("a", "[t]") + topic("a", "[t]"))).toMatchInlineSnapshot(`
		"content/topics.yaml:2:8 unexpected "a" as 1.id, expected an id of its own
		    Correct 1.id, or remove it if it is not known.
		1 problem"
	`);
	expect(refused(topic("a", "[]"))).toMatchInlineSnapshot(`
		"content/topics.yaml:1:43 unexpected [] as 0.terms, expected a term
		    Correct 0.terms, or remove it if it is not known.
		1 problem"
	`);
});
