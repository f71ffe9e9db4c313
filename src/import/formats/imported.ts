import { readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "vitest";
import { readEntry } from "../../entry/read.ts";
import { ledger, rejectionLines } from "../ledger.ts";
import { runImport } from "../run.ts";
import { papersIn, temporaryContent } from "../temporary-content.ts";

/** What the import of a fixture gives: its account, what it rejects and notes, and the entries. */
export async function imported(name: string): Promise<string> {
	// The name says nothing: the format is recognised by the content.
	const source = readFileSync(path.join("tests/fixtures/listings", name));
	const folder = temporaryContent({ "sources/a": source });
	const { outcomes, notes } = await runImport(folder);
	const entries = Object.entries(papersIn(folder)).map(([file, text]) => {
		expect(readEntry(file, text).issues).toEqual([]);
		return `${file}\n${text.replace(/ {2}digests: .*\n/, "")}`;
	});
	return [ledger(outcomes), ...rejectionLines(outcomes), ...notes, ...entries]
		.join("\n")
		.replaceAll(folder.root, "content");
}
