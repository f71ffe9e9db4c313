import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../../tests/site.ts";
import { watchFolder } from "./watch-folder.ts";

const { folder, remove } = temporaryFolder();
const at = (name: string) => path.join(folder, name);
mkdirSync(at("papers"));
let changes = 0;
const stop = watchFolder(folder, () => {
	changes += 1;
});
afterAll(() => {
	stop();
	remove();
});
beforeEach(() => {
	changes = 0;
});

test("a file that is written in steps, and one that an editor puts in its place, is told of", async () => {
	writeFileSync(at("papers/wren.mdx"), "");
	writeFileSync(at("papers/wren.mdx"), "Wrens");
	await expect.poll(() => changes).toBe(1);
	writeFileSync(at("papers/.wren.tmp"), "Wrens, edited");
	renameSync(at("papers/.wren.tmp"), at("papers/wren.mdx"));
	await expect.poll(() => changes).toBeGreaterThan(1);
});

test("folders that come, go and come again are followed", async () => {
	for (const _ of [1, 2]) {
		mkdirSync(at("papers/2024"));
		await expect.poll(() => changes).toBeGreaterThan(0);
		await pause(100);
		changes = 0;
		writeFileSync(at("papers/2024/owl.mdx"), "Owls");
		await expect.poll(() => changes).toBeGreaterThan(0);
		await pause(100);
		changes = 0;
		rmSync(at("papers/2024"), { recursive: true });
		await expect.poll(() => changes).toBeGreaterThan(0);
		await pause(100);
		changes = 0;
	}
});
