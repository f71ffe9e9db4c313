import { existsSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { temporaryFolder } from "../../tests/site.ts";
import { oneBuild } from "./one-build.ts";
import { beginningOf } from "./processes.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);
const lock = path.join(folder, "build.lock");

/** Begins a build, and says whether it is let begin within half a second, and what it is told. */
async function begin(): Promise<{ begun: boolean; told: string[] }> {
	const told: string[] = [];
	const begins = oneBuild(lock, (line) => told.push(line));
	const late = new Promise<boolean>((done) => setTimeout(done, 500, false));
	return { begun: await Promise.race([begins.then(() => true), late]), told };
}

test.each([
	["of a process that has ended", "99999999 1"],
	["of a process whose number another one has now", `${process.ppid} 1`],
	["of a process whose number this one has now", `${process.pid} 1`],
])("a lock %s is taken over", async (_, text) => {
	writeFileSync(lock, text);
	expect(await begin()).toEqual({ begun: true, told: [] });
	expect(readFileSync(lock, "utf8")).toMatch(new RegExp(`^${process.pid} `));
});

test("a lock that a build without room left empty is taken over", async () => {
	writeFileSync(lock, "");
	utimesSync(lock, 0, 0);
	expect((await begin()).begun).toBe(true);
});

test("who has ended lets the next one begin", async () => {
	const end = await oneBuild(lock);
	expect(existsSync(lock)).toBe(true);
	end();
	expect(existsSync(lock)).toBe(false);
});

test("a lock of another build is waited for, and said once", async () => {
	writeFileSync(lock, `${process.ppid} ${beginningOf(process.ppid)}`);
	const { begun, told } = await begin();
	expect(begun).toBe(false);
	expect(told).toEqual([`another build runs here (process ${process.ppid}): waiting`]);
	expect(existsSync(lock)).toBe(true);
	writeFileSync(lock, "99999999 1");
});
