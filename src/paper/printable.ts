/**
 * Control characters move a terminal's cursor, recolour it or end a line; those of writing
 * direction show a text as another. A tab does neither.
 */
const UNPRINTABLE = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/**
 * One line that a terminal and a log may be sent, whatever stands in it: what would act on
 * them is written as `\u001b`. So is what GitHub's runner takes for a command: `::` at the
 * start of a line, and `##[` anywhere (the older form).
 */
export function printable(text: string): string {
	return text
		.replace(UNPRINTABLE, codeUnit)
		.replace(/^(\s*):(?=:)/, (_, space: string) => `${space}${codeUnit(":")}`)
		.replace(/#(?=#\[)/g, codeUnit);
}

function codeUnit(character: string): string {
	return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
