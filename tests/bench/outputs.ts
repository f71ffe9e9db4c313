import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { parse } from "parse5";

/** Every file below a folder, by its path in it, sorted. */
function filesOf(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((item) => item.isFile())
		.map((item) => path.relative(folder, path.join(item.parentPath, item.name)))
		.sort();
}

/** Number of files and their bytes together. */
export function sizeOf(folder: string): { files: number; bytes: number } {
	const files = filesOf(folder);
	const bytes = files.reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
	return { files: files.length, bytes };
}

/** Files of a folder, each with the SHA-256 of its content. */
export function contentOf(folder: string): Map<string, string> {
	return new Map(
		filesOf(folder).map((file) => {
			const content = readFileSync(path.join(folder, file));
			return [file, createHash("sha256").update(content).digest("hex")];
		}),
	);
}

/** What differs between two outputs, a sentence for each file, in the order of paths; nothing where they are the same. */
export function differences(
	one: ReadonlyMap<string, string>,
	other: ReadonlyMap<string, string>,
): string[] {
	const files = [...new Set([...one.keys(), ...other.keys()])].sort();
	return files.flatMap((file) => {
		if (!other.has(file)) return [`${file} is only in the first`];
		if (!one.has(file)) return [`${file} is only in the second`];
		return one.get(file) === other.get(file) ? [] : [`${file} is another`];
	});
}

/** How many pages of each kind an output has. */
export interface Census {
	/** Pages of papers whose heading is the title of the paper. */
	papers: number;
	topics: number;
	/** Pages of years, months and days. */
	dates: number;
	/** RSS feeds of the collection and its topics. */
	feeds: number;
	/** Pages of lists beyond the first. */
	pages: number;
}

/** Where an output keeps its pages, as patterns of paths; that of papers has the id as its first group. */
export type Places = Record<keyof Census, RegExp>;

/** Addresses as this project has them, and others where they may choose. */
export const PLACES: Places = {
	papers: /^papers\/([^/]+)\/index\.html$/,
	topics: /^topics\/[^/]+\/index\.html$/,
	dates: /^dates\/\d+(?:\/\d+){0,2}\/index\.html$/,
	feeds: /^(?:topics\/[^/]+\/)?feed\.xml$/,
	pages: /^(?:papers|topics\/[^/]+)\/page\/\d+\/index\.html$/,
};

/** Counts the pages of an output. `titles` are those of the papers, by id in lower case. */
export function censusOf(
	folder: string,
	places: Places,
	titles: ReadonlyMap<string, string>,
): Census {
	const files = filesOf(folder).map((file) => file.split(path.sep).join("/"));
	const count = (kind: keyof Census) => files.filter((file) => places[kind].test(file)).length;
	const named = files.filter((file) => {
		const id = places.papers.exec(file)?.[1];
		const title = id === undefined ? undefined : titles.get(id.toLowerCase());
		return title !== undefined && letters(heading(path.join(folder, file))) === letters(title);
	});
	return {
		papers: named.length,
		topics: count("topics"),
		dates: count("dates"),
		feeds: count("feeds"),
		pages: count("pages"),
	};
}

/** Text of the first heading of a page, without formulas. */
function heading(file: string): string {
	const html = /<h1[\s>][\s\S]*?<\/h1>/.exec(readFileSync(file, "utf8"))?.[0] ?? "";
	return textOf(parse(html));
}

function textOf(node: object): string {
	if ("nodeName" in node && node.nodeName === "math") return "";
	if ("value" in node && typeof node.value === "string") return node.value;
	const children = "childNodes" in node ? (node.childNodes as object[]) : [];
	return children.map(textOf).join("");
}

/** Letters and digits alone: quotation marks, dashes and spaces may be set otherwise. */
function letters(text: string): string {
	return text
		.normalize("NFKD")
		.replace(/[^\p{L}\p{N}]/gu, "")
		.toLowerCase();
}
