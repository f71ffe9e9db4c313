/** Braces nest five deep in what people write; the parser takes seconds where they nest 300 deep. */
const MAX_DEPTH = 30;

/** Why an entry is refused, see {@link withoutDeep}. */
export const TOO_DEEP = `braces nested more than ${MAX_DEPTH} deep`;

/**
 * A text without its parts in which braces nest too deep, and where these begin. A part begins at
 * each of `starts`, in their order; what stands before the first is one, at 0.
 */
export function withoutDeep(
	text: string,
	starts: readonly number[],
): { readable: string; deep: ReadonlySet<number> } {
	const deep = new Set<number>();
	let readable = "";
	for (const [index, start] of [0, ...starts].entries()) {
		const part = text.slice(start, starts[index] ?? text.length);
		if (depthOf(part) <= MAX_DEPTH) readable += part;
		else deep.add(start);
	}
	return { readable, deep };
}

function depthOf(text: string): number {
	let depth = 0;
	let deepest = 0;
	for (const [mark] of text.matchAll(/\\[\s\S]|[{}]/g)) {
		if (mark === "{") deepest = Math.max(deepest, ++depth);
		else if (mark === "}") depth = Math.max(0, depth - 1);
	}
	return deepest;
}
