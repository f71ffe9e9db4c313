import { isMap, isNode, LineCounter, type Pair, parseDocument, type YAMLMap } from "yaml";
import { FRONT_MATTER, toLineFeeds } from "./fields.ts";
import type { Place } from "./markup.ts";

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
