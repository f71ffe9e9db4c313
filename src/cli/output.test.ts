import { PassThrough } from "node:stream";
import { afterEach, expect, test, vi } from "vitest";
import { progressOn } from "../terminal/progress.ts";
import { type Change, unifiedDiff } from "./diff.ts";
import { printDiff } from "./output.ts";

afterEach(() => void vi.unstubAllEnvs());

/** A stream that says of itself whether it is a terminal, and what was written to it. */
function streamOf(isTTY: boolean) {
	const stream = Object.assign(new PassThrough(), { isTTY }) as unknown as NodeJS.WriteStream;
	return { stream, written: () => String((stream as unknown as PassThrough).read() ?? "") };
}

const change: Change = {
	file: "papers/a.mdx",
	before: "---\ntitle: A\r\n---\n\u001b[2Jsame\n",
	text: "---\ntitle: B\r\n---\n\u001b[2Jsame\n",
};

test("a diff on a terminal has colours, unless NO_COLOR is set, and none elsewhere", () => {
	const shown = (isTTY: boolean) => {
		const { stream, written } = streamOf(isTTY);
		printDiff(change, stream);
		return written();
	};
	vi.stubEnv("NO_COLOR", "");
	vi.stubEnv("TERM", "xterm");
	const coloured = shown(true);
	expect(coloured).toContain("\u001b[31m-title: A\u001b[39m\n\u001b[32m+title: B\u001b[39m\n");
	const plain = `${unifiedDiff(change).join("\n")}\n`;
	expect(shown(false)).toBe(plain);
	vi.stubEnv("NO_COLOR", "0");
	expect(shown(true)).toBe(plain);
	expect(plain).toMatchInlineSnapshot(`
		"--- papers/a.mdx
		+++ papers/a.mdx
		@@ -1,4 +1,4 @@
		 ---
		-title: A
		+title: B
		 ---
		 \\u001b[2Jsame
		"
	`);
});

test("progress is one line that is rewritten and leaves nothing, on a terminal alone", async () => {
	const shown = async (isTTY: boolean, env: NodeJS.ProcessEnv) => {
		const { stream, written } = streamOf(isTTY);
		const progress = progressOn(stream, env);
		progress("planned", 0, 10_053);
		progress("planned", 1, 10_053);
		await new Promise((resolve) => setTimeout(resolve, 150));
		progress("written", 1_200, 10_053);
		progress.end();
		return written();
	};
	expect(await shown(true, {})).toBe(
		"\r\u001b[Kplanned 0 of 10,053\r\u001b[Kwritten 1,200 of 10,053\r\u001b[K",
	);
	expect(await shown(false, {})).toBe("");
	expect(await shown(true, { CI: "true" })).toBe("");
	expect(await shown(true, { TERM: "dumb" })).toBe("");
});
