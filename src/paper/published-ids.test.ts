import { expect, test } from "vitest";
import { lostIds, withIds } from "./published-ids.ts";

test("new ids join the list in their order, and nothing that stands there is left out", () => {
	expect(withIds(undefined, ["b", "a"])).toBe("a\nb\n");
	expect(withIds("gone\r\nb\n\n<<<<<<< mine\n", ["é", "c", "b", "Not an id", "__proto__"])).toBe(
		"<<<<<<< mine\nb\nc\ngone\né\n",
	);
	expect(withIds("b\r\na", ["b", "a"])).toBe("b\r\na");
});

test("a published id that is neither an entry nor an alias is told with its line", () => {
	const text = "\uFEFFa\r\n\nrenamed\nconstructor\n";
	const issues = lostIds("content/ids.txt", text, new Set(["a", "renamed", "never-published"]));
	expect(issues).toMatchInlineSnapshot(`
		[
		  {
		    "column": 1,
		    "file": "content/ids.txt",
		    "fix": "Put the id under \`aliases:\` of the entry that took its place, or remove the line if the paper was never published.",
		    "line": 4,
		    "message": "unexpected "constructor", expected an entry or alias with this id: it has been published",
		  },
		]
	`);
	expect(lostIds("content/ids.txt", "", new Set())).toEqual([]);
});
