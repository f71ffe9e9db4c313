import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Zippable, zipSync } from "fflate";
import { expect, onTestFinished, test } from "vitest";
import { writeZip } from "../archive/zip.ts";
import { examinePreview } from "./examine.ts";

const page = new TextEncoder().encode("<!doctype html><title>A paper</title>");

/** A zip of a site with these files besides its front page. */
function zip(files: Zippable): Buffer {
	return Buffer.from(zipSync({ "a/index.html": page, ...files }));
}

/** A zip with one thing in its bytes replaced, wherever it stands; both have one length. */
function altered(files: Zippable, from: string, to: string): Buffer {
	const text = zip(files).toString("latin1").replaceAll(from, to);
	return Buffer.from(text, "latin1");
}

function problems(zipped: Buffer): string[] {
	return examinePreview(zipped).problems;
}

test("an archive that the project writes is accepted, with papers named in any script", async () => {
	const folder = mkdtempSync(path.join(tmpdir(), "preview-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const file = path.join(folder, "a.zip");
	const names = [
		"index.html",
		"papers/10.1000-é/index.html",
		"papers/論文/index.html",
		"data/pagefind-entry.json.js",
	];
	async function* files() {
		for (const name of names) yield { path: `collection/${name}`, bytes: page };
	}
	await writeZip(file, files(), "2026-07-01");
	expect(examinePreview(readFileSync(file))).toEqual({
		files: 4,
		bytes: 4 * page.length,
		problems: [],
	});
});

test("folders between the files are no files", () => {
	expect(examinePreview(zip({ "a/": new Uint8Array() }))).toMatchObject({ files: 1, problems: [] });
});

test("a link to a file outside is refused, and a pipe", () => {
	const entry = (name: string, mode: number) =>
		({ [name]: [page, { os: 3, attrs: mode << 16 }] }) as unknown as Zippable;
	expect(problems(zip(entry("evil.txt", 0o120777)))).toMatchInlineSnapshot(`
		[
		  ""evil.txt" is no regular file, expected files alone",
		]
	`);
	expect(problems(zip(entry("pipe.txt", 0o010644)))).toMatchInlineSnapshot(`
		[
		  ""pipe.txt" is no regular file, expected files alone",
		]
	`);
});

test.each([
	"../index.html",
	"a/../../index.html",
	"/etc/passwd.txt",
	"C:/a.html",
	"a\\..\\b.html",
	"a//b.html",
	"./a.html",
	".git/config.txt",
	"a/.htaccess.txt",
	"a\nb.html",
	"a\u001b[2J.html",
	"a\u202egnp.html",
	"a\u0000.html",
	"$(id).html",
	"`id`.html",
	"a;b.html",
	"-rf.html\u0007",
	"con.html",
	"a./b.html",
	"a /b.html",
	"~/../a.html",
	`${"a".repeat(250)}.html`,
])("a name that could lead elsewhere is refused: %j", (name) => {
	expect(problems(zip({ [name]: page }))).toHaveLength(1);
});

test.each(["run.sh", "a.exe", "a.HTML", "a.html.lnk", "a.url", "Makefile", "a.php", "a.svgz"])(
	"a kind of file that no site holds is refused: %s",
	(name) => {
		expect(problems(zip({ [name]: page }))).toHaveLength(1);
	},
);

test("names that are one file on other systems are refused", () => {
	expect(problems(zip({ "a/INDEX.html": page }))).toMatchInlineSnapshot(`
		[
		  ""a/INDEX.html" stands twice",
		]
	`);
	expect(problems(zip({ "é.html": page, "e\u0301.html": page }))).toHaveLength(1);
	expect(problems(altered({ "a/indey.html": page }, "indey", "index"))).toHaveLength(1);
});

test("a head that names another file than the table of contents is refused", () => {
	const zipped = zip({ "b/safe.html": page });
	zipped.write("../x", zipped.indexOf("b/safe"));
	expect(problems(zipped)).toMatchInlineSnapshot(`
		[
		  "the zip cannot be taken: "b/safe.html" has two names",
		]
	`);
});

test("a file is as large as the zip says, and no larger than allowed", () => {
	const zeros = new Uint8Array(26_000_000);
	expect(problems(zip({ "bomb.html": zeros }))).toMatchInlineSnapshot(`
		[
		  ""bomb.html" has 26000000 bytes, expected at most 25000000",
		]
	`);
	const lying = zip({ "bomb.html": zeros });
	// The size in the table of contents, behind the last entry's signature.
	lying.writeUInt32LE(1000, lying.lastIndexOf("PK\x01\x02") + 24);
	expect(problems(lying)).toMatchInlineSnapshot(`
		[
		  ""bomb.html" is not what the zip states: damaged, or larger",
		]
	`);
	const limits = { files: 1, file: 100, total: 100 };
	expect(
		examinePreview(zip({ "b.html": page, "c.html": page }), limits).problems,
	).toMatchInlineSnapshot(`
		[
		  "3 files, expected at most 1",
		  ""c.html" is beyond 100 bytes in all",
		]
	`);
});

test("what is damaged, cut off or followed by something is refused", () => {
	const whole = zip({ "b.html": page });
	const damaged = altered({ "b.html": [page, { level: 0 }] }, "A paper", "B paper");
	expect(problems(damaged)).toHaveLength(1);
	expect(problems(whole.subarray(0, -1))).toMatchInlineSnapshot(`
		[
		  "the zip cannot be taken: it is no zip, or bytes follow its table of contents",
		]
	`);
	expect(problems(Buffer.concat([whole, page]))).toHaveLength(1);
	expect(problems(Buffer.concat([page, whole]))).toHaveLength(1);
	expect(problems(Buffer.alloc(0))).toHaveLength(1);
	// Any cut at all: nothing but a problem comes of it.
	for (let end = 0; end < whole.length; end++) {
		expect(problems(whole.subarray(0, end))).toHaveLength(1);
	}
});

test("a zip that unpackers could read in two ways is refused", () => {
	const central = "PK\x01\x02";
	const files = { "b.html": page, "c.html": page };
	const locals = (zipped: Buffer) => zipped.lastIndexOf("PK\x03\x04");
	const overlapping = zip({ "b.html": [page, { level: 0 }] });
	overlapping.writeUInt32LE(1000, overlapping.lastIndexOf(central) + 20);
	const moved = zip(files);
	moved.writeUInt32LE(locals(moved) + 1, moved.length - 6);
	const encrypted = zip(files);
	encrypted.writeUInt16LE(1, encrypted.lastIndexOf(central) + 8);
	const unflagged = zip({ "é.html": page });
	unflagged.writeUInt16LE(0, unflagged.lastIndexOf(central) + 8);
	const gap = Buffer.concat([zip(files).subarray(0, -22), page, zip(files).subarray(-22)]);
	expect([overlapping, moved, encrypted, unflagged, gap].flatMap(problems)).toMatchInlineSnapshot(`
		[
		  "the zip cannot be taken: "b.html" overlaps with something else",
		  "the zip cannot be taken: its table of contents does not stand where it says",
		  ""c.html" is encrypted",
		  "the zip cannot be taken: a name is not UTF-8: "Ã©.html"",
		  "the zip cannot be taken: its table of contents does not stand where it says",
		]
	`);
});

test("a zip without pages is no site", () => {
	expect(problems(Buffer.from(zipSync({ "a.txt": page })))).toMatchInlineSnapshot(`
		[
		  "no index.html is in it, expected a site",
		]
	`);
});

test("what examines the preview runs without packages", () => {
	const folder = mkdtempSync(path.join(tmpdir(), "preview-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	for (const name of ["cli.ts", "examine.ts", "zip-entries.ts"]) {
		writeFileSync(path.join(folder, name), readFileSync(path.join("src/preview", name)));
	}
	writeFileSync(path.join(folder, "preview.zip"), zip({}));
	const run = () =>
		execFileSync(process.execPath, ["cli.ts", "preview.zip"], {
			cwd: folder,
			encoding: "utf8",
			stdio: "pipe",
		});
	expect(run()).toMatchInlineSnapshot(`
		"1 files, 0.0 MB: a site and nothing else
		"
	`);
	writeFileSync(path.join(folder, "preview.zip"), zip({ "a.exe": page }));
	expect(run).toThrow("a.exe");
});
