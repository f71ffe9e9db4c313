import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { papersIn, temporaryContent } from "../import/temporary-content.ts";
import { offprint } from "./command.ts";

const collection = "title: Birds\ntagline: On birds.\nurl: https://birds.example/\n";
const withPapers = (papers: Record<string, string>) =>
	temporaryContent({
		"collection.yaml": collection,
		...Object.fromEntries(Object.entries(papers).map(([name, text]) => [`papers/${name}`, text])),
	});

const wrong = "---\ntitel: On Owls\ndate: 02/09/2024\n---\n\nOwls fly. \n";
const mendable = "---\ndate: 2024-2-9 # seen\ntitle: On Wrens\n---\n\nWrens sing. ";

test("a collection without problems", async () => {
	const folder = withPapers({ "on-owls.mdx": "---\ntitle: On Owls\n---\n" });
	const run = (...flags: string[]) => offprint(["check", ...flags], { content: folder.root });
	expect(await run()).toEqual({ code: 0, stdout: "1 paper checked: no problems\n", stderr: "" });
	const { code, stdout } = await run("--json");
	expect([code, JSON.parse(stdout)]).toEqual([
		0,
		{ version: 1, command: "check", papers: 1, problems: [], mended: [], dryRun: false },
	]);
}, 60_000);

test("problems for people, for programs, and beside their lines on GitHub: the exit code is 1", async () => {
	const folder = withPapers({ "on-owls.mdx": wrong });
	const run = (flags: string[], env = {}) =>
		offprint(["check", ...flags], { content: folder.root, env });
	const terminal = await run([]);
	expect(terminal).toMatchInlineSnapshot(`
		{
		  "code": 1,
		  "stderr": "content/papers/on-owls.mdx:2:1 unexpected end, expected a key "title"
		    Add a line \`title: …\`.
		content/papers/on-owls.mdx:2:1 unexpected key "titel", expected one of title, date, authors, authorCount, organization, commentCount, upvotes, topics, links, venue, language, aliases, source, otherSources
		    Did you mean "title"?
		content/papers/on-owls.mdx:3:7 unexpected "02/09/2024" as date, expected a date that exists, as YYYY-MM-DD, YYYY-MM or YYYY, for example 2026-05-11
		    Write 2024-09-02 if it is 2 September 2024, or 2024-02-09 if it is 9 February 2024.
		3 problems
		",
		  "stdout": "",
		}
	`);
	const json = await run(["--json"], { GITHUB_ACTIONS: "true" });
	expect([json.code, json.stderr]).toEqual([1, ""]);
	expect(JSON.parse(json.stdout)).toMatchInlineSnapshot(`
		{
		  "command": "check",
		  "dryRun": false,
		  "mended": [],
		  "papers": null,
		  "problems": [
		    {
		      "column": 1,
		      "file": "content/papers/on-owls.mdx",
		      "fix": "Add a line \`title: …\`.",
		      "line": 2,
		      "message": "unexpected end, expected a key "title"",
		    },
		    {
		      "column": 1,
		      "file": "content/papers/on-owls.mdx",
		      "fix": "Did you mean "title"?",
		      "line": 2,
		      "message": "unexpected key "titel", expected one of title, date, authors, authorCount, organization, commentCount, upvotes, topics, links, venue, language, aliases, source, otherSources",
		    },
		    {
		      "column": 7,
		      "file": "content/papers/on-owls.mdx",
		      "fix": "Write 2024-09-02 if it is 2 September 2024, or 2024-02-09 if it is 9 February 2024.",
		      "line": 3,
		      "message": "unexpected "02/09/2024" as date, expected a date that exists, as YYYY-MM-DD, YYYY-MM or YYYY, for example 2026-05-11",
		    },
		  ],
		  "version": 1,
		}
	`);
	const github = await run([], { GITHUB_ACTIONS: "true" });
	expect(github).toMatchInlineSnapshot(`
		{
		  "code": 1,
		  "stderr": "",
		  "stdout": "::error file=content/papers/on-owls.mdx,line=2,col=1,title=unexpected end::expected a key "title"%0AAdd a line \`title: …\`.
		::error file=content/papers/on-owls.mdx,line=2,col=1,title=unexpected key "titel"::expected one of title, date, authors, authorCount, organization, commentCount, upvotes, topics, links, venue, language, aliases, source, otherSources%0ADid you mean "title"?
		::error file=content/papers/on-owls.mdx,line=3,col=7,title=unexpected "02/09/2024" as date::expected a date that exists, as YYYY-MM-DD, YYYY-MM or YYYY, for example 2026-05-11%0AWrite 2024-09-02 if it is 2 September 2024, or 2024-02-09 if it is 9 February 2024.
		",
		}
	`);
	expect(await run(["--format=github"])).toEqual(github);
	expect(await run(["--format", "terminal"], { GITHUB_ACTIONS: "true" })).toEqual(terminal);
}, 60_000);

test("--fix mends what is certain, says what it did, and tells the rest as ever", async () => {
	const folder = withPapers({ "on-owls.mdx": wrong, "on-wrens.mdx": mendable });
	const run = (...flags: string[]) => offprint(["check", ...flags], { content: folder.root });
	const dry = await run("--fix", "--dry-run");
	expect(dry.stdout).toMatchInlineSnapshot(`
		"content/papers/on-wrens.mdx:2:1 would be mended: 2024-2-9 became 2024-02-09
		content/papers/on-wrens.mdx:2:1 would be mended: the keys are in their order: title, date
		content/papers/on-wrens.mdx:6:1 would be mended: white space at the end of the line is gone
		content/papers/on-wrens.mdx:6:1 would be mended: the last line has an end
		--- content/papers/on-wrens.mdx
		+++ content/papers/on-wrens.mdx
		@@ -1,6 +1,6 @@
		 ---
		-date: 2024-2-9 # seen
		 title: On Wrens
		+date: 2024-02-09 # seen
		 ---
		 
		-Wrens sing. 
		\\ No newline at end of file
		+Wrens sing.
		"
	`);
	expect(papersIn(folder)).toEqual({ "on-owls.mdx": wrong, "on-wrens.mdx": mendable });
	const { code, stdout, stderr } = await run("--fix");
	expect(code).toBe(1);
	expect(stdout).toMatchInlineSnapshot(`
		"content/papers/on-wrens.mdx:2:1 mended: 2024-2-9 became 2024-02-09
		content/papers/on-wrens.mdx:2:1 mended: the keys are in their order: title, date
		content/papers/on-wrens.mdx:6:1 mended: white space at the end of the line is gone
		content/papers/on-wrens.mdx:6:1 mended: the last line has an end
		"
	`);
	expect(stderr).toMatch(/on-owls\.mdx:2:1 unexpected key "titel"[\s\S]*3 problems\n$/);
	expect(papersIn(folder)).toEqual({
		"on-owls.mdx": wrong,
		"on-wrens.mdx": "---\ntitle: On Wrens\ndate: 2024-02-09 # seen\n---\n\nWrens sing.\n",
	});
	const again = await run("--fix", "--json");
	expect(JSON.parse(again.stdout).mended).toEqual([]);
}, 60_000);

test("--fix leaves a file that is no UTF-8 as it is", async () => {
	const bytes = Buffer.from(mendable.replace("Wrens sing", "Wrens s\u00efng"), "latin1");
	const folder = temporaryContent({
		"collection.yaml": collection,
		"papers/on-wrens.mdx": Uint8Array.from(bytes),
	});
	await offprint(["check", "--fix"], { content: folder.root });
	expect(readFileSync(path.join(folder.papers, "on-wrens.mdx"))).toEqual(bytes);
}, 60_000);

test("a hostile name of a file is told without acting, in every format", async () => {
	const folder = withPapers({ "::error::x\u001b[2J\n::warning::.mdx": "Owls. \n" });
	for (const format of ["terminal", "github", "json"]) {
		const { stdout, stderr } = await offprint(["check", `--format=${format}`], {
			content: folder.root,
		});
		const lines = (stdout + stderr).split("\n").filter((line) => /^\s*::/.test(line));
		expect(lines).toHaveLength(format === "github" ? 1 : 0);
		for (const line of lines)
			expect(line).toMatch(/^::error file=content\/papers\/%3A%3Aerror%3A%3Ax\\u001b/);
		expect(stdout + stderr).not.toContain("\u001b");
	}
}, 60_000);
