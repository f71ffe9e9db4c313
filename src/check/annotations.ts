import type { Issue } from "../paper/issues.ts";
import { printable } from "../paper/printable.ts";

/**
 * A problem as a workflow command of GitHub, which shows it beside the line in a pull request:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands.
 * Nothing in it can begin another command.
 */
export function annotation({ file, line, column, message, fix }: Issue): string {
	const [found = "", expected = ""] = message.split(/, (expected [\s\S]*)/);
	const place = `file=${property(file)},line=${line},col=${column}`;
	// The title is short, and in bold: what was found. What was expected follows with the mend.
	const words = [expected, fix].filter(Boolean).join("\n");
	return `::error ${place},title=${property(printable(found))}::${data(words)}`;
}

/** As the runner's toolkit escapes the words of a command. */
function data(text: string): string {
	const lines = text.split("\n").map(printable).join("\n");
	return lines.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** As it escapes a property. Other control characters cannot be part of a file's name in a pull request. */
function property(text: string): string {
	const escaped = text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
	return printable(escaped.replaceAll(":", "%3A").replaceAll(",", "%2C"));
}
