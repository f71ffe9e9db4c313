import { readFileSync, writeFileSync } from "node:fs";
import type { Command } from "./measure.ts";
import type { Places } from "./outputs.ts";

/** A site that is built, again and again, from the texts of one collection. */
export interface Subject {
	name: string;
	/** What it is built with: names and versions. */
	versions: string;
	/** The folder that its build writes. */
	out: string;
	build: Command;
	/** Where its output keeps the pages that all sites have. */
	places: Places;
	/** Titles as headings show them, by id. */
	titles: ReadonlyMap<string, string>;
	/** Takes away what builds before have left. */
	clear(): void;
	/** The file of a paper, whose text ends with the abstract. */
	file(id: string): string;
}

/** Adds a sentence to the abstract of a paper. */
export function edit({ file }: Subject, id: string, sentence: string): void {
	const text = readFileSync(file(id), "utf8").trimEnd();
	writeFileSync(file(id), `${text} ${sentence}\n`);
}
