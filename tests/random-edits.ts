import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Document, parseDocument } from "yaml";

/** What an edit works on: a project folder, and numbers from 0 to 1. */
interface Editing {
	project: string;
	next(): number;
}

/** An edit, which says what it did. */
type Edit = (editing: Editing) => string;

/** Edits of the kinds that people make in `content/`. */
export const EDITS_OF_CONTENT: readonly Edit[] = [
	inText,
	(editing) => inFrontMatter(editing, "title", (document) => `${document.get("title")}, seen anew`),
	(editing) =>
		inFrontMatter(editing, "date", () => `2025-0${1 + pick(editing, 9)}-1${pick(editing, 10)}`),
	(editing) => inFrontMatter(editing, "commentCount", () => pick(editing, 50)),
	inTopics,
	addEntry,
	deleteEntry,
	renameEntry,
	inTopicDescription,
];

/** Those, and edits of the program. */
export const EDITS: readonly Edit[] = [
	...EDITS_OF_CONTENT,
	(editing) =>
		inTemplate(editing, "src/components/Footer.astro", "</footer>", "<p>Edited.</p></footer>"),
	(editing) =>
		inTemplate(editing, "src/components/PaperFacts.astro", "</aside>", "<p>Edited.</p></aside>"),
	(editing) => inTemplate(editing, "src/paper/text.ts", " papers`", " papers in all`"),
];

/** Makes one of `edits` in a project, and says which. */
export function editAtRandom(
	project: string,
	next: () => number,
	edits: readonly Edit[] = EDITS,
): string {
	const editing = { project, next };
	const edit = edits[pick(editing, edits.length)];
	return edit ? edit(editing) : "";
}

function pick({ next }: Editing, count: number): number {
	return Math.floor(next() * count);
}

function entryOf(editing: Editing): string {
	const folder = path.join(editing.project, "content/papers");
	const names = readdirSync(folder)
		.filter((name) => name.endsWith(".mdx"))
		.sort();
	return path.join(folder, names[pick(editing, names.length)] ?? "");
}

function inText(editing: Editing): string {
	const file = entryOf(editing);
	writeFileSync(file, `${readFileSync(file, "utf8")}\nTokens of birds $x^${pick(editing, 90)}$.\n`);
	return `text of ${path.basename(file)}`;
}

function inFrontMatter(
	editing: Editing,
	key: string,
	value: (document: Document) => unknown,
): string {
	const file = entryOf(editing);
	rewrite(file, (document) => document.set(key, value(document)));
	return `${key} of ${path.basename(file)}`;
}

function rewrite(file: string, change: (document: Document) => void): void {
	const [, front = "", body = ""] =
		/^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(file, "utf8")) ?? [];
	const document = parseDocument(front);
	change(document);
	writeFileSync(file, `---\n${document.toString()}---\n${body}`);
}

function topics({ project }: Editing) {
	const file = path.join(project, "content/topics.yaml");
	const document = parseDocument(readFileSync(file, "utf8"));
	return { file, document, list: document.toJS() as { id: string; description: string }[] };
}

function inTopics(editing: Editing): string {
	const { list } = topics(editing);
	const { id } = list[pick(editing, list.length)] ?? { id: "" };
	return inFrontMatter(editing, "topics", () => [id]);
}

function inTopicDescription(editing: Editing): string {
	const { file, document, list } = topics(editing);
	const at = pick(editing, list.length);
	document.setIn([at, "description"], `${list[at]?.description} Edited.`);
	writeFileSync(file, document.toString());
	return `description of topic ${list[at]?.id}`;
}

function addEntry(editing: Editing): string {
	const id = `added-${pick(editing, 1e6)}`;
	const text = `---\ntitle: Tokens of ${id}\ndate: 2026-02-0${1 + pick(editing, 9)}\nauthors:\n  - Ada Lovelace\n---\n\nA paper on ${id}.\n`;
	writeFileSync(path.join(editing.project, "content/papers", `${id}.mdx`), text);
	return `new ${id}`;
}

function deleteEntry(editing: Editing): string {
	const file = entryOf(editing);
	rmSync(file);
	const ids = path.join(editing.project, "content/ids.txt");
	const id = path.basename(file, ".mdx");
	const kept = readFileSync(ids, "utf8")
		.split("\n")
		.filter((line) => line.trim() !== id);
	writeFileSync(ids, kept.join("\n"));
	return `no ${id}`;
}

function renameEntry(editing: Editing): string {
	const file = entryOf(editing);
	const id = path.basename(file, ".mdx");
	const name = `renamed-${pick(editing, 1e6)}`;
	rewrite(file, (document) => {
		const aliases = document.toJS().aliases ?? [];
		document.set("aliases", [...aliases, id]);
	});
	renameSync(file, path.join(path.dirname(file), `${name}.mdx`));
	return `${id} is ${name}`;
}

function inTemplate({ project }: Editing, name: string, from: string, to: string): string {
	const file = path.join(project, name);
	const text = readFileSync(file, "utf8");
	if (!text.includes(from)) throw new Error(`${name} has no ${from} to edit`);
	writeFileSync(file, text.replace(from, to));
	return name;
}
