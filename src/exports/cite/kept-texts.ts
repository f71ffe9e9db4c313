import { fstatSync, ftruncateSync, mkdirSync, openSync, writeSync } from "node:fs";
import path from "node:path";
import { crc32 } from "node:zlib";
import { contextOf, type Kept, readKept, writeKept } from "../../cache/kept.ts";
import { tellUnwritable } from "../../cache/sealed.ts";
import type { Citable } from "../../paper/citations.ts";
import { listOf } from "./list.ts";
import { readFrom } from "./stored-texts.ts";
import { sumOf } from "./sums.ts";
import {
	type CitationTexts,
	PROGRAM_FORMATS,
	type ProgramFormat,
	textsAnew,
	writersOf,
} from "./texts.ts";

/** Where the texts of a paper stand: each in the file of its form. */
interface Place {
	at: number[];
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
const AT_ONCE = 1024 * 1024;

/**
 * The citations of papers in every format that programs read, for the lists that they stand in:
 * kept in files in `folder`, one for each form, since to set them takes 0.2 ms a paper and to hold
 * them 8 kB. Texts of papers that have changed are set anew and stand at the end; where more than
 * half of what is kept is old, all are set anew. A text that is not as it was written is set anew too, and so are all
 * where nothing can be written.
 */
export function keptTexts(
	folder: string,
	citables: readonly Citable[],
): (format: ProgramFormat, abstract: boolean) => CitationTexts {
	const context = contextOf(["src/exports", "src/paper"], null);
	const notes = path.join(folder, "places.bin");
	const opened = openedIn(folder);
	if (opened === undefined) return textsAnew;
	const files = opened;
	const before = readKept<Place>(notes, context);
	const places = new Map<string, Kept<Place>>();
	for (const citable of citables) {
		const kept = before.get(citable.paper.id);
		if (kept?.digest === sumOf(citable)) places.set(citable.paper.id, kept);
	}
	const length = files.reduce((sum, file) => sum + fstatSync(file).size, 0);
	const used = [...places.values()].reduce((sum, { value }) => sum + sizeOf(value), 0);
	if (length > 2 * used + AT_ONCE) {
		places.clear();
		for (const file of files) ftruncateSync(file, 0);
	}
	const missing = citables.filter(({ paper }) => !places.has(paper.id));
	if (missing.length > 0 || before.size !== places.size) {
		try {
			append(files, missing, places);
			writeKept(notes, context, places);
		} catch (cause) {
			tellUnwritable(folder, cause);
			return textsAnew;
		}
	}

	/** The bytes of a text. */
	function bytes(citable: Citable, form: number): Uint8Array {
		const place = places.get(citable.paper.id)?.value;
		if (place) {
			const text = readFrom(files[form] as number, place.at[form] ?? 0, place.sizes[form] ?? 0);
			if (text.length === place.sizes[form] && crc32(text) === place.sums[form]) return text;
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
			stored(papers) {
				const at = new Float64Array(papers.length);
				const [sizes, sums] = [new Uint32Array(papers.length), new Uint32Array(papers.length)];
				for (const [number, { paper }] of papers.entries()) {
					const place = places.get(paper.id)?.value;
					if (!place) return undefined;
					at[number] = place.at[form] ?? 0;
					sizes[number] = place.sizes[form] ?? 0;
					sums[number] = place.sums[form] ?? 0;
				}
				return { file: fileOf(folder, form), at, sizes, sums };
			},
		};
	};
}

/** The file of the texts of a form. */
function fileOf(folder: string, form: number): string {
	return path.join(folder, `texts-${form}.bin`);
}

/** The files of texts, by form, or `undefined` where they cannot be written. */
function openedIn(folder: string): number[] | undefined {
	try {
		mkdirSync(folder, { recursive: true });
		return FORMS.map((_, form) => openSync(fileOf(folder, form), "a+"));
	} catch (cause) {
		tellUnwritable(folder, cause);
		return undefined;
	}
}

/** Sets the texts of papers and writes them at the ends of the files, in the order given. */
function append(
	files: readonly number[],
	citables: readonly Citable[],
	places: Map<string, Kept<Place>>,
) {
	const ends = files.map((file) => fstatSync(file).size);
	let waiting: Uint8Array[][] = files.map(() => []);
	let bytes = 0;
	const flush = () => {
		for (const [form, file] of files.entries())
			writeWhole(file, Buffer.concat(waiting[form] ?? []));
		waiting = files.map(() => []);
		bytes = 0;
	};
	for (const citable of citables) {
		const texts = set(citable);
		const sizes = texts.map(({ length }) => length);
		const value = { at: [...ends], sizes, sums: texts.map((text) => crc32(text)) };
		places.set(citable.paper.id, { digest: sumOf(citable), value });
		for (const [form, text] of texts.entries()) {
			waiting[form]?.push(text);
			ends[form] = (ends[form] ?? 0) + text.length;
		}
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
