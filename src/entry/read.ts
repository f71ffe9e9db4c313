import type { RootContent } from "mdast";
import { digestOf } from "../cache/kept.ts";
import type { CalendarDate } from "../paper/dates.ts";
import { isId } from "../paper/identifiers.ts";
import type { Issue } from "../paper/issues.ts";
import { frontMatterSchema, type frontMatterSchemaFor, type Paper } from "../paper/schema.ts";
import { type Cited, citedAs } from "./cited.ts";
import { attribute, isJsx } from "./components.ts";
import { FRONT_MATTER } from "./fields.ts";
import { readYaml } from "./front-matter.ts";
import { guard } from "./guard.ts";
import { issueAt, parseMarkup, placeOf, walk } from "./markup.ts";
import { mathError, tookTooLong } from "./math.ts";
import type { Pictures } from "./pictures.ts";
import { renderHtml, renderText } from "./render.ts";
import { repeatedIn } from "./repeated.ts";
import { titleHtml } from "./title.ts";
import { unchangedSince } from "./unchanged.ts";

/** A paper with what the page shows of its body. */
export interface Entry {
	paper: Paper;
	/** Path of the file, for "improve this page". */
	file: string;
	/** HTML of the title. */
	titleHtml: string;
	/** HTML of the abstract. */
	abstractHtml: string;
	/** HTML of what contributors added below the abstract; empty when there is nothing. */
	notesHtml: string;
	/** The body as it was written: see `plain-markdown.ts`. */
	body: string;
	/** The day since which nobody has changed the entry: that of its listing; left out where people have edited it, or wrote it. */
	unchangedSince?: CalendarDate | undefined;
	/** Paths in `content/images/` of the pictures that it shows. */
	pictures: string[];
	/** A check sum of all of this: what shows the same entry can be kept. */
	digest: string;
	/** What follows from the paper, for its citations: see {@link citedAs}. */
	cited: Cited;
}

/** What reading an entry gives: the entry, or every problem in it. */
export type ReadEntry = { entry: Entry; issues: [] } | { entry?: undefined; issues: Issue[] };

/** What an entry's site has to do with it. */
export interface EntrySite {
	/** The site's schema for front matter; without it any topic will do. */
	schema?: ReturnType<typeof frontMatterSchemaFor>;
	/** The site's base path, for links within it. */
	base?: string;
	/** The site's pictures; without it no figure is accepted. */
	pictures?: Pictures;
}

const MAX_CHARACTERS = 50_000;
/** Characters of names in the front matter, which are not counted above: papers have up to 5,200 authors. */
const MAX_IN_NAMES = 200_000;
const MAX_LINE = 20_000;

/** A name without signs of YAML, such as stands in an entry without quotation marks. */
const PLAIN_NAME = /^\p{L}[\p{L}\p{M}\p{N}.,'’ -]*$/u;

/** The characters in lines such as `  - Ada Lovelace`: plain texts alone, since other YAML in such numbers takes minutes. */
function inNames(text: string): number {
	const end = text.indexOf("\n---", 4);
	const lines = text.slice(0, Math.max(0, end)).split("\n");
	return lines
		.filter((line) => line.startsWith("  - ") && PLAIN_NAME.test(line.slice(4)))
		.reduce((sum, line) => sum + line.length + 1, 0);
}

/** True for authors that an entry has place for, with 30,000 characters left for all else. */
export function haveRoom(authors: readonly string[]): boolean {
	const size = (names: readonly string[]) =>
		names.reduce((sum, name) => sum + JSON.stringify(name).length + 6, 0);
	const plain = authors.filter((name) => PLAIN_NAME.test(name));
	const others = authors.filter((name) => !PLAIN_NAME.test(name));
	return size(plain) <= MAX_IN_NAMES && size(others) <= MAX_CHARACTERS - 30_000;
}

/**
 * Reads an entry, `<id>.mdx`: YAML front matter, then Markdown with math. The body
 * up to its first heading is the abstract. Nothing in it is run. Problems are
 * collected, as many as one reading can tell.
 */
export function readEntry(file: string, text: string, site: EntrySite = {}): ReadEntry {
	const at = (message: string, fix: string, place = { line: 1, column: 1 }) => ({
		issues: [issueAt(file, place, message, fix)],
	});
	const id = /([^/\\]+)\.mdx$/.exec(file)?.[1] ?? "";
	if (!isId(id)) {
		return at(
			`unexpected file name ${JSON.stringify(id)}, expected lower-case letters and digits joined by - . or _ (80 characters at most)`,
			"Rename the file: its name is the paper's id and stands in its address.",
		);
	}
	if (text.length > MAX_CHARACTERS + Math.min(MAX_IN_NAMES, inNames(text))) {
		return at(
			`unexpected ${text.length} characters, expected at most ${MAX_CHARACTERS}`,
			"An entry holds an abstract and notes, not the whole paper: link to it.",
		);
	}
	const source = text
		.replace(/^\uFEFF/, "")
		.replace(/\r\n?/g, "\n")
		// The parser takes spaces after the closing line, but no tab: it would read on to the end.
		.replace(/^(---\n(?:[\s\S]*?\n)?---)[ \t]+(?=\n|$)/, "$1");
	const long = source.split("\n").findIndex((line) => line.length > MAX_LINE);
	if (long >= 0) {
		return at(
			`unexpected line of more than ${MAX_LINE} characters, expected lines that people can read`,
			"Break the line, or leave out what is no text.",
			{ line: long + 1, column: MAX_LINE + 1 },
		);
	}
	const front = FRONT_MATTER.exec(source);
	if (!front && source.startsWith("---\n")) {
		return at(
			"unexpected end of the file in the front matter, expected a line --- that closes it",
			"Put a line --- below the last key, above the abstract.",
		);
	}
	if (!front) {
		return at(
			"unexpected start of an entry, expected front matter",
			"Begin the file with a line ---, then `title: …`, then a line ---.",
		);
	}
	const yaml = readYaml(
		{ file, text: front[1] ?? "", linesAbove: 1 },
		site.schema ?? frontMatterSchema,
		(values) => repeatedIn(id, values),
	);
	const markup = parseMarkup(source);
	if ("error" in markup) {
		const { reason, ...place } = markup.error;
		const fix = "Write \\< and \\{ where < and { are text, and math between dollar signs.";
		const issue = issueAt(file, place, `unexpected markup: ${reason}`, fix);
		return { issues: [...yaml.issues, issue] };
	}
	const body = markup.tree.children.filter((node) => node.type !== "yaml");
	const issues = [
		...yaml.issues,
		...guard(markup.tree, source, file, site.pictures),
		...mathIssues(body, file),
	];
	if (issues.length > 0 || !yaml.value) return { issues };

	const heading = body.findIndex((node) => node.type === "heading");
	const abstract = heading < 0 ? body : body.slice(0, heading);
	const notes = heading < 0 ? [] : body.slice(heading);
	const written = source.slice(front[0].length);
	const content = {
		paper: { id, ...yaml.value, abstract: renderText(abstract) },
		file,
		body: written,
		unchangedSince: unchangedSince(yaml.value, written, notes.length > 0),
		pictures: body.flatMap(picturesOf),
		titleHtml: titleHtml(yaml.value.title),
		abstractHtml: renderHtml([...abstract, ...definitions(notes)], site.base, site.pictures),
		notesHtml:
			notes.length > 0
				? renderHtml([...notes, ...definitions(abstract)], site.base, site.pictures)
				: "",
	};
	const digest = digestOf(JSON.stringify(content));
	return { entry: { ...content, digest, cited: citedAs(content.paper) }, issues: [] };
}

function picturesOf(top: RootContent): string[] {
	return [...walk(top)].flatMap(({ node }) =>
		isJsx(node) && node.name === "Figure" ? (attribute(node, "src") ?? []) : [],
	);
}

/** What links by reference point to may stand in one part and serve the other. */
function definitions(nodes: readonly RootContent[]): RootContent[] {
	return nodes
		.flatMap((top) => [...walk(top)])
		.flatMap(({ node }) => (node.type === "definition" ? [node] : []));
}

function mathIssues(nodes: readonly RootContent[], file: string): Issue[] {
	const issues: Issue[] = [];
	for (const top of nodes) {
		for (const { node } of walk(top)) {
			if (node.type !== "inlineMath" && node.type !== "math") continue;
			const reason = mathError(node.value, node.type === "math");
			if (!reason) continue;
			issues.push(
				issueAt(
					file,
					placeOf(node),
					`unexpected math ${JSON.stringify(node.value.slice(0, 60))}: ${reason}`,
					"Correct the TeX; write \\$ where a dollar sign is text.",
				),
			);
			// What one formula may take, many may not: after one that takes too long no other is tried.
			if (tookTooLong(reason)) return issues;
		}
	}
	return issues;
}
