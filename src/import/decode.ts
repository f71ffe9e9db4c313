import type { Issue } from "../paper/issues.ts";

const MEGABYTE = 1024 * 1024;
/** A copied page of this size would hold some 10,000 papers; more is a mistake. */
const MAX_BYTES = 16 * MEGABYTE;
/** What programs write may be larger. */
const MAX_BYTES_BY_PROGRAMS = 64 * MEGABYTE;
const MAX_LINES = 500_000;

/**
 * The text of a source, or the one reason why it cannot be a listing. What a copied
 * page never has but programs write (a byte order mark, Windows line ends, XML, great length) is a
 * reason too; `byPrograms` is then the text without mark and with line feeds.
 */
export function decodeSource(
	file: string,
	bytes: Uint8Array,
): { text: string } | { text?: undefined; issue: Issue; byPrograms?: string } {
	const refuse = (message: string, fix: string, line = 1, column = 1, byPrograms?: string) => ({
		issue: { file, line, column, message, fix },
		...(byPrograms === undefined ? {} : { byPrograms }),
	});
	const copied = /(?:^|\.)txt$|^[^.]*$/i.test(file.split("/").at(-1) ?? "");
	const saveAgain = copied
		? "Copy the text of the page again and save it as plain UTF-8 text."
		: "Download or export it again, as UTF-8.";

	if (bytes.every((byte) => byte === 9 || byte === 10 || byte === 13 || byte === 32)) {
		return refuse(
			"unexpected empty file, expected a listing of papers",
			copied ? saveAgain : "Download or export it again, or delete it.",
		);
	}
	const tooLarge = `unexpected ${Math.ceil(bytes.length / MEGABYTE)} MB, expected a listing of at most`;
	const split = "Split the listing into several files, or check that it is one.";
	if (bytes.length > MAX_BYTES_BY_PROGRAMS) {
		return refuse(`${tooLarge} ${MAX_BYTES_BY_PROGRAMS / MEGABYTE} MB`, split);
	}
	const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
	if (isUtf16(bytes)) {
		const message = "unexpected text in UTF-16, expected UTF-8 text";
		return refuse(message, "Save or export the file again as UTF-8.");
	}
	const bad = firstBadByte(bytes);
	if (bad !== undefined) {
		const { line, column } = placeOf(bytes, bad);
		const hex = (bytes[bad] ?? 0).toString(16).padStart(2, "0").toUpperCase();
		const message = `unexpected byte ${hex} of a binary file or another encoding, expected UTF-8 text`;
		return refuse(message, saveAgain, line, column);
	}
	const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
	const byPrograms = () => text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
	if (bytes.length > MAX_BYTES) {
		return refuse(`${tooLarge} ${MAX_BYTES / MEGABYTE} MB`, split, 1, 1, byPrograms());
	}
	if (marked) {
		return refuse(
			"unexpected byte order mark (EF BB BF), expected plain UTF-8 text",
			"Save the file again as UTF-8 without BOM.",
			1,
			1,
			byPrograms(),
		);
	}
	if (isMarkup(text)) {
		return refuse(
			"unexpected markup of a web page, expected its text",
			"Open the page in a browser, select all, copy, and save the text as UTF-8.",
			1,
			1,
			byPrograms(),
		);
	}
	const lines = lineCount(text.replace(/\n$/, ""));
	if (lines > MAX_LINES) {
		return refuse(
			`unexpected ${lines} lines, expected a listing of at most ${MAX_LINES}`,
			split,
			MAX_LINES + 1,
			1,
			byPrograms(),
		);
	}
	const carriageReturn = text.indexOf("\r");
	if (carriageReturn >= 0) {
		const { line, column } = placeInText(text, carriageReturn);
		return refuse(
			"unexpected Windows line end (carriage return), expected line feeds alone",
			"Save the file with LF line ends (in most editors: line endings, LF; or run `dos2unix` on it).",
			line,
			column,
			byPrograms(),
		);
	}
	return { text };
}

/** True for a text that begins as a web page or as XML. */
export function isMarkup(text: string): boolean {
	return /^\s*<(?:!doctype|html|head|body|\?xml)\b/i.test(text);
}

/** True for bytes with the mark of UTF-16, or of which every second is NUL, as in its Latin letters. */
function isUtf16(bytes: Uint8Array): boolean {
	const [first, second, third, fourth] = bytes;
	const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
	const little = first !== 0 && second === 0 && third !== 0 && fourth === 0;
	const big = first === 0 && second !== 0 && third === 0 && fourth !== 0;
	return marked || (bytes.length >= 4 && (little || big));
}

/** Offset of the first byte that is no text: NUL, another control, or invalid UTF-8. */
function firstBadByte(bytes: Uint8Array): number | undefined {
	const control = bytes.findIndex((byte) => byte < 9 || (byte > 13 && byte < 32) || byte === 127);
	const found = [control, isUtf8(bytes) ? -1 : firstInvalidByte(bytes)];
	const offsets = found.filter((offset) => offset >= 0);
	return offsets.length > 0 ? Math.min(...offsets) : undefined;
}

/** Where decoding puts U+FFFD although the bytes are not those of U+FFFD itself. */
function firstInvalidByte(bytes: Uint8Array): number {
	let offset = 0;
	for (const part of new TextDecoder("utf-8").decode(bytes).split("\uFFFD")) {
		offset += Buffer.byteLength(part);
		const written = [0xef, 0xbf, 0xbd].every((byte, at) => bytes[offset + at] === byte);
		if (!written) return offset;
		offset += 3;
	}
	return -1;
}

function isUtf8(bytes: Uint8Array): boolean {
	try {
		new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}

function placeOf(bytes: Uint8Array, offset: number): { line: number; column: number } {
	const before = new TextDecoder("utf-8").decode(bytes.subarray(0, offset));
	return placeInText(before, before.length);
}

function placeInText(text: string, offset: number): { line: number; column: number } {
	const before = text.slice(0, offset);
	return { line: lineCount(before), column: offset - before.lastIndexOf("\n") };
}

function lineCount(text: string): number {
	let lines = 1;
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
	return lines;
}
