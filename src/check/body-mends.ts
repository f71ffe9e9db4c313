import type { Link, RootContent } from "mdast";
import { parseMarkup, walk } from "../entry/markup.ts";
import { TRIMMED } from "./front-matter-mends.ts";
import { secureAddress } from "./hosts.ts";
import type { Splice } from "./splice.ts";

/** Nodes in which white space is text. */
const VERBATIM = new Set(["code", "inlineCode", "math", "inlineMath", "break"]);

/**
 * What can be mended below the front matter, by offsets of `text`, a whole entry with line
 * feeds: white space at the ends of lines, where it is neither a line break of Markdown nor
 * within code; and the addresses of links in brackets. Addresses in running text are the
 * authors' words.
 */
export function bodyMends(text: string, start: number): Splice[] {
	const parsed = parseMarkup(text);
	if ("error" in parsed) return [];
	const verbatim: [number, number][] = [];
	const mends: Splice[] = [];
	for (const { node } of walk(parsed.tree)) {
		const from = node.position?.start.offset ?? 0;
		const to = node.position?.end.offset ?? 0;
		if (VERBATIM.has(node.type)) verbatim.push([from, to]);
		if (node.type === "link" || node.type === "definition") {
			mends.push(...addressMend(text, from, to, node));
		}
	}
	for (const { index, 0: found } of text.matchAll(/[ \t]+$/gm)) {
		const end = index + found.length;
		if (index < start || verbatim.some(([from, to]) => index < to && end > from)) continue;
		mends.push({ start: index, end, text: "", mended: TRIMMED });
	}
	return mends;
}

/** The address stands once in the node's text, after its words in brackets. */
function addressMend(
	text: string,
	from: number,
	to: number,
	{ url }: Link | Extract<RootContent, { type: "definition" }>,
): Splice[] {
	const written = text.slice(from, to);
	const address = secureAddress(url);
	if (address === undefined || !written.startsWith("[")) return [];
	const at = written.lastIndexOf(url);
	if (at < 0 || !/[(:<]\s*$/.test(written.slice(0, at))) return [];
	const start = from + at;
	return [{ start, end: start + url.length, text: address, mended: `${url} became ${address}` }];
}
