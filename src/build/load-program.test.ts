import { existsSync, mkdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { temporaryFolder } from "../../tests/site.ts";
import { leaveFewModules } from "./load-program.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);

test("modules of the newest collections stay, and those of a build that runs", () => {
	const names = Array.from({ length: 9 }, (_, at) => `collection-${at}`);
	for (const [at, name] of names.entries()) {
		const modules = path.join(folder, name, "program");
		mkdirSync(modules, { recursive: true });
		writeFileSync(path.join(modules, "entry.mjs"), "");
		writeFileSync(path.join(folder, name, "data-store.json"), "{}");
		utimesSync(modules, at, at);
	}
	writeFileSync(path.join(folder, names[1] ?? "", "build.lock"), "1");
	leaveFewModules(folder);
	const left = names.filter((name) => existsSync(path.join(folder, name, "program/entry.mjs")));
	expect(left).toEqual(names.filter((_, at) => at === 1 || at > 2));
	for (const name of names)
		expect(existsSync(path.join(folder, name, "data-store.json"))).toBe(true);
	leaveFewModules(path.join(folder, "none"));
});
