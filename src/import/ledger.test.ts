import { expect, test } from "vitest";
import { clashLines, ledger, rejectionLines } from "./ledger.ts";
import type { Outcome } from "./plan.ts";

const place = (line: number, listing = "a") => ({ listing, line, title: "T" });

test("rejections are told in the order of files and lines", () => {
	const rejected = (listing: string, line: number): Outcome => ({
		kind: "rejected",
		...place(line, listing),
		reason: "r",
	});
	expect(rejectionLines([rejected("b", 1), rejected("a", 10), rejected("a", 9)])).toEqual([
		"a:9:1 rejected “T”: r",
		"a:10:1 rejected “T”: r",
		"b:1:1 rejected “T”: r",
	]);
});

test("the ledger's sum is the number of records, and clashes are told apart", () => {
	const clash = { file: "f", line: 3, field: "title", ours: "O", theirs: undefined };
	const outcomes: Outcome[] = [
		{ kind: "created", ...place(1), file: "f", text: "t", clashes: [] },
		{ kind: "created", ...place(2), file: "g", text: "t", clashes: [] },
		{ kind: "updated", ...place(3), file: "f", before: "s", text: "t", clashes: [clash] },
		{ kind: "merged", ...place(4), file: "f", clashes: [] },
		{ kind: "unchanged", ...place(5), file: "f", clashes: [] },
		{ kind: "kept", ...place(6), file: "f", clashes: [clash] },
		{ kind: "rejected", ...place(7), reason: "r" },
	];
	const line = ledger(outcomes);
	expect(line).toBe(
		"7 records read = 2 created + 1 updated + 1 merged + 1 unchanged + 1 kept (edited) + 1 rejected; 2 clashes",
	);
	const [sum, ...groups] = (line.match(/\d+/g) ?? []).map(Number);
	expect(groups.slice(0, -1).reduce((total, count) => total + count, 0)).toBe(sum);
	expect(ledger(outcomes.slice(0, 1))).toMatch(/^1 record read = 1 created/);
	expect(clashLines(outcomes)).toEqual([
		"f:3:1 kept title as it is, which a:3 has changed too",
		"f:3:1 kept title as it is, which a:6 has changed too",
	]);
});
