import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryContent } from "../import/temporary-content.ts";
import { offprint } from "./command.ts";

/** What `npm run import` prints, with the content folder named `content` as in a real project. */
async function told(root: string, ...flags: string[]) {
	const { code, stdout, stderr } = await offprint(["import", ...flags], { content: root });
	return { code, stdout, stderr };
}

const paper = (at: number) => `@misc{p${at},\n title = {Paper ${at}}\n}\n`;

test("entries that no source gives any more are told with what to do, the first few of many", async () => {
	const folder = temporaryContent({
		"sources/a.bib": Array.from({ length: 7 }, (_, at) => paper(at)).join(""),
		"sources/b.bib": "@misc{o, title = {On Owls}}\n",
	});
	await told(folder.root);
	rmSync(path.join(folder.sources, "b.bib"));
	expect((await told(folder.root)).stderr).toMatchInlineSnapshot(`
		"content/papers/on-owls.mdx:3:1 unexpected entry that no source gives any more (b.bib did), expected a record of it
		Delete the file where the paper is to go, or remove \`source\` and \`otherSources\` from it to keep it as one by hand.
		"
	`);
	writeFileSync(path.join(folder.sources, "a.bib"), paper(0));
	expect((await told(folder.root)).stderr).toMatchInlineSnapshot(`
		"content/papers/on-owls.mdx:3:1 unexpected entry that no source gives any more (b.bib did), expected a record of it
		content/papers/paper-1.mdx:3:1 unexpected entry that no source gives any more (a.bib did), expected a record of it
		content/papers/paper-2.mdx:3:1 unexpected entry that no source gives any more (a.bib did), expected a record of it
		content/papers/paper-3.mdx:3:1 unexpected entry that no source gives any more (a.bib did), expected a record of it
		content/papers/paper-4.mdx:3:1 unexpected entry that no source gives any more (a.bib did), expected a record of it
		… and 2 more such entries (all with -- --verbose or --json)
		Delete the file where the paper is to go, or remove \`source\` and \`otherSources\` from it to keep it as one by hand.
		"
	`);
	expect((await told(folder.root, "--verbose")).stderr.split("\n")).toHaveLength(9);
	const { orphans } = JSON.parse((await told(folder.root, "--json")).stdout);
	expect(orphans).toHaveLength(7);
	expect(orphans[0]).toMatchInlineSnapshot(`
		{
		  "file": "content/papers/on-owls.mdx",
		  "line": 3,
		  "listings": [
		    "b.bib",
		  ],
		}
	`);
}, 60_000);
