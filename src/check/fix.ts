import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { FRONT_MATTER, frontMatterIn } from "../entry/fields.ts";
import { parseMarkup } from "../entry/markup.ts";
import type { Pictures } from "../entry/pictures.ts";
import { type Entry, readEntry } from "../entry/read.ts";
import { bodyMends } from "./body-mends.ts";
import { dateMeant, dayMeant } from "./dates.ts";
import { keyOrderMends, lineEndMends, valueMends } from "./front-matter-mends.ts";
import { secureAddress } from "./hosts.ts";
import { repeatedMends, withoutRepeated } from "./repeated-mends.ts";
import { lineAt, type Splice, spliced } from "./splice.ts";

/** What was mended, and where. */
interface Mended {
	/** 1-based. */
	line: number;
	/** `2024/02/09 became 2024-02-09`. */
	message: string;
}

/** An entry, mended where that is certain; without any mend `text` is what was given. */
export interface MendedEntry {
	text: string;
	mended: Mended[];
}

/**
 * Mends in an entry what has one right form: what a list says twice, dates, addresses of hosts
 * that serve https, the order of keys, white space at the ends of lines, the end of the last line. All else stays byte
 * for byte. Each kind of mend is held against the paper that the text says before and after; what
 * would change it otherwise is not done, and an entry that does not read in the end stays as it is.
 */
export function mendEntry(file: string, original: string, pictures?: Pictures): MendedEntry {
	const untouched = { text: original, mended: [] };
	const mark = original.startsWith("\uFEFF") ? "\uFEFF" : "";
	const windows = /\r/.test(original);
	// Of two kinds of line ends in one file, nobody knows which is meant.
	if (windows && /\r(?!\n)|(?<!\r)\n/.test(original)) return untouched;
	let text = original.slice(mark.length).replaceAll("\r\n", "\n");
	if (!frontMatterIsOne(text)) return untouched;
	// The text of the file is what changes; what readers see of it must not.
	const read = (of: string): Entry | undefined => {
		const { entry } = readEntry(file, of, pictures ? { pictures } : {});
		return entry && { ...entry, body: "", unchangedSince: undefined, digest: "" };
	};

	const mended: Mended[] = [];
	const apply = (splices: readonly Splice[], keeps: (after: string) => boolean): void => {
		if (splices.length === 0) return;
		const after = spliced(text, splices);
		if (!keeps(after)) return;
		const say = ({ start, mended }: Splice) => ({ line: lineAt(text, start), message: mended });
		mended.push(...splices.map(say));
		text = after;
	};
	for (const [rule, change] of frontRules(path.basename(file, ".mdx"))) {
		const yaml = FRONT_MATTER.exec(text)?.[1];
		const values = frontMatterIn(text);
		if (yaml === undefined || !values) return untouched;
		apply(shifted(rule(yaml), text.indexOf(yaml)), (after) =>
			isDeepStrictEqual(frontMatterIn(after), change(values)),
		);
	}
	const before = read(text);
	if (!before) return untouched;
	for (const rule of [bodyMends, lastLineMends]) {
		const start = FRONT_MATTER.exec(text)?.[1]?.length ?? 0;
		apply(rule(text, start), (after) => isSamePaper(before, read(after)));
	}
	if (mended.length === 0) return untouched;
	const result = mark + (windows ? text.replaceAll("\n", "\r\n") : text);
	return { text: result, mended: mended.sort((a, b) => a.line - b.line) };
}

/** Whether the reader of values and that of the text agree on where the front matter ends. */
function frontMatterIsOne(text: string): boolean {
	const parsed = parseMarkup(text);
	const first = "tree" in parsed ? parsed.tree.children[0] : undefined;
	const front = FRONT_MATTER.exec(text)?.[0].replace(/\n$/, "");
	return first?.type === "yaml" && front?.length === first.position?.end.offset;
}

/** The rules of front matter of an entry with this id, each with what it may change in the values. */
function frontRules(id: string): [(yaml: string) => Splice[], (values: Values) => Values][] {
	return [
		[(yaml) => repeatedMends(id, yaml), (values) => withoutRepeated(id, values)],
		[valueMends, mendedValues],
		[lineEndMends, (values) => values],
		[keyOrderMends, (values) => values],
	];
}

type Values = Record<string, unknown>;

function mendedValues(values: Values): Values {
	const mend = (value: unknown, rule: (text: string) => string | undefined) =>
		typeof value === "string" ? (rule(value) ?? value) : value;
	const within = (value: unknown, change: (entry: [string, unknown]) => unknown) =>
		value && typeof value === "object" && !Array.isArray(value)
			? Object.fromEntries(Object.entries(value).map((entry) => [entry[0], change(entry)]))
			: value;
	const { date, links, source } = values;
	return {
		...values,
		...(date !== undefined && { date: mend(date, dateMeant) }),
		...(links !== undefined && { links: within(links, ([, at]) => mend(at, secureAddress)) }),
		...(source !== undefined && {
			source: within(source, ([key, at]) => (key === "listed" ? mend(at, dayMeant) : at)),
		}),
	};
}

function lastLineMends(text: string): Splice[] {
	const at = text.length;
	const mended = "the last line has an end";
	return text.endsWith("\n") ? [] : [{ start: at, end: at, text: "\n", mended }];
}

function isSamePaper(before: Entry, after: Entry | undefined): boolean {
	return after !== undefined && isDeepStrictEqual(withSecureLinks(before), withSecureLinks(after));
}

function withSecureLinks(entry: Entry): Entry {
	const secure = (html: string) =>
		html.replace(/(?<=<a href=")[^"]*(?=")/g, (address) => secureAddress(address) ?? address);
	const { abstractHtml, notesHtml } = entry;
	return { ...entry, abstractHtml: secure(abstractHtml), notesHtml: secure(notesHtml) };
}

function shifted(splices: readonly Splice[], by: number): Splice[] {
	return splices.map((splice) => ({ ...splice, start: splice.start + by, end: splice.end + by }));
}
