import { expect, test } from "vitest";
import { inThread } from "./thread.ts";

const script = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
const IMPORT = 'import { parentPort, workerData } from "node:worker_threads";';

test("a script says what it found, or ends without a word", async () => {
	expect(await inThread(script(`${IMPORT} parentPort.postMessage(workerData + 1)`), 1)).toBe(2);
	expect(await inThread(script("1"), undefined)).toBeUndefined();
});

test("an error, or an end with another code, is told", async () => {
	await expect(inThread(script("throw new RangeError('owls')"), 0)).rejects.toThrow("owls");
	await expect(inThread(script("process.exit(3)"), 0)).rejects.toThrow("ended with 3");
});
