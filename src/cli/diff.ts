import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import { printable } from "../paper/printable.ts";

/** What a file is and what it would be; `before` is absent where there is no file yet. */
export interface Change {
	file: string;
	before?: string | undefined;
	text: string;
}

/** The lines of a unified diff, each harmless to print; Windows line ends are not shown. */
export function unifiedDiff({ file, before, text }: Change): string[] {
	const from = before === undefined ? "/dev/null" : file;
	const patch = createTwoFilesPatch(from, file, before ?? "", text, undefined, undefined, {
		headerOptions: FILE_HEADERS_ONLY,
	});
	return patch.replace(/\n$/, "").split(/\r?\n/).map(printable);
}

/** How a line of a diff is shown on a terminal; `undefined` as it is. */
export function styleOf(line: string): "red" | "green" | "cyan" | "bold" | undefined {
	if (/^(?:---|\+\+\+) /.test(line)) return "bold";
	if (line.startsWith("@@")) return "cyan";
	if (line.startsWith("+")) return "green";
	return line.startsWith("-") ? "red" : undefined;
}
