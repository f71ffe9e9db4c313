/** What JSON can hold, read without trust: ask before use. */
export type Json = Record<string, unknown>;

let last: { text: string; value?: unknown; problem?: string } | undefined;

/** The value of a JSON text; of the last one only once, since every format asks. */
function read(text: string): NonNullable<typeof last> {
	if (last?.text === text) return last;
	if (!/^\s*[[{]/.test(text)) return (last = { text });
	try {
		last = { text, value: JSON.parse(text) };
	} catch (cause) {
		last = { text, problem: (cause as Error).message };
	}
	return last;
}

/** The value of a JSON text, or `undefined` for other texts. */
export function jsonValue(text: string): unknown {
	return read(text).value;
}

/** Where and why a text that begins as JSON is none. */
export function jsonProblem(
	text: string,
): { line: number; column: number; reason: string } | undefined {
	const { problem } = read(text);
	// BibTeX, CSV and copied pages may begin with a bracket too.
	if (problem === undefined || !/^\s*(?:\{\s*"|\[\s*\{\s*")/.test(text)) return undefined;
	const place = /line (\d+) column (\d+)/.exec(problem);
	const lines = text.trimEnd().split("\n");
	return {
		line: place ? Number(place[1]) : lines.length,
		column: place ? Number(place[2]) : (lines.at(-1)?.length ?? 0) + 1,
		reason: problem.replace(/ in JSON at position.*$/, "").replace(/\s+/g, " "),
	};
}

/** The value as an object, or an empty one. */
export function object(value: unknown): Json {
	return typeof value === "object" && value !== null && !Array.isArray(value)
		? (value as Json)
		: {};
}

/** The value as an array, or an empty one. */
export function array(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}

/** The value as text: of an array the first, of a number its digits. */
export function string(value: unknown): string | undefined {
	if (typeof value === "number") return String(value);
	if (Array.isArray(value)) return string(value[0]);
	return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** The value as a whole number of 0 or more. */
export function count(value: unknown): number | undefined {
	return Number.isInteger(value) && (value as number) >= 0 ? (value as number) : undefined;
}

/**
 * The line on which each element of an array begins: of the whole text (`[]`), or
 * of the array under these keys (`["message", "items"]`).
 */
export function elementLines(text: string, path: readonly string[]): number[] {
	const wanted = path.join("\n");
	const lines: number[] = [];
	const open: { array: boolean; path: string; key: string; fresh: boolean }[] = [];
	let line = 1;
	for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},:\n]|[^\s"[\]{},:]+/g)) {
		const inside = open.at(-1);
		if (token === "\n") line++;
		else if (token === "]" || token === "}") open.pop();
		else if (token === ",") inside && (inside.fresh = true);
		else if (token !== ":") {
			if (inside?.array && inside.fresh && inside.path === wanted) lines.push(line);
			if (inside && !inside.array && inside.fresh) inside.key = JSON.parse(token) as string;
			if (inside) inside.fresh = false;
			if (token === "[" || token === "{") {
				const parent = inside ? (inside.array ? `${inside.path}\n[]` : join(inside)) : "";
				open.push({ array: token === "[", path: parent, key: "", fresh: true });
			}
		}
	}
	return lines;
}

function join({ path, key }: { path: string; key: string }): string {
	return path === "" ? key : `${path}\n${key}`;
}
