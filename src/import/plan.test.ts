import { expect, test } from "vitest";
import { proposeEntry } from "./entry-of.ts";
import { ledger, type Outcome, type Proposal, planImport, rejectionLines } from "./plan.ts";

const fileOf = (id: string) => `papers/${id}.mdx`;
const nothing = () => undefined;

function proposal(title: string, line: number, abstract = "Text."): Proposal {
	const paper = {
		title: { text: title, line, column: 1 },
		abstract: { text: abstract, line, column: 1 },
	};
	const entry = proposeEntry(paper, { listing: "a.txt", listed: undefined }, () => []);
	return { listing: "sources/a.txt", line, title, entry };
}

test("entries are created, left, kept or updated by what is there", () => {
	const [a, b, c, d] = ["A1", "B1", "C1", "D1"].map((title, at) => proposal(title, at + 1));
	if (!a || !b || !c || !d) throw new Error("four proposals were made");
	const there: Record<string, string> = {
		"papers/b1.mdx": b.entry.text,
		"papers/c1.mdx": `${c.entry.text}mine`,
		"papers/d1.mdx": proposal("D1", 4, "Older text.").entry.text,
	};
	expect(planImport([a, b, c, d], fileOf, (file) => there[file])).toEqual([
		{ kind: "created", file: "papers/a1.mdx", text: a.entry.text },
		{ kind: "unchanged", file: "papers/b1.mdx" },
		{ kind: "kept", file: "papers/c1.mdx" },
		{ kind: "updated", file: "papers/d1.mdx", text: d.entry.text },
	]);
});

test("an empty file is what somebody left there", () => {
	expect(planImport([proposal("A1", 1)], fileOf, () => "")).toEqual([
		{ kind: "kept", file: "papers/a1.mdx" },
	]);
});

test("of three records of one paper the first is taken", () => {
	const outcomes = planImport(
		[proposal("Same", 3), proposal("same", 9), proposal("SAME!", 12)],
		fileOf,
		nothing,
	);
	expect(outcomes.map(({ kind }) => kind)).toEqual(["created", "rejected", "rejected"]);
	expect(rejectionLines(outcomes)).toEqual([
		"sources/a.txt:9:1 rejected “same”: has the id same of the paper at sources/a.txt:3",
		"sources/a.txt:12:1 rejected “SAME!”: has the id same of the paper at sources/a.txt:3",
	]);
});

test("rejections are told in the order of files and lines", () => {
	const rejected = (listing: string, line: number): Outcome => ({
		kind: "rejected",
		listing,
		line,
		title: "T",
		reason: "r",
	});
	expect(rejectionLines([rejected("b", 1), rejected("a", 10), rejected("a", 9)])).toEqual([
		"a:9:1 rejected “T”: r",
		"a:10:1 rejected “T”: r",
		"b:1:1 rejected “T”: r",
	]);
});

test("the ledger's sum is the number of records", () => {
	const kinds = ["created", "created", "updated", "unchanged", "kept", "rejected"] as const;
	const outcomes = kinds.map((kind): Outcome => {
		if (kind === "rejected") return { kind, listing: "a", line: 1, title: "T", reason: "r" };
		if (kind === "created" || kind === "updated") return { kind, file: "f", text: "t" };
		return { kind, file: "f" };
	});
	const line = ledger(outcomes);
	expect(line).toBe(
		"6 records read = 2 created + 1 updated + 1 unchanged + 1 kept (edited) + 1 rejected",
	);
	const [sum, ...groups] = (line.match(/\d+/g) ?? []).map(Number);
	expect(groups.reduce((total, count) => total + count, 0)).toBe(sum);
	expect(ledger(outcomes.slice(0, 1))).toMatch(/^1 record read = 1 created/);
});
