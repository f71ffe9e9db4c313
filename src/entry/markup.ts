import { spawnSync } from "node:child_process";
import path from "node:path";
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

/** A syntax tree, or the place and reason why there is none. */
export type Parsed = { tree: Root } | { error: Place & { reason: string } };

/** From the working folder: what reads must be the source, wherever this file was bundled to. */
const ALONE = path.resolve("src/entry/parse-alone.ts");
/** Milliseconds, of which an entry takes some hundred, most of them to begin. */
const MAX_TIME = 3_000;

/** The syntax tree of an entry, or the place and reason why it has none. */
export function parseMarkup(text: string): Parsed {
	const risk = riskOf(text);
	if (risk !== undefined) {
		const { status } = spawnSync(process.execPath, [ALONE], {
			input: text,
			stdio: ["pipe", "ignore", "ignore"],
			timeout: MAX_TIME,
			killSignal: "SIGKILL",
		});
		if (status !== 0) {
			const above = text.slice(0, risk).split("\n");
			const place = { line: above.length, column: (above.at(-1)?.length ?? 0) + 1 };
			return { error: { ...place, reason: "code that nests too deep to be read, expected text" } };
		}
	}
	return parseHere(text);
}

/**
 * Where code begins that may be too much for the parser, which is native: 5,000
 * brackets in an expression overflow its stack, and twenty elements within each other's
 * expressions keep it busy for ever. Short code with few elements cannot do either.
 */
function riskOf(text: string): number | undefined {
	// An escaped character begins nothing; the blanks keep places as they are.
	const plain = text.replace(/\\[\s\S]/g, "  ");
	const code = plain.search(/\{|(?<![\w$])(?:im|ex)port(?![\w$])/);
	if (code < 0) return undefined;
	const elements = plain.match(/</g)?.length ?? 0;
	return elements > 12 || text.length - code > 3_000 ? code : undefined;
}

/** {@link parseMarkup} of a text that the parser is known to survive. */
export function parseHere(text: string): Parsed {
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
