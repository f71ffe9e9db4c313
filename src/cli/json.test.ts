import type { ArgsDef } from "citty";
import { expect, test } from "vitest";
import { temporaryContent } from "../import/temporary-content.ts";
import { offprint } from "./command.ts";
import { commands } from "./commands.ts";

const collection = "title: Birds\ntagline: On birds.\nurl: https://birds.example/\n";

/** What a command needs besides `--json` to do something, and how it says that it would not write. */
const ARGUMENTS: Record<string, { names: string[]; dry: string[] }> = {
	new: { names: ["@misc{a, title={On Owls}}"], dry: ["--dry-run"] },
	import: { names: [], dry: ["--dry-run"] },
	check: { names: [], dry: ["--fix", "--dry-run"] },
};

test("each command that takes --json is tried below", async () => {
	const takeJson = await Promise.all(
		Object.entries(commands).map(async ([name, load]) => {
			const args = ((await load()).args ?? {}) as ArgsDef;
			return Object.hasOwn(args, "json") ? [name] : [];
		}),
	);
	expect(takeJson.flat()).toEqual(Object.keys(ARGUMENTS));
});

test.each(Object.entries(ARGUMENTS))(
	"%s --json prints one document with its version, command, whether it wrote, and problems",
	async (command, { names, dry }) => {
		const run = async (topics: string, flags: string[]) => {
			const folder = temporaryContent({ "collection.yaml": collection, "topics.yaml": topics });
			const args = [command, "--json", ...flags, "--", ...names];
			const { code, stdout } = await offprint(args, { content: folder.root });
			return { code, document: JSON.parse(stdout) };
		};
		expect(await run("[]\n", [])).toMatchObject({
			code: 0,
			document: { version: 1, command, dryRun: false, problems: [] },
		});
		const issue = {
			file: "content/topics.yaml",
			line: expect.any(Number),
			column: expect.any(Number),
			message: expect.stringMatching(/^unexpected .*, expected /),
			fix: expect.stringMatching(/\.$/),
		};
		const refused = await run("- id: owls\n", dry);
		expect(refused).toMatchObject({ code: 1, document: { version: 1, command, dryRun: true } });
		expect(refused.document.problems.length).toBeGreaterThan(0);
		for (const problem of refused.document.problems) expect(problem).toEqual(issue);
	},
	60_000,
);
