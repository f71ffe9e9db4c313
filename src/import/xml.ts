import { XMLParser, XMLValidator } from "fast-xml-parser";

/** An element of XML. Names of elements and attributes have lost their prefix (`dc:title` is `title`). */
export interface XmlElement {
	name: string;
	attributes: Record<string, string>;
	/** Elements and texts, in their order. */
	children: (XmlElement | string)[];
	/** 1-based line on which it begins. */
	line: number;
}

/** What the parser gives for an element: its children under its name, its attributes under `:@`. */
type Parsed = Record<string, unknown>;

const parser = new XMLParser({
	preserveOrder: true,
	ignoreAttributes: false,
	attributeNamePrefix: "",
	parseTagValue: false,
	parseAttributeValue: false,
	trimValues: false,
	removeNSPrefix: true,
	captureMetaData: true,
	// With these come characters by their numbers, which XML has without any declaration.
	htmlEntities: true,
});
const PLACE = XMLParser.getMetaDataSymbol() as unknown as string;

let last: { text: string; root?: XmlElement; problem?: string } | undefined;

/** Reads the last text only once: a format asks for flaws first, then for records. */
function read(text: string): NonNullable<typeof last> {
	if (last?.text === text) return last;
	try {
		const lineAt = lineCounter(text);
		const elements = (parser.parse(text) as Parsed[]).map((node) => toElement(node, lineAt));
		const root = elements.find((node) => typeof node === "object" && !node.name.startsWith("?"));
		last = typeof root === "object" ? { text, root } : { text, problem: "no element in it" };
	} catch (cause) {
		last = { text, problem: (cause as Error).message.replace(/\.$/, "") };
	}
	return last;
}

/** The outermost element of a text without {@link xmlFlaw}. */
export function xmlRoot(text: string): XmlElement {
	return read(text).root ?? { name: "", attributes: {}, children: [], line: 1 };
}

/** Why, and where, a text is no XML. */
export function xmlFlaw(
	text: string,
): { line: number; column: number; reason: string } | undefined {
	const valid = XMLValidator.validate(text);
	if (valid !== true) {
		const { line, col, msg } = valid.err;
		return { line, column: col || 1, reason: msg.replace(/\.$/, "") };
	}
	const { problem } = read(text);
	return problem === undefined ? undefined : { line: 1, column: 1, reason: problem };
}

/** The name of the outermost element, also of a text that has been cut; nothing where there is none. */
export function rootName(text: string): string | undefined {
	const prolog = /\s+|<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>/iy;
	let at = 0;
	while (prolog.test(text)) at = prolog.lastIndex;
	const start = /<(?:[\w.-]+:)?([\w.-]+)(?=[\s>/])/y;
	start.lastIndex = at;
	return start.exec(text)?.[1];
}

/** The children that have one of these names. */
export function childrenOf(parent: XmlElement | undefined, ...names: string[]): XmlElement[] {
	return (parent?.children ?? []).flatMap((child) =>
		typeof child === "object" && names.includes(child.name) ? [child] : [],
	);
}

/** The first element on a way down from `parent`, as by the names `dates`, `pub-dates`, `date`. */
export function childAt(parent: XmlElement | undefined, ...way: string[]): XmlElement | undefined {
	return way.reduce((found, name) => childrenOf(found, name)[0], parent);
}

/** The text in an element and all that is in it; nothing where it is empty. */
export function textOf(element: XmlElement | undefined): string | undefined {
	const text = (element?.children ?? [])
		.map((child) => (typeof child === "string" ? child : (textOf(child) ?? "")))
		.join("")
		.trim();
	return text === "" ? undefined : text;
}

function toElement(node: Parsed, lineAt: (offset: number) => number): XmlElement | string {
	if (typeof node["#text"] === "string") return node["#text"];
	const name = Object.keys(node).find((key) => key !== ":@") ?? "";
	const { startIndex = 0 } = (node[PLACE] ?? {}) as { startIndex?: number };
	const line = lineAt(startIndex);
	const children = Array.isArray(node[name]) ? (node[name] as Parsed[]) : [];
	return {
		name,
		attributes: { ...(node[":@"] as Record<string, string>) },
		children: children.map((child) => toElement(child, lineAt)),
		line,
	};
}

/** The line of each offset, asked for in the order of the text. */
function lineCounter(text: string): (offset: number) => number {
	let line = 1;
	let counted = 0;
	return (offset) => {
		for (; counted < offset; counted++) if (text[counted] === "\n") line++;
		return line;
	};
}
