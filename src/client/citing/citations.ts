import {
	CITATION_FORMATS,
	type CitationFormat,
	type CitationShard,
	joinCitations,
	shardOf,
} from "../../paper/citations.ts";
import { FileProblem } from "../search/files.ts";
import { problemMessage } from "../search/messages.ts";
import { place } from "../search/place.ts";

/** A paper in every format. */
export type Citations = CitationShard["papers"][string];

/** Files that have come, by their numbers; those that failed are asked for again. */
const shards = new Map<number, Promise<CitationShard["papers"]>>();

/** Files that are asked for at the same time. */
const AT_ONCE = 8;

/** The citations of a paper, which stand in the file of this number. Rejects with a {@link FileProblem}. */
export async function citationsOf(id: string, shard: number): Promise<Citations> {
	const papers = await read(shard);
	const citations = Object.hasOwn(papers, id) ? papers[id] : undefined;
	if (!citations) {
		throw new FileProblem(`cite/${shard}.json`, "citations", "missing", `${id} is not in it`);
	}
	return citations;
}

/** Papers in a format as one text, given the number of files that the collection's citations are in. */
export async function citationText(
	ids: readonly string[],
	format: CitationFormat,
	count: number,
): Promise<string> {
	const needed = [...new Set(ids.map((id) => shardOf(id, count)))];
	// A few at a time: a slow connection gives up those that wait in a long queue.
	for (let at = 0; at < needed.length; at += AT_ONCE) {
		await Promise.all(needed.slice(at, at + AT_ONCE).map(read));
	}
	const all = await Promise.all(ids.map((id) => citationsOf(id, shardOf(id, count))));
	return joinCitations(
		format,
		all.map((citations) => citations[format]),
	);
}

/** What a reader is told when citations cannot be had. */
export function citingProblem(cause: unknown): string {
	if (cause instanceof FileProblem) return `This cannot be cited now: ${problemMessage(cause)}`;
	return "Citing has failed. Reload the page; if it stays, tell the people who keep this site.";
}

/** Hands a text to the reader as a file. */
export function download(text: string, format: CitationFormat, name: string): void {
	const { file, type } = CITATION_FORMATS[format];
	const link = document.createElement("a");
	link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
	link.download = `${name}.${file}`;
	link.click();
	// Some browsers begin to read only after the click.
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function read(shard: number): Promise<CitationShard["papers"]> {
	const known = shards.get(shard);
	if (known) return known;
	const path = `cite/${shard}.json`;
	const papers = place
		.citations(path, "citations")
		.then((bytes): CitationShard => JSON.parse(new TextDecoder().decode(bytes)))
		.then((file) => file.papers);
	shards.set(shard, papers);
	papers.catch(() => shards.delete(shard));
	return papers;
}
