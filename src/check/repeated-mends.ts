import { isScalar, isSeq, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import { type Needless, needlessIn } from "../entry/repeated.ts";
import { mapOf } from "./front-matter-mends.ts";
import type { Splice } from "./splice.ts";

const LISTS = ["topics", "aliases", "authors"] as const;

/** Topics, former ids and authors that stand a second time, taken out: see {@link needlessIn}. */
export function repeatedMends(id: string, yaml: string): Splice[] {
	const map = mapOf(yaml);
	if (!map) return [];
	const needless = needlessIn(id, map.toJSON());
	return LISTS.flatMap((name) => {
		const pair = map.items.find(({ key }) => isScalar(key) && key.value === name);
		const gone = needless[name];
		return pair && gone.length > 0 ? without(yaml, map, pair, gone) : [];
	});
}

/** The same, of values: a list of which nothing is left goes as a whole. */
export function withoutRepeated<Values extends Record<string, unknown>>(
	id: string,
	values: Values,
): Values {
	const needless: Needless = needlessIn(id, values);
	const left = LISTS.flatMap((name) => {
		const gone = needless[name];
		if (gone.length === 0) return [];
		const list = (values[name] as unknown[]).filter((_, at) => !gone.includes(at));
		return [[name, list.length > 0 ? list : undefined] as const];
	});
	const changed = Object.entries({ ...values, ...Object.fromEntries(left) });
	return Object.fromEntries(changed.filter(([, value]) => value !== undefined)) as Values;
}

/** A list of texts in one line each, or all in one line, without comments; any other stays. */
function without(yaml: string, map: YAMLMap, pair: Pair, gone: readonly number[]): Splice[] {
	const list = pair.value;
	if (!isSeq(list) || map.flow || !isScalar(pair.key)) return [];
	const end = list.range?.[1] ?? 0;
	const items = list.items.map((item) => placeOf(item));
	const said = (at: number) => `${items[at]?.text} is gone from ${pair.key}: it is there already`;
	if (items.some((item) => !item)) return [];
	if (gone.length === items.length) {
		const from = pair.key.range?.[0] ?? 0;
		const to = yaml.indexOf("\n", Math.max(from, end - 1)) + 1 || yaml.length;
		const ownLines = from === 0 || yaml[from - 1] === "\n";
		if (!ownLines || yaml.slice(from, to).includes("#")) return [];
		const mended = `${pair.key.value} is gone: it held nothing but the entry’s own id`;
		return [{ start: from, end: to, text: "", mended }];
	}
	if (list.flow) return inBrackets(yaml, list, items as Place[], gone, said);
	const splices = gone.map((at) => {
		const { from = 0, to = 0 } = items[at] ?? {};
		const line = yaml.lastIndexOf("\n", from - 1) + 1;
		const next = yaml.indexOf("\n", to) + 1 || yaml.length;
		return { start: line, end: next, text: "", mended: said(at) };
	});
	const alone = splices.every(
		({ start: from, end: to }) =>
			/^[ \t]*-[ \t]+[^\n]+\n?$/.test(yaml.slice(from, to)) && !yaml.slice(from, to).includes("#"),
	);
	return alone ? splices : [];
}

interface Place {
	from: number;
	to: number;
	text: string;
}

function placeOf(item: unknown): Place | undefined {
	if (!isScalar(item) || !item.range || typeof item.value !== "string") return undefined;
	const [from, to] = (item as Scalar).range ?? [0, 0];
	return { from, to, text: item.value };
}

/** What is left stays as it is written; one splice tells of all that goes. */
function inBrackets(
	yaml: string,
	list: YAMLSeq,
	items: readonly Place[],
	gone: readonly number[],
	said: (at: number) => string,
): Splice[] {
	const [start = 0, end = 0] = list.range ?? [];
	if (yaml.slice(start, end).includes("\n")) return [];
	const kept = items.filter((_, at) => !gone.includes(at));
	const text = kept.map(({ from, to }) => yaml.slice(from, to)).join(", ");
	const first = items[0]?.from ?? start;
	const last = items.at(-1)?.to ?? end;
	return [{ start: first, end: last, text, mended: gone.map(said).join("; ") }];
}
