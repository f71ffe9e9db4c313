import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { papersIn, temporaryContent } from "../import/temporary-content.ts";
import { offprint } from "./command.ts";

const bib =
	"@misc{o, title = {On Owls}, abstract = {Owls fly.}, doi = {10.1000/owls}}\n@misc{untitled, year = {2020}}\n";

test("the help names every flag and exit code, and works without a flag's command", async () => {
	const { code, stdout, stderr } = await offprint(["import", "--help"]);
	expect([code, stderr]).toEqual([0, ""]);
	expect(stdout).toMatchInlineSnapshot(`
		"Turns listings into entries, content/papers/<id>.mdx. Without names it reads all of content/sources/. What a person has edited stays as it is; all else follows its source. (npm run import --)

		USAGE npm run import -- [OPTIONS] [FILE]

		ARGUMENTS

		  FILE    files, folders (all files below them), or - for the standard input; those from elsewhere are kept in content/sources/

		OPTIONS

		            --name=<file>    name in content/sources/ of the one source that is given (of -: stdin)                  
		                --replace    put it in the place of the source of this name, of which it is a newer form             
		                --dry-run    write nothing, and show what would change as a diff                                     
		                   --json    print one JSON document on the standard output, and nothing else there                  
		  --clashes=<ours|theirs>    what stands where a person and the source have both changed a field: ours or theirs     
		                --verbose    list every repair of a damaged text, with its place, and every entry                    
		                --refresh    look papers of lists of ids up again: those that were not found, and those with an entry

		EXIT CODES

		  0  fine; records that an import rejects are told, and stop nothing
		  1  problems in what was read: all of them are told
		  2  wrong use of the command

		"
	`);
	const main = await offprint(["--help"]);
	expect(main.code).toBe(0);
	expect(main.stdout).toContain("offprint new|import|check");
}, 60_000);

test("--dry-run shows a diff and writes nothing; then the import does what it showed, and keeps its source", async () => {
	const folder = temporaryContent({});
	const run = (...flags: string[]) =>
		offprint(["import", "-", "--name=refs.bib", ...flags], { content: folder.root, stdin: bib });
	const dry = await run("--dry-run");
	expect(dry).toMatchInlineSnapshot(`
		{
		  "code": 0,
		  "stderr": "stdin:2:1 rejected “untitled”: no title
		",
		  "stdout": "stdin would be kept as content/sources/refs.bib
		--- /dev/null
		+++ content/papers/10.1000-owls.mdx
		@@ -0,0 +1,12 @@
		+---
		+title: On Owls
		+links:
		+  doi: https://doi.org/10.1000/owls
		+source:
		+  listing: refs.bib
		+  keys:
		+    - o
		+  digests: {title: 84c44b56c0, links.doi: e2f96c1277, abstract: 9fb5823cc5}
		+---
		+
		+Owls fly.
		--- /dev/null
		+++ content/ids.txt
		@@ -0,0 +1,1 @@
		+10.1000-owls
		2 records read = 1 created + 0 unchanged + 0 kept (edited) + 1 rejected
		Nothing was written.
		",
		}
	`);
	expect(existsSync(folder.sources) || existsSync(folder.papers)).toBe(false);
	const done = await run();
	expect(done.stdout).toMatchInlineSnapshot(`
		"stdin is kept as content/sources/refs.bib
		2 records read = 1 created + 0 unchanged + 0 kept (edited) + 1 rejected
		"
	`);
	expect(readFileSync(path.join(folder.sources, "refs.bib"), "utf8")).toBe(bib);
	const written = papersIn(folder)["10.1000-owls.mdx"]?.trimEnd().split("\n") ?? [];
	for (const line of written) expect(dry.stdout).toContain(`\n+${line}\n`);
	const again = await run("--dry-run");
	expect(again.stdout).toMatchInlineSnapshot(`
		"2 records read = 0 created + 1 unchanged + 0 kept (edited) + 1 rejected
		Nothing was written.
		"
	`);
}, 60_000);

test("a diff has colours on a terminal alone: none in a pipe", async () => {
	const folder = temporaryContent({ "sources/refs.bib": bib });
	const { stdout, stderr } = await offprint(["import", "--dry-run"], { content: folder.root });
	expect(stdout + stderr).not.toMatch(/[\u001b\r]/);
}, 60_000);

test("--json prints one document, and all else goes to the standard error", async () => {
	const folder = temporaryContent({ "sources/refs.bib": bib });
	const { code, stdout, stderr } = await offprint(["import", "--json"], { content: folder.root });
	expect([code, stderr]).toEqual([0, ""]);
	expect(JSON.parse(stdout)).toMatchInlineSnapshot(`
		{
		  "clashes": [],
		  "command": "import",
		  "copies": [],
		  "counts": {
		    "created": 1,
		    "kept": 0,
		    "merged": 0,
		    "read": 2,
		    "rejected": 1,
		    "unchanged": 0,
		    "updated": 0,
		  },
		  "dryRun": false,
		  "left": [],
		  "notes": [],
		  "orphans": [],
		  "outcomes": [
		    {
		      "file": "content/papers/10.1000-owls.mdx",
		      "kind": "created",
		      "line": 1,
		      "listing": "content/sources/refs.bib",
		      "title": "On Owls",
		    },
		    {
		      "kind": "rejected",
		      "line": 2,
		      "listing": "content/sources/refs.bib",
		      "reason": "no title",
		      "title": "untitled",
		    },
		  ],
		  "problems": [],
		  "repairs": [],
		  "strays": [],
		  "unusable": [],
		  "version": 1,
		}
	`);
}, 60_000);

test("with a problem --json tells it as data and in words, the exit code is 1, and nothing is written", async () => {
	const folder = temporaryContent({
		"sources/a.txt": "nothing\n",
		"sources/refs.bib": bib,
	});
	const { code, stdout, stderr } = await offprint(["import", "--json"], { content: folder.root });
	expect(code).toBe(1);
	const document = JSON.parse(stdout);
	expect(document.problems).toHaveLength(1);
	expect(document.problems[0]).toMatchObject({ file: "content/sources/a.txt", line: 1, column: 1 });
	expect(document.counts.read).toBe(0);
	expect(stderr).toMatch(
		/^content\/sources\/a\.txt:1:1 unexpected .*\n {4}.*\n1 problem\nNothing was written\.\n$/,
	);
	expect(papersIn(folder)).toEqual({});
}, 60_000);

test("wrong use writes nothing, tells all of it with what is near, and exits with 2", async () => {
	const folder = temporaryContent({ "sources/refs.bib": bib });
	const of = async (...args: string[]) => {
		const { code, stdout, stderr } = await offprint(args, { content: folder.root });
		expect(stdout).toBe("");
		return `${code} ${stderr}`;
	};
	expect(
		[
			await of("import", "--dry-rum", "-v", "--json=yes", "--name"),
			await of("import", "--name=x.bib"),
			await of("check", "content", "--formt=json"),
			await of("check", "--format=githib"),
			await of("check", "--dry-run"),
			await of("chekc"),
			await of(),
		].join("\n"),
	).toMatchInlineSnapshot(`
		"2 unexpected flag "--dry-rum", expected one of --name, --replace, --dry-run, --json, --clashes, --verbose, --refresh. Did you mean --dry-run?
		unexpected flag "-v", expected one of --name, --replace, --dry-run, --json, --clashes, --verbose, --refresh
		unexpected value of --json, expected none
		unexpected end after --name, expected a value
		For help: npm run import -- --help

		2 unexpected --name, expected one file, or -, that it names
		For help: npm run import -- --help

		2 unexpected "content", expected no names of files
		unexpected flag "--formt", expected one of --fix, --dry-run, --format, --json. Did you mean --format?
		For help: npm run check -- --help

		2 unexpected value of --format "githib", expected one of terminal, github, json. Did you mean github?
		For help: npm run check -- --help

		2 unexpected --dry-run, expected it with --fix
		For help: npm run check -- --help

		2 unexpected command "chekc", expected one of new, import, check, digest, links, schema, suggest. Did you mean check?
		For help: npm run import -- --help

		2 unexpected end, expected a command: new, import, check, digest, links, schema, suggest
		For help: npm run import -- --help
		"
	`);
	expect(papersIn(folder)).toEqual({});
}, 60_000);

test("a --dry-run that npm has kept for itself does not write", async () => {
	const folder = temporaryContent({ "sources/refs.bib": bib });
	const env = { npm_config_dry_run: "true" };
	const { code, stderr } = await offprint(["import"], { content: folder.root, env });
	expect(code).toBe(2);
	expect(stderr).toMatchInlineSnapshot(`
		"unexpected --dry-run before --, expected it after: npm run … -- --dry-run
		For help: npm run import -- --help
		"
	`);
	expect(papersIn(folder)).toEqual({});
}, 60_000);

test("a reader that has seen enough is no failure", async () => {
	const records = Array.from(
		{ length: 3_000 },
		(_, at) => `@misc{r${at}, title = {Paper ${at}}}\n`,
	);
	const folder = temporaryContent({ "sources/refs.bib": records.join("") });
	const command = `'${process.execPath}' src/cli/main.ts import --dry-run --json | head -c 10`;
	const output = execFileSync("bash", ["-c", `set -o pipefail; ${command}`], {
		env: { PATH: process.env.PATH, OFFPRINT_CONTENT: folder.root },
		stdio: ["ignore", "pipe", "pipe"],
	});
	expect(output.toString()).toBe('{\n  "versi');
}, 60_000);

test("hostile names and titles of sources cannot act on a terminal or command a runner", async () => {
	const folder = temporaryContent({
		"sources/::error::x\u001b[2J\n::warning::.bib":
			"@misc{a, year = {2020}}\n@misc{b, title = {On ##[error] Owls}}\n",
	});
	const { stdout, stderr } = await offprint(["import", "--verbose", "--dry-run"], {
		content: folder.root,
	});
	expect(stdout + stderr).not.toMatch(/\u001b|^\s*::|##\[/m);
	expect(stderr).toMatchInlineSnapshot(`
		"content/sources/::error::x\\u001b[2J\\u000a::warning::.bib:1:1 rejected “a”: no title
		"
	`);
}, 60_000);
