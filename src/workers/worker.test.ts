import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { temporaryFolder } from "../../tests/site.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);
const script = path.join(folder, "script.mjs");
const module = pathToFileURL(path.resolve("src/workers/worker.ts")).href;
writeFileSync(
	script,
	`import { readlinkSync } from "node:fs";
	import { getPriority } from "node:os";
	import { isMainThread, parentPort } from "node:worker_threads";
	const own = () => getPriority(Number(readlinkSync("/proc/thread-self").split("/").at(-1)));
	if (!isMainThread) parentPort.postMessage(own());
	else {
		const { beginWorker, haveThreadsGiveWay } = await import(${JSON.stringify(module)});
		const priority = (running) => new Promise((done) =>
			beginWorker(new URL(import.meta.url), undefined, running).once("message", done));
		const before = await priority();
		haveThreadsGiveWay();
		console.log(JSON.stringify([own(), before, await priority(), await priority({ isAwaited: true }), own()]));
	}`,
);

test.runIf(process.platform === "linux")(
	"threads give way, on Linux, when they are to, and are not soon waited for",
	() => {
		const [main, ...others] = JSON.parse(
			execFileSync(process.execPath, [script], { encoding: "utf8" }),
		);
		expect(others).toEqual([main, Math.min(main + 10, 19), main, main]);
	},
);
