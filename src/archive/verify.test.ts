import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { unzipSync, zipSync } from "fflate";
import { afterAll, describe, expect, test, vi } from "vitest";
import { sha256, writeChecksums } from "./checksums.ts";
import { MANIFEST } from "./layout.ts";
import { Unreadable } from "./opened.ts";
import { compare, verifyArchive } from "./verify.ts";
import { writeZip, type ZipFile } from "./zip.ts";

const folder = mkdtempSync(path.join(tmpdir(), "offprint-verify-"));
const file = path.join(folder, "birds.zip");
afterAll(() => rmSync(folder, { recursive: true }));

const texts = { "index.html": "home", "papers/ه/index.html": "a paper", "b.txt": "b".repeat(9000) };
const checksums = new Map(Object.entries(texts).map(([name, text]) => [name, sha256(text)]));
const whole: Record<string, string> = {
	...Object.fromEntries(Object.entries(texts).map(([name, text]) => [`birds/${name}`, text])),
	[`birds/${MANIFEST}`]: writeChecksums(checksums),
};
const bytes = (contents: Record<string, string>) =>
	Object.fromEntries(Object.entries(contents).map(([name, text]) => [name, Buffer.from(text)]));
const problemsOf = async (contents: Record<string, string>) => {
	writeFileSync(file, zipSync(bytes(contents)));
	return (await verifyArchive(file)).problems;
};

describe("a manifest", () => {
	test("is written as sha256sum does, in the order of paths", () => {
		expect(
			writeChecksums(
				new Map([
					["b c", "2".repeat(64)],
					["a", "1".repeat(64)],
				]),
			),
		).toBe(`${"1".repeat(64)}  a\n${"2".repeat(64)}  b c\n`);
	});

	test("with lines that are no checksums is not right", () => {
		expect(compare(`${sha256("x")}  x\nhello\n`, new Map([["x", sha256("x")]]))).toEqual([
			`not a checksum: ${MANIFEST}, line 2`,
		]);
	});
});

describe("a zip", () => {
	test("that is whole has no problem", async () => {
		expect(await problemsOf(whole)).toEqual([]);
	});

	test("from which files are gone, in which some are changed and others added", async () => {
		const { "birds/b.txt": _, ...others } = whole;
		const spoilt = {
			...others,
			"birds/index.html": "other",
			"birds/new.txt": "",
			"beside.txt": "",
		};
		expect(await problemsOf(spoilt)).toEqual([
			"missing: b.txt",
			"changed: index.html",
			"additional: new.txt",
			"additional: ../beside.txt",
		]);
	});

	test("with paths that lead out of the folder is refused", async () => {
		const names = [
			"../evil.txt",
			"birds/../../evil.txt",
			"/etc/evil",
			"C:/evil",
			"birds\\..\\evil",
		];
		const evil = Object.fromEntries(names.map((name) => [name, "evil"]));
		expect((await problemsOf({ ...whole, ...evil })).sort()).toEqual(
			names.map((name) => `leads out of the folder: ${name}`).sort(),
		);
	});

	test("with damaged bytes names each file, and reads the others", async () => {
		const zip = Buffer.from(zipSync(bytes(whole), { level: 6 }));
		for (const name of ["birds/index.html", "birds/b.txt"]) {
			const at = zip.indexOf(name) + name.length;
			zip.fill(0xff, at, at + 3);
		}
		writeFileSync(file, zip);
		expect((await verifyArchive(file)).problems.map((text) => text.split(": ")[1])).toEqual([
			"index.html",
			"b.txt",
		]);
	});

	test("of something else is said to be that", async () => {
		writeFileSync(file, zipSync(bytes({ "a.txt": "a" })));
		await expect(verifyArchive(file)).rejects.toThrow(Unreadable);
		await expect(verifyArchive(`${file}.none`)).rejects.toThrow("is not there");
	});

	test("is the same bytes wherever and whenever it is written, and says its day", async () => {
		const digests: string[] = [];
		for (const zone of ["UTC", "Pacific/Auckland", "America/Anchorage"]) {
			vi.stubEnv("TZ", zone);
			digests.push((await writeZip(file, items(), "2026-05-11")).sha256);
		}
		vi.unstubAllEnvs();
		expect(new Set(digests).size).toBe(1);
		expect(sha256(readFileSync(file))).toBe(digests[0]);
		expect(Object.keys(unzipSync(readFileSync(file)))).toEqual(Object.keys(whole));
		// APPNOTE.TXT, 4.3.7: the date stands at offset 12, years since 1980, month and day.
		const date = readFileSync(file).readUInt16LE(12);
		expect([(date >> 9) + 1980, (date >> 5) & 15, date & 31]).toEqual([2026, 5, 11]);
	});
});

async function* items(): AsyncGenerator<ZipFile> {
	for (const [name, text] of Object.entries(whole)) yield { path: name, bytes: Buffer.from(text) };
}
