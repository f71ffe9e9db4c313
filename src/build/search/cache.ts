import { readBytes, writeBytes } from "../../cache/bytes.ts";
import type { KnownIndex } from "./known.ts";

/** What is kept of an index, without the bytes of its files; these follow in the order of the table. */
interface Table {
	version: string;
	fields: readonly string[];
	engine: Sized[];
	pages: (Sized & { sum: string; words: number })[];
	packed: (Sized & { sum: string })[];
	chunks: KnownIndex["chunks"];
	outlines: KnownIndex["outlines"];
	words: { words: string[]; stems: string[]; papers: number[] };
}

/** A file by its name and the number of its bytes. */
interface Sized {
	name: string;
	size: number;
}

/** The index that was kept in a file; `undefined` where there is none that is sound and of this `context`. */
export function readIndex(file: string, context: string): KnownIndex | undefined {
	const kept = readBytes<Table>(file, context);
	if (!kept) return undefined;
	const { version, fields, engine, pages, packed, chunks, outlines, words } = kept.table;
	let at = 0;
	const next = ({ size }: Sized) => kept.bytes.subarray(at, (at += size));
	return {
		version,
		fields,
		chunks,
		outlines,
		engine: new Map(engine.map((file) => [file.name, next(file)])),
		pages: pages.map((page) => ({
			name: page.name,
			sum: page.sum,
			words: page.words,
			fragment: next(page),
		})),
		packed: new Map(packed.map((file) => [file.sum, { name: file.name, bytes: next(file) }])),
		words: new Map(
			words.words.map((word, index) => [
				word,
				{ stem: words.stems[index] ?? word, papers: words.papers[index] ?? 0 },
			]),
		),
	};
}

/** Keeps an index in a file. */
export function writeIndex(file: string, context: string, index: KnownIndex): void {
	const { version, fields, engine, pages, packed, chunks, outlines, words } = index;
	const known = [...words.values()];
	const table: Table = {
		version,
		fields,
		engine: [...engine].map(([name, { length }]) => ({ name, size: length })),
		pages: pages.map(({ sum, name, words, fragment }) => ({
			sum,
			name,
			words,
			size: fragment.length,
		})),
		packed: [...packed].map(([sum, { name, bytes }]) => ({ sum, name, size: bytes.length })),
		chunks,
		outlines,
		words: {
			words: [...words.keys()],
			stems: known.map(({ stem }) => stem),
			papers: known.map(({ papers }) => papers),
		},
	};
	writeBytes(file, context, table, [
		...engine.values(),
		...pages.map(({ fragment }) => fragment),
		...[...packed.values()].map(({ bytes }) => bytes),
	]);
}
