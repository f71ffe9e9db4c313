import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { refusal, temporaryContent } from "../import/temporary-content.ts";
import { type EntryCache, readContent } from "./read-content.ts";

const collection = "title: Birds\ntagline: t\nurl: https://example.org/\n";

test("what would be missed in a folder is told: other endings, other encodings, settings of listings", async () => {
	const folder = temporaryContent({
		"collection.yaml": collection,
		"sources/listings.yaml": "a: [\n",
		"papers/owls.md": "---\ntitle: On Owls\n---\n",
		"papers/2024/WRENS.MDX": "---\ntitle: On Wrens\n---\n",
		"papers/rooks.mdx": Buffer.from("---\ntitle: Rooks of Qu\xe9bec\n---\n", "latin1"),
		"papers/picture.png": "no entry",
	});
	expect(await refusal(folder, () => readContent(folder))).toMatchInlineSnapshot(`
		"content/papers/2024/WRENS.MDX:1:1 unexpected file name "WRENS.MDX", expected one that ends in .mdx
		    Rename the file: its name is the paper's id, and then .mdx in small letters.
		content/papers/owls.md:1:1 unexpected file name "owls.md", expected one that ends in .mdx
		    Rename the file: its name is the paper's id, and then .mdx in small letters.
		content/papers/rooks.mdx:1:1 unexpected bytes of another encoding, expected UTF-8 text
		    Save the file again as UTF-8, and look at its letters with accents.
		content/sources/listings.yaml:2:1 unexpected YAML: Flow sequence in block collection must be sufficiently indented and end with a ], expected \`key: value\` lines
		    Put a text that holds ": ", " #" or quotes in "double quotes".
		4 problems"
	`);
});

test("a former id that another paper has is told where it stands, whichever file is read first", async () => {
	const folder = temporaryContent({
		"collection.yaml": collection,
		"papers/a.mdx": "---\ntitle: On Owls\naliases:\n  - wrens\n  - rooks\n---\n",
		"papers/b.mdx": "---\ntitle: On Crows\naliases: [old, rooks]\n---\n",
		"papers/wrens.mdx": "---\ntitle: On Wrens\n---\n",
	});
	expect(await refusal(folder, () => readContent(folder))).toMatchInlineSnapshot(`
		"content/papers/a.mdx:4:5 unexpected "wrens" as an alias, expected an id that no other entry has: content/papers/wrens.mdx has it
		    Merge the two files where they are one paper, or remove the alias.
		content/papers/b.mdx:3:16 unexpected "rooks" as an alias, expected an id that no other entry has: content/papers/a.mdx has it
		    Merge the two files where they are one paper, or remove the alias.
		2 problems"
	`);
});

test("entries are compared with each other again when what they are compared by has changed", () => {
	const entry = (title: string, abstract: string) => `---\ntitle: ${title}\n---\n\n${abstract}\n`;
	const folder = temporaryContent({
		"collection.yaml": collection,
		"papers/owls.mdx": entry("On Owls", "Owls."),
	});
	const asked: string[] = [];
	const cache: EntryCache = {
		untouched: () => undefined,
		recall: () => undefined,
		keep: () => {},
		wereSound: (sum) => asked.includes(sum) || asked.push(sum) === 0,
		areSound: () => {},
		save: () => {},
	};
	const sumsAfter = (name: string, text: string) => {
		writeFileSync(path.join(folder.papers, name), text);
		readContent(folder, "/", () => cache);
		return asked.length;
	};
	expect(sumsAfter("owls.mdx", entry("On Owls", "Owls at dusk."))).toBe(1);
	expect(sumsAfter("owls.mdx", entry("On Owls", "Owls at dawn."))).toBe(1);
	expect(sumsAfter("owls.mdx", entry("On Barn Owls", "Owls at dawn."))).toBe(2);
	expect(sumsAfter("wrens.mdx", entry("On Wrens", ""))).toBe(3);
	expect(() => sumsAfter("rooks.mdx", entry("On Wrens", ""))).toThrow("second entry");
});
