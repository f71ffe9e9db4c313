import { expect, test } from "vitest";
import { contentFolder } from "./folder.ts";
import { readContent } from "./read-content.ts";

test("every paper of the first collection is as it was imported", () => {
	const { entries } = readContent(contentFolder("content"));
	expect(entries.map(({ unchangedSince }) => unchangedSince)).toEqual(
		entries.map(() => "2026-07-01"),
	);
});
