import {
	isCollection,
	isMap,
	isNode,
	isScalar,
	isSeq,
	Lexer,
	type Pair,
	parseDocument,
	type YAMLMap,
} from "yaml";
import { abstractPlace, FRONT_MATTER, toLineFeeds } from "./fields.ts";
import { keyOrderAt, yamlOf } from "./write.ts";

/** Steps to a value of the front matter: keys, and places in lists. */
export type ValuePath = readonly (string | number)[];

/** A change to a text with line feeds: what stands from `from` to before `to` becomes `text`. */
interface Edit {
	from: number;
	to: number;
	text: string;
}

/**
 * The entry with another value in its front matter, or without it where `value` is
 * `undefined`. All else stays byte for byte; comments inside a list that is replaced move
 * above its key. A new key stands where `writeEntry` would have put it. Where there is no way
 * to change just that (anchors, for example) the text comes back in a state that a reader has
 * to check.
 */
export function withValue(text: string, path: ValuePath, value: unknown): string {
	const lines = toLineFeeds(text);
	const yaml = FRONT_MATTER.exec(lines)?.[1] ?? "";
	const edit = editOf(yaml, path, value);
	if (!edit) return text;
	const above = "---\n".length;
	return spliced(text, { from: edit.from + above, to: edit.to + above, text: edit.text });
}

/** The entry with another abstract (source text), or without one. Notes below it stay. */
export function withAbstract(text: string, abstract: string | undefined): string {
	const lines = toLineFeeds(text);
	const place = abstractPlace(lines);
	if (!place) return text;
	const { body, from, to } = place;
	if (to > from) {
		const end = abstract ? to : to + (/^\n+/.exec(lines.slice(to))?.[0].length ?? 0);
		return spliced(text, { from, to: end, text: abstract ?? "" });
	}
	if (!abstract) return text;
	const start = lines[body - 1] === "\n" ? "\n" : "\n\n";
	const end = /^(?:\n|$)/.test(lines.slice(body)) ? "\n" : "\n\n";
	return spliced(text, { from: body, to: body, text: `${start}${abstract}${end}` });
}

/** The comments of the front matter, in order. */
export function commentsIn(text: string): string[] {
	return commentsOf(FRONT_MATTER.exec(toLineFeeds(text))?.[1] ?? "");
}

function editOf(yaml: string, path: ValuePath, value: unknown): Edit | undefined {
	const document = parseDocument(yaml, { logLevel: "error" });
	const parentPath = path.slice(0, -1);
	const key = path.at(-1);
	const parent = path.length > 1 ? document.getIn(parentPath, true) : document.contents;
	if (parent === undefined && value !== undefined) {
		return editOf(yaml, parentPath, typeof key === "number" ? [value] : { [key ?? ""]: value });
	}
	if (isSeq(parent) && !parent.flow && key === parent.items.length) {
		const indent = indentAt(yaml, startOf(parent));
		const end = endOfLine(yaml, endOf(yaml, parent));
		return { from: end, to: end, text: `\n${indent}${indented(yamlOf([value]), indent)}` };
	}
	if (!isMap(parent)) return undefined;
	const pair = pairOf(parent, key);
	if (!pair)
		return value === undefined
			? undefined
			: insertion(yaml, parent, parentPath, String(key), value);
	if (value !== undefined) return replacement(yaml, parent, pair, value);
	// A map that would be left empty goes as a whole: `links:` alone is no map.
	if (parent.items.length === 1 && path.length > 1) return editOf(yaml, parentPath, undefined);
	return removal(yaml, parent, pair);
}

function replacement(yaml: string, parent: YAMLMap, pair: Pair, value: unknown): Edit | undefined {
	const old = pair.value;
	if (!isNode(old)) return undefined;
	const from = startOf(old);
	const to = endOf(yaml, old);
	const block = isCollection(old) && !old.flow;
	if (parent.flow || !block) {
		return { from, to, text: parent.flow || isCollection(old) ? flowOf(value) : yamlOf(value) };
	}
	const key = startOf(pair.key);
	const indent = indentAt(yaml, key);
	const comments = commentsOf(yaml.slice(from, to)).map((comment) => `${comment}\n${indent}`);
	const text = indented(yamlOf(value), indentAt(yaml, from));
	return { from: key, to, text: comments.join("") + yaml.slice(key, from) + text };
}

function insertion(
	yaml: string,
	parent: YAMLMap,
	parentPath: ValuePath,
	key: string,
	value: unknown,
): Edit | undefined {
	const order = keyOrderAt(parentPath);
	const rank = (pair: Pair) => order.indexOf(String(pair.key));
	const before = (parent.items as Pair[])
		.filter((pair) => rank(pair) >= 0 && rank(pair) < order.indexOf(key))
		.reduce<Pair | undefined>(
			(best, pair) => (best && rank(best) > rank(pair) ? best : pair),
			undefined,
		);
	const first = parent.items[0];
	if (parent.flow) {
		const text = `${flowOf(key)}: ${flowOf(value)}`;
		if (!first) return at(startOf(parent) + 1, text);
		return before ? at(endOf(yaml, before), `, ${text}`) : at(startOf(first.key), `${text}, `);
	}
	if (!first) return undefined;
	const indent = indentAt(yaml, startOf(first.key));
	const text = indented(yamlOf({ [key]: value }), indent);
	return before
		? at(endOfLine(yaml, endOf(yaml, before)), `\n${indent}${text}`)
		: at(startOf(first.key), `${text}\n${indent}`);
}

function removal(yaml: string, parent: YAMLMap, pair: Pair): Edit | undefined {
	const index = parent.items.indexOf(pair as (typeof parent.items)[number]);
	const start = startOf(pair.key);
	const end = endOf(yaml, pair);
	if (parent.flow) {
		const next = parent.items[index + 1];
		const previous = parent.items[index - 1];
		if (next) return { from: start, to: startOf(next.key), text: "" };
		return { from: previous ? endOf(yaml, previous) : start, to: end, text: "" };
	}
	const indent = indentAt(yaml, start);
	const from = yaml.lastIndexOf("\n", start - 1) + 1;
	if (yaml.slice(from, start).trim()) return undefined;
	const to = endOfLine(yaml, end) + 1;
	const comments = commentsOf(yaml.slice(from, to));
	return { from, to, text: comments.map((comment) => `${indent}${comment}\n`).join("") };
}

function at(offset: number, text: string): Edit {
	return { from: offset, to: offset, text };
}

/** Applies an edit to a text with any line ends; new lines end as its first one does. */
function spliced(text: string, edit: Edit): string {
	const eol = /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
	const from = offsetIn(text, edit.from);
	const to = offsetIn(text, edit.to);
	return text.slice(0, from) + edit.text.replaceAll("\n", eol) + text.slice(to);
}

function offsetIn(text: string, offset: number): number {
	let at = text.startsWith("\uFEFF") ? 1 : 0;
	for (let done = 0; done < offset; done++) at += text.startsWith("\r\n", at) ? 2 : 1;
	return at;
}

function pairOf(map: YAMLMap, name: unknown): Pair | undefined {
	return map.items.find(({ key }) => String(isNode(key) ? key.toJSON() : key) === String(name));
}

function startOf(node: unknown): number {
	return (isNode(node) ? node.range?.[0] : undefined) ?? 0;
}

/** Where the last character of a value stands: without line end and comments after it. */
function endOf(yaml: string, node: unknown): number {
	if (isCollection(node) && !node.flow && node.items.length > 0)
		return endOf(yaml, node.items.at(-1));
	if (isNode(node)) {
		const end = node.range?.[1] ?? 0;
		const literal = isScalar(node) && String(node.type).startsWith("BLOCK");
		return literal && yaml[end - 1] === "\n" ? end - 1 : end;
	}
	const { key, value } = node as Pair;
	return endOf(yaml, isNode(value) ? value : key);
}

function endOfLine(yaml: string, offset: number): number {
	const end = yaml.indexOf("\n", offset);
	return end < 0 ? yaml.length : end;
}

/** As much white space as stands before a place in its line; a list's dash counts as a space. */
function indentAt(yaml: string, offset: number): string {
	return " ".repeat(offset - (yaml.lastIndexOf("\n", offset - 1) + 1));
}

function indented(text: string, indent: string): string {
	return text.replaceAll("\n", `\n${indent}`);
}

function flowOf(value: unknown): string {
	return yamlOf([value], true).slice(1, -1);
}

/** What the lexer of YAML takes for comments: a `#` in a text is none. */
function commentsOf(yaml: string): string[] {
	const SCALAR = "\u001F";
	const tokens = [...new Lexer().lex(yaml)];
	return tokens.filter((token, index) => token.startsWith("#") && tokens[index - 1] !== SCALAR);
}
