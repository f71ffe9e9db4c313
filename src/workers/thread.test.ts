import { expect, test } from "vitest";
import { beginThread, inThread } from "./thread.ts";

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

test("a thread waits for what it is told, whenever that was", async () => {
	const thread = script(`
		import { parentPort } from "node:worker_threads";
		const { told } = await import(${JSON.stringify(new URL("thread.ts", import.meta.url).href)});
		await new Promise((done) => setTimeout(done, 50));
		const one = await told();
		parentPort.postMessage(one + await told());
	`);
	for (const wait of [0, 300]) {
		const { tell, said } = beginThread<number>(thread, undefined);
		setTimeout(() => tell(1), wait);
		setTimeout(() => tell(2), 2 * wait);
		expect(await said).toBe(3);
	}
});
