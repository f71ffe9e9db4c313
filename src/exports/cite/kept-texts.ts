import { fstatSync, ftruncateSync, mkdirSync, openSync, readSync, writeSync } from "node:fs";
import path from "node:path";
import { crc32 } from "node:zlib";
import { contextOf, type Kept, readKept, writeKept } from "../../cache/kept.ts";
import { tellUnwritable } from "../../cache/sealed.ts";
import type { Citable } from "../../paper/citations.ts";
import { sumOf } from "./sums.ts";
import {
	type CitationTexts,
	listOf,
	PROGRAM_FORMATS,
	type ProgramFormat,
	textsAnew,
	writersOf,
} from "./texts.ts";

/** Where the texts of a paper stand in the file of texts: one after the other, in every format. */
interface Place {
	at: number;
	/** Bytes of each text. */
	sizes: number[];
	/** Check sum of each text, CRC-32. */
	sums: number[];
}

/** The forms of a paper's texts, in the order in which they stand. */
const FORMS = PROGRAM_FORMATS.flatMap((format) =>
	[false, true].map((abstract) => ({ format, abstract })),
);

/** Bytes that are put together before they are written. */
const AT_ONCE = 4 * 1024 * 1024;

/**
 * The citations of papers in every format that programs read, for the lists that they stand in:
 * kept in two files in `folder`, since to set them takes 0.2 ms a paper and to hold them 8 kB. Texts
 * of papers that have changed are set anew and stand at the end; where more than half of the file
 * is old, all are set anew. A text that is not as it was written is set anew too, and so are all
 * where nothing can be written.
 */
export function keptTexts(
	folder: string,
	citables: readonly Citable[],
): (format: ProgramFormat, abstract: boolean) => CitationTexts {
	const context = contextOf(["src/exports", "src/paper"], null);
	const notes = path.join(folder, "places.bin");
	const file = opened(folder);
	if (file === undefined) return textsAnew;
	const texts = file;
	const before = readKept<Place>(notes, context);
	const places = new Map<string, Kept<Place>>();
	for (const citable of citables) {
		const kept = before.get(citable.paper.id);
		if (kept?.digest === sumOf(citable)) places.set(citable.paper.id, kept);
	}
	const length = fstatSync(texts).size;
	const used = [...places.values()].reduce((sum, { value }) => sum + sizeOf(value), 0);
	if (length > 2 * used + AT_ONCE) {
		places.clear();
		ftruncateSync(texts, 0);
	}
	const missing = citables.filter(({ paper }) => !places.has(paper.id));
	if (missing.length > 0 || before.size !== places.size) {
		try {
			append(texts, missing, places);
			writeKept(notes, context, places);
		} catch (cause) {
			tellUnwritable(folder, cause);
			return textsAnew;
		}
	}

	function bytes(citable: Citable, form: number): Uint8Array {
		const place = places.get(citable.paper.id)?.value;
		if (place) {
			const start = place.sizes.slice(0, form).reduce((sum, size) => sum + size, place.at);
			const text = Buffer.allocUnsafe(place.sizes[form] ?? 0);
			const read = readSync(texts, text, 0, text.length, start);
			if (read === text.length && crc32(text) === place.sums[form]) return text;
		}
		return set(citable)[form] ?? new Uint8Array();
	}

	return (format, abstract) => {
		const form = FORMS.findIndex((one) => one.format === format && one.abstract === abstract);
		return {
			size: ({ paper }) => places.get(paper.id)?.value.sizes[form] ?? 0,
			text: (citable) => Buffer.from(bytes(citable, form)).toString(),
			list: (papers) =>
				listOf(
					format,
					papers.map((citable) => bytes(citable, form)),
				),
		};
	};
}

/** The file of texts, or `undefined` where it cannot be written. */
function opened(folder: string): number | undefined {
	try {
		mkdirSync(folder, { recursive: true });
		return openSync(path.join(folder, "texts.bin"), "a+");
	} catch (cause) {
		tellUnwritable(folder, cause);
		return undefined;
	}
}

/** Sets the texts of papers and writes them at the end of the file, in the order given. */
function append(file: number, citables: readonly Citable[], places: Map<string, Kept<Place>>) {
	let end = fstatSync(file).size;
	let waiting: Uint8Array[] = [];
	let bytes = 0;
	const flush = () => {
		writeWhole(file, Buffer.concat(waiting));
		waiting = [];
		bytes = 0;
	};
	for (const citable of citables) {
		const texts = set(citable);
		const sizes = texts.map(({ length }) => length);
		const value = { at: end, sizes, sums: texts.map((text) => crc32(text)) };
		places.set(citable.paper.id, { digest: sumOf(citable), value });
		waiting.push(...texts);
		end += sizeOf(value);
		bytes += sizeOf(value);
		if (bytes > AT_ONCE) flush();
	}
	flush();
}

/** A disk may take less than it is given. */
function writeWhole(file: number, bytes: Uint8Array): void {
	for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** The texts of a paper in every form. */
function set(citable: Citable): Uint8Array[] {
	const writers = writersOf(citable);
	return PROGRAM_FORMATS.flatMap((format) => {
		const { text, withAbstract } = writers[format]();
		return [text, withAbstract()];
	}).map((text) => Buffer.from(text));
}

function sizeOf({ sizes }: Place): number {
	return sizes.reduce((sum, size) => sum + size, 0);
}
