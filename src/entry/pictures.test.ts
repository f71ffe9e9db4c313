import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { picturesIn, sizeOf } from "./pictures.ts";

const hex = (text: string) => Buffer.from(text.replaceAll(" ", ""), "hex");
const PNG = hex("89504e470d0a1a0a 0000000d 49484452 00000280 000001e0");

test.each([
	["PNG", PNG],
	["GIF", hex("474946383961 8002 e001")],
	["JPEG", hex("ffd8 ffe0 0004 0000 ffc4 0003 00 ffc2 0011 08 01e0 0280")],
	["WebP, lossy", hex("52494646 00000000 57454250 56503820 00000000 000000 9d012a 8002 e001")],
	["WebP, lossless", hex("52494646 00000000 57454250 5650384c 00000000 2f 7fc27700")],
	["WebP, extended", hex("52494646 00000000 57454250 56503858 00000000 00000000 7f0200 df0100")],
	["AVIF", hex("00000000 66747970 61766966 00000014 69737065 00000000 00000280 000001e0")],
])("the size of a %s", (_format, bytes) => {
	expect(sizeOf(bytes)).toEqual({ width: 640, height: 480 });
});

test.each([["<svg onload='x'/>"], [""], ["\x89PNG"], ["GIF89a"], ["\xff\xd8\xff\xc0"]])(
	"%j is no picture",
	(text) => {
		expect(sizeOf(Buffer.from(text, "latin1"))).toBeUndefined();
	},
);

test("pictures are files of the folder, as they are named", () => {
	const root = mkdtempSync(path.join(tmpdir(), "pictures-"));
	onTestFinished(() => rmSync(root, { recursive: true }));
	mkdirSync(path.join(root, "images/a.png"), { recursive: true });
	const put = (name: string, bytes: Buffer) => writeFileSync(path.join(root, name), bytes);
	put("secret.png", PNG);
	put("images/b.png", PNG);
	put("images/c.png", Buffer.from("<script>"));
	put("images/d.png", Buffer.concat([PNG.subarray(0, 16), hex("7fffffff 00000001")]));
	symlinkSync("../secret.png", path.join(root, "images/e.png"));
	const pictures = picturesIn(path.join(root, "images"));
	expect(
		["a.png", "b.png", "B.png", "c.png", "d.png", "e.png", "b.png/x.png", "f.png"].map(pictures),
	).toMatchInlineSnapshot(`
		[
		  "it is not a file",
		  {
		    "height": 480,
		    "width": 640,
		  },
		  "there is no such picture",
		  "its content is no PNG, JPEG, WebP, AVIF or GIF",
		  "it is 2147483647 × 1 pixels, at most 10000 each way",
		  "it is a link to another place",
		  "there is no such picture",
		  "there is no such picture",
		]
	`);
});
