import { stripVTControlCharacters, styleText } from "node:util";
import type { Issue } from "../paper/issues.ts";
import { printable } from "../paper/printable.ts";
import { type Change, styleOf, unifiedDiff } from "./diff.ts";

/** Prints lines, made harmless, on the standard output. */
export function print(...lines: string[]): void {
	for (const line of lines) process.stdout.write(`${printable(line)}\n`);
}

/** Prints lines, made harmless, on the standard error. */
export function printError(...lines: string[]): void {
	for (const line of lines) process.stderr.write(`${printable(line)}\n`);
}

/**
 * What the JSON document of every command has. A later version may add keys; those that are
 * there keep their names and meaning.
 */
export interface JsonDocument {
	version: 1;
	/** The name of the command, as after `npm run`. */
	command: string;
	/** True where nothing was written because of `--dry-run`. */
	dryRun: boolean;
	/** What is wrong, in the order of files, lines and columns (1-based); empty where all is fine. */
	problems: readonly Issue[];
}

/** Prints the one JSON document of a run. What could act on a terminal is escaped in it as JSON. */
export function printJson(value: JsonDocument): void {
	print(...JSON.stringify(value, null, 2).split("\n"));
}

/** Prints a diff on the standard output, or on another stream: in colours where it is a terminal. */
export function printDiff(change: Change, stream: NodeJS.WriteStream = process.stdout): void {
	for (const line of unifiedDiff(change)) {
		const style = styleOf(line);
		stream.write(
			`${style && takesColours(stream) ? styleText(style, line, { validateStream: false }) : line}\n`,
		);
	}
}

/** Help as citty writes it, without colours where the stream takes none. */
export function printHelp(help: string, stream: NodeJS.WriteStream): void {
	stream.write(`${takesColours(stream) ? help : stripVTControlCharacters(help)}\n`);
}

/** NO_COLOR holds whatever its value is, as long as it has one (no-color.org). */
function takesColours(stream: NodeJS.WriteStream): boolean {
	return Boolean(stream.isTTY) && !process.env.NO_COLOR && process.env.TERM !== "dumb";
}
