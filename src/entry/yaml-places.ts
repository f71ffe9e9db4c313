import { isMap, isNode, LineCounter, type Pair, parseDocument, type YAMLMap } from "yaml";
import { abstractPlace, FRONT_MATTER, toLineFeeds } from "./fields.ts";
import type { Place } from "./markup.ts";
import type { ValuePath } from "./splice.ts";

/** Tells where values of an entry’s front matter stand in its file: keys and places in lists to a place. */
export function placesInFrontMatter(text: string): (path: readonly (string | number)[]) => Place {
	const lineCounter = new LineCounter();
	const yaml = FRONT_MATTER.exec(toLineFeeds(text))?.[1] ?? "";
	const { contents } = parseDocument(yaml, { lineCounter, prettyErrors: false, logLevel: "error" });
	return (path) => {
		const { line, col } = lineCounter.linePos(offsetOf(contents, path.map(String), false));
		return { line: line + 1, column: col };
	};
}

/** The line (1-based) of a value of the front matter or of the abstract; that of its parent, or 1, where there is none. */
export function lineOf(text: string, path: ValuePath): number {
	const lines = toLineFeeds(text);
	const lineAt = (offset: number) => lines.slice(0, offset).split("\n").length;
	if (path[0] === "abstract") return lineAt(abstractPlace(lines)?.from ?? 0);
	const document = parseDocument(FRONT_MATTER.exec(lines)?.[1] ?? "", { logLevel: "error" });
	for (let length = path.length; length > 0; length--) {
		const parent = document.getIn(path.slice(0, length - 1), true);
		const pair = isMap(parent) ? pairOf(parent, String(path[length - 1])) : undefined;
		if (!pair) continue;
		const start = isNode(pair.key) ? pair.key.range?.[0] : undefined;
		return lineAt((start ?? 0) + "---\n".length);
	}
	return 1;
}

/** Offset of the key or value at a path, or of its nearest ancestor that is there. */
export function offsetOf(contents: unknown, path: readonly string[], key: boolean): number {
	let node: unknown = contents;
	let offset = isNode(contents) ? (contents.range?.[0] ?? 0) : 0;
	for (const [index, step] of path.entries()) {
		const pair = isMap(node) ? pairOf(node, step) : undefined;
		const next: unknown = pair
			? pair.value
			: node && typeof node === "object" && "items" in node
				? (node as { items: unknown[] }).items[Number(step)]
				: undefined;
		const last = index === path.length - 1;
		const at = last && key ? pair?.key : next;
		const start = isNode(at) ? at.range?.[0] : undefined;
		if (start === undefined) break;
		offset = start;
		node = next;
	}
	return offset;
}

function pairOf(map: YAMLMap, name: string): Pair | undefined {
	return map.items.find((pair) => String(isNode(pair.key) ? pair.key.toJSON() : pair.key) === name);
}
