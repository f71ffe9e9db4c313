import { readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { papersIn, temporaryContent } from "../import/temporary-content.ts";
import { offprint } from "./command.ts";

const owls = "@article{owls, title={On Owls}, doi={10.1000/owls}, abstract={Owls fly.}}\n";
const settings = "title: T\ntagline: T.\nurl: https://example.org/\n";

test("an import adds its ids to the list, and a second one touches nothing", async () => {
	const folder = temporaryContent({ "sources/refs.bib": owls, "ids.txt": "zebras\r\n" });
	const imports = (env = {}) => offprint(["import"], { content: folder.root, env });
	await imports({ CI: "true" });
	expect(readFileSync(folder.ids, "utf8")).toBe("zebras\r\n");
	await imports();
	expect(readFileSync(folder.ids, "utf8")).toBe("10.1000-owls\nzebras\n");
	const { mtimeMs } = statSync(folder.ids);
	await imports();
	expect(statSync(folder.ids).mtimeMs).toBe(mtimeMs);
});

test("a published paper that is renamed needs an alias; with it the check is content", async () => {
	const folder = temporaryContent({
		"collection.yaml": settings,
		"papers/owls.mdx": "---\ntitle: On Owls\n---\n\nOwls fly.\n",
	});
	const run = (command: string) => offprint([command], { content: folder.root });
	await run("import");
	renameSync(`${folder.papers}/owls.mdx`, `${folder.papers}/on-owls.mdx`);
	expect(await run("check")).toMatchInlineSnapshot(`
		{
		  "code": 1,
		  "stderr": "content/ids.txt:1:1 unexpected "owls", expected an entry or alias with this id: it has been published
		    Put the id under \`aliases:\` of the entry that took its place, or remove the line if the paper was never published.
		1 problem
		",
		  "stdout": "",
		}
	`);
	const text = papersIn(folder)["on-owls.mdx"] ?? "";
	writeFileSync(
		`${folder.papers}/on-owls.mdx`,
		text.replace("title: On Owls", "title: On Owls\naliases: [owls]"),
	);
	expect((await run("check")).stdout).toBe("1 paper checked: no problems\n");
	// Where an entry cannot be read, that alone is told: its aliases are not known.
	writeFileSync(`${folder.papers}/on-owls.mdx`, text.replace("title", "titel"));
	expect((await run("check")).stderr).not.toContain("ids.txt");
});
