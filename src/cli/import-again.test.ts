import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { papersIn, temporaryContent } from "../import/temporary-content.ts";
import { offprint } from "./command.ts";

const bib = "@misc{o, title = {On Owls}, doi = {10.1000/owls}}\n@misc{untitled, year = {2020}}\n";

test("an import that has nothing to do says what it said before, and one with something to do does it", async () => {
	const folder = temporaryContent({ "sources/refs.bib": bib });
	const cache = path.join(folder.root, ".cache");
	const run = () => offprint(["import"], { content: folder.root, env: { OFFPRINT_CACHE: cache } });
	await run();
	const full = await run();
	expect(full.stdout).toContain("1 unchanged");
	expect(full.stderr).toContain("no title");
	expect(await run()).toEqual(full);

	const papers = papersIn(folder);
	rmSync(path.join(folder.papers, "10.1000-owls.mdx"));
	expect((await run()).stdout).toContain("1 created");
	expect(papersIn(folder)).toEqual(papers);

	await run();
	writeFileSync(path.join(folder.sources, "refs.bib"), bib.replace("Owls", "Tawny Owls"));
	await run();
	expect(papersIn(folder)["10.1000-owls.mdx"]).toContain("title: On Tawny Owls");
}, 60_000);
