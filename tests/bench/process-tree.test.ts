import { expect, test } from "vitest";
import { measure } from "./measure.ts";
import { processState, treeUse } from "./process-tree.ts";

/** Processor time 1.5 s and 0.5 s, of children 0.3 s and 0.2 s; 1,000 pages of memory. */
const line = (pid: number, parent: number, name = "node") =>
	`${pid} (${name}) S ${parent} 1 1 0 -1 4194304 9 9 9 9 150 50 30 20 20 0 11 0 5 999999 1000 18446744073709551615`;

test("a process is read from its line, though its name has brackets and spaces", () => {
	const state = { pid: 7, parent: 3, cpu: 2500, memory: 4_096_000 };
	expect(processState(line(7, 3), 4096)).toEqual(state);
	expect(processState(line(7, 3, "tmux: (1) S 99"), 4096)).toEqual(state);
});

test("a tree is a process with all below it, and nothing beside it", () => {
	const one = (pid: number, parent: number) => ({ pid, parent, cpu: 10 ** pid, memory: 2 ** pid });
	const processes = [one(4, 3), one(1, 0), one(2, 1), one(3, 2), one(5, 1)];
	expect(treeUse(2, processes)).toEqual({ cpu: 11_100, memory: 4 + 8 + 16 });
	expect(treeUse(9, processes)).toEqual({ cpu: 0, memory: 0 });
});

test.runIf(process.platform === "linux")(
	"what a command and its child use is measured together",
	async () => {
		const hold =
			"const held = Buffer.alloc(150e6, 1); const end = Date.now() + 600; while (Date.now() < end) held[0]++;";
		const both = `require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(hold)}]); ${hold}`;
		const { wall, cpu, memory } = await measure({ command: process.execPath, args: ["-e", both] });
		expect(wall).toBeGreaterThan(600);
		expect(cpu).toBeGreaterThan(300);
		expect(memory).toBeGreaterThan(300e6);
		expect(memory).toBeLessThan(700e6);
	},
);

test.runIf(process.platform === "linux")("a command that fails says what it printed", async () => {
	const failing = measure({ command: "sh", args: ["-c", "echo no such paper >&2; exit 3"] });
	await expect(failing).rejects.toThrowErrorMatchingInlineSnapshot(`
		[Error: sh -c echo no such paper >&2; exit 3 ended with 3:
		no such paper
		]
	`);
});
