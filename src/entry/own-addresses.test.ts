import { expect, test } from "vitest";
import { runImport } from "../import/run.ts";
import { papersIn, refusal, temporaryContent } from "../import/temporary-content.ts";
import { readContent } from "./read-content.ts";

const collection = "title: Birds\ntagline: On birds.\nurl: https://birds.example/\n";

test("no paper and no page of prose stands at an address of the site's own", async () => {
	const folder = temporaryContent({
		"collection.yaml": collection,
		"papers/discussed.mdx": "---\ntitle: Discussed\n---\n",
		"papers/2024/part.mdx": "---\ntitle: In part\n---\n",
		"papers/pages.mdx": "---\ntitle: Pages\naliases: [old, page]\n---\n",
		"pages/about.mdx": "---\ntitle: About\ndescription: Of birds.\n---\n",
		"pages/API.mdx": "---\ntitle: API\ndescription: Of programs.\n---\n",
	});
	expect(await refusal(folder, () => readContent(folder))).toMatchInlineSnapshot(`
		"content/pages/API.mdx:1:1 unexpected name "api", expected one whose address is free: the site has its own /api/
		    Rename the file, for example to about-api.mdx: its name is its address.
		content/papers/2024/part.mdx:1:1 unexpected name "part", expected one whose address is free: the site has its own /papers/part/
		    Rename the file, for example to paper-part.mdx: its name is the paper’s id.
		content/papers/discussed.mdx:1:1 unexpected name "discussed", expected one whose address is free: the site has its own /papers/discussed/
		    Rename the file, for example to paper-discussed.mdx: its name is the paper’s id.
		content/papers/pages.mdx:3:16 unexpected name "page", expected one whose address is free: the site has its own /papers/page/
		    Remove the alias: its address was never this paper’s.
		4 problems"
	`);
});

test("a paper that was renamed for that reason needs no alias, which would be refused", () => {
	const folder = temporaryContent({
		"collection.yaml": collection,
		"ids.txt": "discussed\n",
		"papers/paper-discussed.mdx": "---\ntitle: Discussed\n---\n",
	});
	expect(readContent(folder).entries).toHaveLength(1);
});

test("a title such as “Discussed” is imported under a name of its own", async () => {
	const folder = temporaryContent({
		"collection.yaml": collection,
		"sources/a.bib": "@article{a, title={Discussed}, author={Finch, Ada}}",
	});
	await runImport(folder);
	expect(Object.keys(papersIn(folder))).toEqual(["paper-discussed.mdx"]);
	expect(readContent(folder).entries).toHaveLength(1);
	expect((await runImport(folder)).outcomes).toMatchObject([{ kind: "unchanged" }]);
});
