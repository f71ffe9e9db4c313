import { expect, test } from "vitest";
import { touchedWords } from "./kept-chunks.ts";

const words = (places: Record<string, number[]>) =>
	Object.entries(places).map(([word, at]) => ({ word, pages: 1, bytes: Uint8Array.from(at) }));

test("a word is touched where it has come, gone or moved; all are where papers are numbered anew", () => {
	const gone = words({ owl: [1], robin: [2, 3], wren: [4] });
	const come = words({ lark: [9], robin: [2, 5], wren: [4] });
	expect(touchedWords(gone, come, true)).toEqual(["lark", "owl", "robin"]);
	expect(touchedWords(gone, come, false)).toEqual(["lark", "owl", "robin", "wren"]);
});
