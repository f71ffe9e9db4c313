import type { Root, RootContent } from "mdast";
import { mdxToMdast } from "satteri";
import type { Issue } from "../paper/issues.ts";

/**
 * The one parser for entries. What guards an entry and what renders it read the
 * same tree, so nothing can be prose to one and code to the other; and since the
 * tree is only data, no entry is ever compiled or run.
 */
const features = { frontmatter: true, gfm: true, math: true } as const;

/** A place in a file, both 1-based. */
export interface Place {
	line: number;
	column: number;
}

/** The syntax tree of an entry, or the place and reason why it has none. */
export function parseMarkup(text: string): { tree: Root } | { error: Place & { reason: string } } {
	try {
		return { tree: mdxToMdast(text, { features }) as unknown as Root };
	} catch (cause) {
		const message = cause instanceof Error ? cause.message : String(cause);
		const match = /^(\d+):(\d+): ([\s\S]*?)(?: \([\w-]+:[\w-]+\))?$/.exec(message);
		return {
			error: {
				line: Number(match?.[1] ?? 1),
				column: Number(match?.[2] ?? 1),
				// The parser knows comments of MDX; in an entry they are refused like any other code.
				reason: (match?.[3] ?? message).replace(/ \(note: to create a comment [^)]*\)/, ""),
			},
		};
	}
}

/** Where a node begins; the start of the file where the parser gives no position. */
export function placeOf(node: { position?: RootContent["position"] }): Place {
	const start = node.position?.start;
	return { line: start?.line ?? 1, column: start?.column ?? 1 };
}

/** Depth-first walk over a node and all below it, each with the number of nodes above it. */
export function* walk(
	node: Root | RootContent,
): Generator<{ node: Root | RootContent; depth: number }> {
	// A list of what is to come, not recursion: a hostile entry can nest deeper than the stack.
	const rest = [{ node, depth: 0 }];
	for (let at = rest.pop(); at; at = rest.pop()) {
		yield at;
		if (!("children" in at.node)) continue;
		const depth = at.depth + 1;
		for (const child of [...at.node.children].reverse()) rest.push({ node: child, depth });
	}
}

/** An issue at a place of an entry. */
export function issueAt(file: string, place: Place, message: string, fix: string): Issue {
	return { file, line: place.line, column: place.column, message, fix };
}
