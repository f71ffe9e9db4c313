import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { realClock, turns } from "./pace.ts";

function temporaryFolder(): string {
	const folder = mkdtempSync(path.join(tmpdir(), "pace-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	return folder;
}

const GAP = 80;

function smallestGap(times: number[]): number {
	const sorted = [...times].sort((a, b) => a - b);
	return Math.min(...sorted.slice(1).map((time, at) => time - (sorted[at] ?? 0)));
}

test("three commands at once, twelve requests: never two within the gap", async () => {
	const folder = temporaryFolder();
	const module = path.resolve("src/import/lookup/pace.ts");
	const program = `
		const { turns, realClock } = await import(${JSON.stringify(module)});
		const turn = turns(${JSON.stringify(folder)}, "arxiv", ${GAP}, realClock);
		for (let at = 0; at < 4; at++) console.log(await turn());`;
	const run = () => promisify(execFile)(process.execPath, ["--input-type=module", "-e", program]);
	const outputs = await Promise.all([run(), run(), run()]);
	const times = outputs.flatMap(({ stdout }) => stdout.trim().split("\n").map(Number));
	expect(times).toHaveLength(12);
	expect(smallestGap(times)).toBeGreaterThanOrEqual(GAP);
	expect(readdirSync(folder)).toEqual(["arxiv.turn"]);
});

test("a lock that a killed command has left holds nobody up", async () => {
	const folder = temporaryFolder();
	const lock = path.join(folder, "arxiv.lock");
	mkdirSync(lock);
	utimesSync(lock, new Date(0), new Date(0));
	await turns(folder, "arxiv", GAP, realClock)();
	expect(readdirSync(folder)).toEqual(["arxiv.turn"]);
});

test("a turn far in the future, by a clock that was wrong, is not waited for", async () => {
	const folder = temporaryFolder();
	writeFileSync(path.join(folder, "arxiv.turn"), String(Date.now() + 1e9));
	const started = Date.now();
	await turns(folder, "arxiv", GAP, realClock)();
	expect(Date.now() - started).toBeLessThan(1000);
});

test("where nothing can be written, one command keeps its own distance", async () => {
	const folder = path.join(temporaryFolder(), "file");
	writeFileSync(folder, "");
	const turn = turns(folder, "arxiv", GAP, realClock);
	const times: number[] = [];
	for (let at = 0; at < 3; at++) {
		times.push(await turn());
		expect(Date.now()).toBeGreaterThanOrEqual(times.at(-1) ?? 0);
	}
	expect(smallestGap(times)).toBeGreaterThanOrEqual(GAP);
});
