import { expect, test } from "vitest";
import { IssuesError } from "../paper/issues.ts";
import { decodeSource } from "./decode.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

function refusal(source: Uint8Array): string {
	const decoded = decodeSource("sources/a.txt", source);
	if (decoded.text !== undefined) throw new Error("the source was decoded");
	return new IssuesError([decoded.issue]).message;
}

test.each([
	["Daily Papers\n"],
	["é 😀 \u2028 \uFFFD 名前\n\tindented"],
	["a < b, <html> later\n"],
	["x"],
])("%j is text", (text) => {
	expect(decodeSource("a.txt", bytes(text))).toEqual({ text });
});

test("an empty file, and one of spaces", () => {
	expect(refusal(bytes(""))).toMatchInlineSnapshot(`
		"sources/a.txt:1:1 unexpected empty file, expected a listing of papers
		    Copy the text of the page again and save it as plain UTF-8 text.
		1 problem"
	`);
	expect(refusal(bytes(" \n\t\r\n "))).toBe(refusal(bytes("")));
});

test("a picture", () => {
	const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]);
	expect(refusal(png)).toMatchInlineSnapshot(`
		"sources/a.txt:1:1 unexpected byte 89 of a binary file or another encoding, expected UTF-8 text
		    Copy the text of the page again and save it as plain UTF-8 text.
		1 problem"
	`);
});

test("text in UTF-16, with a mark and without", () => {
	const utf16 = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"));
	expect(refusal(utf16("\uFEFFDaily Papers"))).toMatchInlineSnapshot(`
		"sources/a.txt:1:1 unexpected text in UTF-16, expected UTF-8 text
		    Save or export the file again as UTF-8.
		1 problem"
	`);
	expect(refusal(utf16("Daily Papers"))).toMatchInlineSnapshot(`
		"sources/a.txt:1:1 unexpected text in UTF-16, expected UTF-8 text
		    Save or export the file again as UTF-8.
		1 problem"
	`);
});

test("text in Latin-1: the place of its first letter that is none", () => {
	const latin1 = new Uint8Array(Buffer.from("one\ntwo caf\xe9\n", "latin1"));
	expect(refusal(latin1)).toMatchInlineSnapshot(`
		"sources/a.txt:2:8 unexpected byte E9 of a binary file or another encoding, expected UTF-8 text
		    Copy the text of the page again and save it as plain UTF-8 text.
		1 problem"
	`);
});

test("a place is counted in characters, and U+FFFD itself is sound", () => {
	const before = bytes("one\né😀\uFFFD");
	expect(refusal(Uint8Array.from([...before, 0xff, 0x41]))).toContain(
		"a.txt:2:5 unexpected byte FF",
	);
	expect(refusal(Uint8Array.from([...before, 0]))).toContain("a.txt:2:5 unexpected byte 00");
	expect(refusal(Uint8Array.from([...before, 0x7f]))).toContain("a.txt:2:5 unexpected byte 7F");
});

test("a letter that is cut in the middle", () => {
	expect(refusal(bytes("one é").slice(0, -1))).toContain("a.txt:1:5 unexpected byte C3");
});

test("a byte order mark", () => {
	expect(refusal(bytes("\uFEFFDaily Papers\n"))).toMatchInlineSnapshot(`
		"sources/a.txt:1:1 unexpected byte order mark (EF BB BF), expected plain UTF-8 text
		    Save the file again as UTF-8 without BOM.
		1 problem"
	`);
});

test("Windows line ends", () => {
	expect(refusal(bytes("Daily é\r\nPapers\r\n"))).toMatchInlineSnapshot(`
		"sources/a.txt:1:8 unexpected Windows line end (carriage return), expected line feeds alone
		    Save the file with LF line ends (in most editors: line endings, LF; or run \`dos2unix\` on it).
		1 problem"
	`);
});

test("a web page", () => {
	const expected = refusal(bytes("<!doctype html>\n<html><body>Daily Papers"));
	expect(expected).toMatchInlineSnapshot(`
		"sources/a.txt:1:1 unexpected markup of a web page, expected its text
		    Open the page in a browser, select all, copy, and save the text as UTF-8.
		1 problem"
	`);
	for (const page of ["<HTML>", "\n\n <html lang='en'>", "<?xml version='1.0'?>", "<head>"]) {
		expect(refusal(bytes(page))).toBe(expected);
	}
});

test("too many bytes", () => {
	expect(refusal(new Uint8Array(16 * 1024 * 1024 + 1).fill(0x61))).toMatchInlineSnapshot(`
		"sources/a.txt:1:1 unexpected 17 MB, expected a listing of at most 16 MB
		    Split the listing into several files, or check that it is one.
		1 problem"
	`);
});

test("a million lines, in no long time", () => {
	const started = performance.now();
	expect(refusal(bytes("line\n".repeat(1_000_000)))).toMatchInlineSnapshot(`
		"sources/a.txt:500001:1 unexpected 1000000 lines, expected a listing of at most 500000
		    Split the listing into several files, or check that it is one.
		1 problem"
	`);
	expect(performance.now() - started).toBeLessThan(5_000);
});

test("half a million lines are still a listing", () => {
	expect(decodeSource("a.txt", bytes("l\n".repeat(500_000))).text).toHaveLength(1_000_000);
	expect(refusal(bytes("l\n".repeat(500_001)))).toContain("unexpected 500001 lines");
});
