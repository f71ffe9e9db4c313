import { expect, test } from "vitest";
import { manifestOf, parseManifest, partOf } from "./manifest.ts";

const facts = { papers: 3, pages: 37 };
const parts = await Promise.all([Uint8Array.of(1, 2, 3), Uint8Array.of(4)].map(partOf));
const manifest = await manifestOf(parts, facts);

test("a manifest names parts by their content, and reads as it was written", () => {
	expect(manifest.parts[0]?.path).toBe(`offline/${manifest.parts[0]?.sha256.slice(0, 16)}.pack`);
	expect(manifest.bytes).toBe(4);
	expect(parseManifest(JSON.stringify(manifest))).toEqual(manifest);
});

test("the same parts are the same set, whenever they were built", async () => {
	expect(await manifestOf(parts, facts)).toEqual(manifest);
	expect((await manifestOf(parts.slice(1), facts)).set).not.toBe(manifest.set);
});

test("what is no manifest is refused, with what is wrong", () => {
	const messageOf = (text: string) => {
		try {
			return parseManifest(text);
		} catch (cause) {
			return (cause as Error).message;
		}
	};
	const changed = (change: object) => messageOf(JSON.stringify({ ...manifest, ...change }));
	const [part] = manifest.parts;
	expect([
		messageOf("<!doctype html>"),
		messageOf(JSON.stringify(manifest).slice(0, 80)),
		messageOf("null"),
		messageOf("[]"),
		changed({ version: 2 }),
		changed({ set: "abc" }),
		changed({ papers: -1 }),
		changed({ parts: [] }),
		changed({ parts: [{ ...part, path: "../../elsewhere" }] }),
		changed({ parts: [null] }),
		changed({ bytes: 5 }),
	]).toMatchInlineSnapshot(`
		[
		  "it is a page, not JSON",
		  "it is not JSON, or is cut short",
		  "it is no object",
		  "it is of version undefined, and this page knows version 1",
		  "it is of version 2, and this page knows version 1",
		  "its “set” is missing or wrong",
		  "its “papers” is missing or wrong",
		  "its “parts” is missing or wrong",
		  "its “parts” is missing or wrong",
		  "its “parts” is missing or wrong",
		  "its “bytes” are not those of its parts",
		]
	`);
});
