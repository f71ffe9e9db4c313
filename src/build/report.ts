import type { Content } from "../entry/read-content.ts";
import { printable } from "../paper/printable.ts";
import { type OutputSize, remarks } from "./output-size.ts";
import type { RenderedPages } from "./render.ts";
import { stageTimes } from "./stages.ts";

/** A site that was built. */
export interface Built {
	content: Content;
	pages: RenderedPages;
	size: OutputSize;
	/** Entries that took long to read. */
	slow: Content["slow"];
}

/**
 * Says at the end of a build what it has made and how long each stage took, what hosts may
 * refuse, and what was slow.
 */
export function report({ content, pages, size, slow }: Built): void {
	const number = (value: number) => value.toLocaleString("en");
	const stages = stageTimes();
	const all = stages.reduce((sum, { seconds }) => sum + seconds, 0);
	const { rendered, taken } = pages;
	const as = taken > 0 ? ` (${number(taken)} as they were)` : "";
	say(
		`${number(content.entries.length)} papers on ${number(rendered + taken)} pages${as}: ${number(size.files)} files, ${(size.bytes / 1e6).toFixed(1)} MB`,
	);
	say(
		`${all.toFixed(1)} s: ${stages.map(({ name, seconds }) => `${name} ${seconds.toFixed(1)}`).join(", ")}`,
	);
	for (const { level, text } of remarks(size)) {
		if (level === "warn") console.warn(printable(`warning: ${text}`));
		else say(text);
	}
	for (const { file, milliseconds } of slow) say(`slow entry: ${seconds(milliseconds)} ${file}`);
	for (const { path, milliseconds } of pages.slow)
		say(`slow page: ${seconds(milliseconds)} ${path}`);
}

function say(line: string): void {
	console.log(printable(line));
}

function seconds(milliseconds: number): string {
	return `${(milliseconds / 1000).toFixed(1)} s`;
}
