import { isMap, isScalar, type Pair, parseDocument, type Scalar, visit, type YAMLMap } from "yaml";
import { KEY_ORDER } from "../entry/write.ts";
import { dateMeant, dayMeant } from "./dates.ts";
import { secureAddress } from "./hosts.ts";
import type { Splice } from "./splice.ts";

/** The map of a piece of YAML where it can be mended: without errors, aliases, tags or anchors. */
export function mapOf(yaml: string): YAMLMap | undefined {
	const document = parseDocument(yaml, { logLevel: "silent" });
	let plain = document.errors.length === 0 && isMap(document.contents);
	visit(document, {
		Alias: () => void (plain = false),
		Node: (_key, node) => void (plain &&= !("anchor" in node && node.anchor) && !node.tag),
	});
	return plain ? (document.contents as YAMLMap) : undefined;
}

/** Dates in a form with one meaning, and addresses of hosts that serve https. */
export function valueMends(yaml: string): Splice[] {
	const map = mapOf(yaml);
	if (!map) return [];
	const source = map.get("source");
	const links = map.get("links");
	return [
		...scalarsAt(map, ["date"]).flatMap((scalar) => mend(yaml, scalar, dateMeant)),
		...scalarsAt(source, ["listed"]).flatMap((scalar) => mend(yaml, scalar, dayMeant)),
		...scalarsAt(links).flatMap((scalar) => mend(yaml, scalar, secureAddress)),
	];
}

/** The values of a map that are one text each; of these keys where some are given. */
function scalarsAt(map: unknown, keys?: readonly string[]): Scalar<string>[] {
	if (!isMap(map)) return [];
	return map.items.flatMap(({ key, value }) => {
		const wanted = !keys || keys.includes(String(isScalar(key) ? key.value : key));
		return wanted && isScalar<string>(value) && typeof value.value === "string" ? [value] : [];
	});
}

/** In quotes where the text is in quotes; a text of several lines is left. */
function mend(
	yaml: string,
	{ value, range, type }: Scalar<string>,
	rule: (text: string) => string | undefined,
): Splice[] {
	const text = rule(value);
	const [start, end] = range ?? [0, 0];
	const written = yaml.slice(start, end);
	if (text === undefined || text === value || /[\r\n]/.test(written)) return [];
	const quote = { PLAIN: "", QUOTE_SINGLE: "'", QUOTE_DOUBLE: '"' }[String(type)];
	if (quote === undefined || /['"\\\s]/.test(text)) return [];
	return [{ start, end, text: quote + text + quote, mended: `${written} became ${text}` }];
}

/** White space at the ends of lines that belong to no text of several lines. */
export function lineEndMends(yaml: string): Splice[] {
	const map = mapOf(yaml);
	if (!map) return [];
	const texts: [number, number][] = [];
	visit(map, {
		Scalar: (_key, { range }) => {
			if (range && /[\r\n]/.test(yaml.slice(range[0], range[1]).trimEnd())) {
				texts.push([range[0], range[1]]);
			}
		},
	});
	return [...yaml.matchAll(/[ \t]+(?=\r?\n|$)/g)].flatMap(({ index, 0: { length } }) =>
		texts.some(([start, end]) => index < end && index + length > start)
			? []
			: [{ start: index, end: index + length, text: "", mended: TRIMMED }],
	);
}

/** What is said where white space went. */
export const TRIMMED = "white space at the end of the line is gone";

/** The keys in their order: one splice for all of them, with the comments above each. */
export function keyOrderMends(yaml: string): Splice[] {
	const map = mapOf(yaml);
	if (!map || map.flow) return [];
	const parts = map.items.map((pair) => partOf(yaml, pair));
	if (parts.length < 2 || parts.some((part) => !part)) return [];
	const placed = parts as { key: string; start: number; end: number }[];
	const wanted = [...placed].sort((a, b) => rank(a.key) - rank(b.key));
	if (wanted.every((part, at) => part === placed[at])) return [];
	const first = placed[0]?.start ?? 0;
	const end = placed.at(-1)?.end ?? 0;
	const text = wanted
		.map((part) => {
			const next = placed[placed.indexOf(part) + 1];
			return yaml.slice(part.start, next ? next.start : end);
		})
		.join("");
	const names = wanted.map(({ key }) => key).join(", ");
	return [{ start: first, end, text, mended: `the keys are in their order: ${names}` }];
}

function rank(key: string): number {
	const at = (KEY_ORDER as readonly string[]).indexOf(key);
	return at < 0 ? KEY_ORDER.length : at;
}

/** Where a key's lines begin, with the comments right above it, and where its value ends. */
function partOf(
	yaml: string,
	{ key, value }: Pair,
): { key: string; start: number; end: number } | undefined {
	if (!isScalar(key) || !key.range) return undefined;
	let start = key.range[0];
	if (start > 0 && yaml[start - 1] !== "\n") return undefined;
	for (;;) {
		const above = yaml.lastIndexOf("\n", start - 2) + 1;
		if (start === 0 || yaml[above] !== "#") break;
		start = above;
	}
	const range = (value as { range?: [number, number, number] } | null)?.range ?? key.range;
	const lineEnd = yaml.indexOf("\n", Math.max(range[1] - 1, key.range[1]));
	return { key: String(key.value), start, end: lineEnd < 0 ? yaml.length : lineEnd + 1 };
}
