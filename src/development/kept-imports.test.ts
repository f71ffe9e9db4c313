import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keptImports } from "./kept-imports.ts";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), "imports-"));
	vi.useFakeTimers({ now: Date.now() + 5000 });
});
afterEach(() => {
	vi.useRealTimers();
	rmSync(folder, { recursive: true });
});

test("what a file imports is found once, and again when it was edited", () => {
	const file = path.join(folder, "a.ts");
	const asked: string[] = [];
	const start = () =>
		keptImports(path.join(folder, "cache"), (_, text) => {
			asked.push(text);
			return text === "vite" ? undefined : [text];
		});
	for (const [text, found] of [
		["b.ts", ["b.ts"]],
		["vite", undefined],
	] as const) {
		writeFileSync(file, text);
		vi.setSystemTime(Date.now() + 5000);
		for (let times = 0; times < 2; times++) {
			expect(start()(file)).toEqual(found);
			vi.advanceTimersByTime(2000);
		}
	}
	expect(asked).toEqual(["b.ts", "vite"]);
});
