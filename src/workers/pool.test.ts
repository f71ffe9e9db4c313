import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { temporaryFolder } from "../../tests/site.ts";
import { workerPool } from "./pool.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);

/** Sleeps for as long as a task says, and answers with it and the number of its thread, after it has said that it has begun; owls are an error. */
const script = path.join(folder, "worker.mjs");
writeFileSync(
	script,
	`import { parentPort, threadId } from "node:worker_threads";
	parentPort.on("message", ({ bird, wait, begun }) => {
		if (begun) Atomics.store(begun, 0, 1), Atomics.notify(begun, 0);
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
		if (bird === "owl") throw new RangeError(bird);
		parentPort.postMessage({ bird, threadId });
	});`,
);

interface Task {
	bird: string;
	wait: number;
}

const birds = ["wren", "robin", "finch", "tit", "crow"];

test.each([1, 2, 3])("each of many tasks has its own answer, from %i workers", async (size) => {
	const ask = workerPool<Task, { bird: string; threadId: number }>(script, size);
	const asked = birds.map((bird, at) => ask({ bird, wait: (50 * (at + 2)) % 90 }));
	const answers = await Promise.all(asked);
	expect(answers.map(({ bird }) => bird)).toEqual(birds);
	expect(new Set(answers.map(({ threadId }) => threadId)).size).toBe(size);
});

test("a worker goes on with its next task before the answer to the last is read", async () => {
	const begun = new Int32Array(new SharedArrayBuffer(4));
	const ask = workerPool<Task & { begun?: Int32Array }, unknown>(script, 1);
	const both = [ask({ bird: "robin", wait: 0 }), ask({ bird: "finch", wait: 0, begun })];
	// Nobody reads a message here.
	expect(Atomics.wait(begun, 0, 0, 30_000)).not.toBe("timed-out");
	await Promise.all(both);
});

test("a task that fails takes no other with it", async () => {
	const ask = workerPool<Task, { bird: string }>(script, 1);
	const asked = ["wren", "owl", "finch", "tit"].map((bird) => ask({ bird, wait: 10 }));
	const [wren, owl, finch, tit] = await Promise.allSettled(asked);
	expect(owl).toMatchObject({ status: "rejected", reason: { message: "owl" } });
	for (const [bird, answer] of Object.entries({ wren, finch, tit })) {
		expect(answer).toMatchObject({ status: "fulfilled", value: { bird } });
	}
});
