import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { hostile } from "../../tests/hostile/all.ts";
import { fileOf } from "../../tests/hostile/entry.ts";
import { inspect } from "../../tests/hostile/inspect.ts";
import { frontMatterSchemaFor } from "../paper/schema.ts";
import { readEntry } from "./read.ts";

const folder = mkdtempSync(path.join(tmpdir(), "canary-"));
const canary = path.join(folder, "canary");
const schema = frontMatterSchemaFor(["topic"]);
const pictures = (src: string) =>
	src === "a.png" ? { width: 4, height: 3 } : "there is no such picture";

beforeAll(() => {
	vi.stubEnv("OFFPRINT_CANARY", canary);
});
afterAll(() => {
	vi.unstubAllEnvs();
	rmSync(folder, { recursive: true });
});

test("the table has at least 300 inputs, none of them twice", () => {
	const keys = hostile.map(({ where, text }) => `${where} ${text}`);
	expect(new Set(keys).size).toBe(keys.length);
	expect(keys.length).toBeGreaterThanOrEqual(300);
});

test("every hostile input is refused with place and reason, or is harmless HTML; nothing of it runs", () => {
	const wrong: string[] = [];
	let refused = 0;
	for (const input of hostile) {
		const { file, text } = fileOf(input);
		const started = performance.now();
		const { entry, issues } = readEntry(file, text, { schema, pictures });
		const took = performance.now() - started;
		const tell = (what: string) =>
			wrong.push(
				`${input.where}, ${input.tries}: ${JSON.stringify(input.text.slice(0, 70))}: ${what}`,
			);
		if (took > 7_000) tell(`took ${Math.round(took)} ms`);
		if (entry) {
			const { titleHtml, abstractHtml, notesHtml } = entry;
			for (const problem of inspect(titleHtml + abstractHtml + notesHtml)) tell(problem);
			continue;
		}
		refused++;
		if (issues.length === 0) tell("refused without reason");
		const lines = text.split(/\r\n?|\n/);
		for (const { line, column, message, fix } of issues) {
			const inside = line >= 1 && line <= lines.length + 1 && column >= 1;
			if (!inside || !/^unexpected \S/.test(message) || !fix) {
				tell(`${line}:${column} ${message.slice(0, 100)}`);
			}
		}
	}
	expect(wrong).toEqual([]);
	expect(existsSync(canary)).toBe(false);
	expect("canary" in globalThis).toBe(false);
	expect("polluted" in {}).toBe(false);
	// Both happen: a table of which all is refused would not look at any HTML.
	expect(refused).toBeGreaterThan(200);
	expect(hostile.length - refused).toBeGreaterThan(100);
	console.log(
		`${hostile.length} hostile inputs: ${refused} refused, ${hostile.length - refused} shown as text`,
	);
}, 120_000);
