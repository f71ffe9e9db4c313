import type { CheckedLink } from "./check.ts";

/** `file:line:column` of a link, with what was answered and how to mend it; nothing about links that are fine. */
export function linkLines(links: readonly CheckedLink[]): string[] {
	return links.flatMap(({ file, line, column, address, answer }) => {
		const at = `${file}:${line}:${column}`;
		if (answer.kind === "ok") return [];
		if (answer.kind === "moved") {
			return [`${at} moved for good: ${address}\n    Write ${answer.to} instead.`];
		}
		if (answer.kind === "unsure") {
			return [`${at} unsure (${answer.reason}): ${address}\n    Open it in a browser.`];
		}
		return [
			`${at} gone (${answer.reason}): ${address}\n    Link to where it is now, or remove the link.`,
		];
	});
}

/** `12 links: 9 lead to a page, 1 moved, 1 gone, 1 unsure`. */
export function linkCounts(links: readonly CheckedLink[]): string {
	const count = (kind: string) => links.filter(({ answer }) => answer.kind === kind).length;
	const noun = links.length === 1 ? "link" : "links";
	return `${links.length} ${noun}: ${count("ok")} lead to a page, ${count("moved")} moved, ${count("gone")} gone, ${count("unsure")} unsure`;
}

/** GitHub takes 65,536 characters for an issue. */
const MAX_BYTES = 50_000;

/**
 * The text of the issue about links that are gone; empty where none is. Links that moved come
 * after them, as a suggestion. Addresses stand in code: they are a stranger's text.
 */
export function linksIssue(links: readonly CheckedLink[]): string {
	const of = (kind: string) => linkLines(links.filter(({ answer }) => answer.kind === kind));
	const gone = of("gone");
	if (gone.length === 0) return "";
	const moved = of("moved");
	return [
		`${linkCounts(links)}. \`npm run links\` asks them again. This issue is written anew every week, and closed when none is gone.`,
		listed(gone),
		...(moved.length > 0 ? ["Moved for good:", listed(moved)] : []),
	].join("\n\n");
}

function listed(lines: readonly string[]): string {
	const shown: string[] = [];
	let bytes = 0;
	for (const line of lines) {
		bytes += Buffer.byteLength(line);
		if (bytes > MAX_BYTES / 2) break;
		// A fence cannot end within it: web addresses of entries hold no line ends.
		shown.push(line.replaceAll("`", "%60"));
	}
	const more = lines.length - shown.length;
	return `\`\`\`text\n${shown.join("\n")}\n\`\`\`${more > 0 ? `\n\nand ${more} more: \`npm run links\`` : ""}`;
}
