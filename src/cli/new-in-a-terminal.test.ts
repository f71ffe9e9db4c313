import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { serveReplies } from "../../tests/api-server.ts";
import type { ContentFolder } from "../entry/folder.ts";
import { papersIn } from "../import/temporary-content.ts";
import { content, main, replies, start } from "./new-process.ts";

vi.setConfig({ testTimeout: 60_000 });

const keys = { enter: "\r", down: "\u001b[B", stop: "\u0003" };
// Other systems' `script` takes other arguments.
const pseudoTerminal =
	process.platform === "linux" && spawnSync("script", ["--version"]).status === 0;

/** Answers each question, once its words stand on the screen, in a terminal; gives the exit code. */
async function typed(
	folder: ContentFolder,
	url: string,
	args: string[],
	answers: [question: string, keys: string][],
): Promise<{ screen: string; code: number | null }> {
	const command = [process.execPath, main, "new", ...args].map((word) => `'${word}'`).join(" ");
	const sized = `stty cols 120 rows 40; exec ${command}`;
	const child = start(folder, url, "script", ["-qec", sized, "/dev/null"]);
	let screen = "";
	let seen = 0;
	const open = [...answers];
	child.stdout?.on("data", (chunk) => {
		screen += chunk;
		const at = open[0] ? screen.indexOf(open[0][0], seen) : -1;
		if (at < 0) return;
		seen = at + (open[0]?.[0].length ?? 0);
		const [, answer = ""] = open.shift() ?? [];
		// The question is shown before it listens.
		setTimeout(() => child.stdin?.write(answer), 50);
	});
	const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
	expect(open).toEqual([]);
	return { screen, code };
}

test.skipIf(!pseudoTerminal)("in a terminal: a title, a choice, a yes", async () => {
	const folder = content();
	const server = await serveReplies(replies);
	const { screen, code } = await typed(
		folder,
		server.url,
		[],
		[
			["How do you want", keys.enter],
			["Which paper?", `owls${keys.enter}`],
			["Which of these", keys.down + keys.enter],
			["Write ", keys.enter],
		],
	);
	expect(screen).toContain("Wrote ");
	expect(code).toBe(0);
	expect(Object.keys(papersIn(folder))).toEqual(["2301.00001.mdx"]);
});

test.skipIf(!pseudoTerminal)("in a terminal: by hand", async () => {
	const folder = content();
	const { code } = await typed(
		folder,
		"http://127.0.0.1:9",
		["--yes"],
		[
			["How do you want", keys.down + keys.enter],
			["Title", `Owls: {x} $a<b$${keys.enter}`],
			["Authors", `Ada Finch, Émile Rossignol${keys.enter}`],
			["Date of publication", `2024-02-30${keys.enter}`],
			["a date that exists", `\u007f\u007f29${keys.enter}`],
			["Address", `10.1000/Owls${keys.enter}`],
			["Abstract", `They <fly>.${keys.enter}`],
			["Topics", keys.enter],
		],
	);
	expect(code).toBe(0);
	expect(papersIn(folder)).toMatchInlineSnapshot(`
		{
		  "10.1000-owls.mdx": "---
		title: "Owls: {x} $a<b$"
		date: 2024-02-29
		authors:
		  - Ada Finch
		  - Émile Rossignol
		topics:
		  - owls
		links:
		  doi: https://doi.org/10.1000/owls
		---

		They \\<fly>.
		",
		}
	`);
});

test.skipIf(!pseudoTerminal)("in a terminal: Ctrl+C leaves nothing behind", async () => {
	const folder = content();
	const server = await serveReplies(replies);
	const { screen, code } = await typed(
		folder,
		server.url,
		["10.1000/swifts"],
		[["Write ", keys.stop]],
	);
	expect(screen).toContain("Stopped: nothing was written.");
	expect(code).toBe(1);
	const slow = await serveReplies(() => ({ file: "crossref-work.json", late: 60_000 }));
	const stopped = await typed(folder, slow.url, ["10.1000/swifts"], [["Looking up", keys.stop]]);
	expect(stopped.code).not.toBe(0);
	expect(readdirSync(folder.root).sort()).toEqual(["collection.yaml", "topics.yaml"]);
});
