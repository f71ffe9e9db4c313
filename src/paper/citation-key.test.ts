import { expect, test } from "vitest";
import { citationKeys } from "./citation-key.ts";

const keyOf = (paper: { id?: string; title: string; authors?: string[]; date?: string }) =>
	[...citationKeys([{ id: "x", ...paper }]).values()][0];

test("a key says author, year and what the title begins with", () => {
	const date = "2024-03-01";
	expect([
		keyOf({ title: "The Swifts of Rome", authors: ["Ada Lovelace"], date }),
		keyOf({ title: "On the wing", authors: ["Ludwig van Beethoven", "Ada Lovelace"], date }),
		keyOf({ title: "Größe", authors: ["Łukasz Straße"], date }),
		keyOf({ title: "$x^2$ is GPT-4", authors: ["Seán O’Brien-Smith Jr."], date }),
		keyOf({ title: "Swifts", authors: ["Ada Lovelace"], date: "2024-03" }),
		keyOf({ title: "Swifts", authors: ["Ada Lovelace"], date: "2024" }),
		keyOf({ title: "Swifts", authors: ["Ada Lovelace"] }),
		keyOf({ title: "The Swifts of Rome", date }),
		keyOf({ title: "The Swifts of Rome" }),
		keyOf({ title: "Swifts", authors: ["山田太郎"], date }),
		keyOf({ title: "鳥", authors: ["The ATLAS Collaboration"], date: "1665-01-01" }),
		keyOf({ id: "鳥", title: "鳥" }),
		keyOf({ title: "constructor", authors: ["null"], date: "2099-12-31" }),
	]).toMatchInlineSnapshot(`
		[
		  "lovelace-2024-swifts",
		  "beethoven-2024-wing",
		  "strasse-2024-grosse",
		  "obriensmith-2024-gpt",
		  "lovelace-2024-swifts",
		  "lovelace-2024-swifts",
		  "lovelace-swifts",
		  "swifts-2024-rome",
		  "swifts-rome",
		  "swifts-2024",
		  "atlas-1665",
		  "paper",
		  "null-2099-constructor",
		]
	`);
});

test("keys are unique, in any order, and newer papers leave those of older ones as they are", () => {
	const papers = Array.from({ length: 40 }, (_, at) => ({
		id: `p${at}`,
		title: "Swifts",
		authors: ["Ada Lovelace"],
		...(at % 7 === 6 ? {} : { date: `2024-01-${String((at % 28) + 1).padStart(2, "0")}` }),
	}));
	const all = citationKeys(papers);
	expect(new Set(all.values()).size).toBe(40);
	expect(all.get("p0")).toBe("lovelace-2024-swifts");
	expect(new Map([...citationKeys([...papers].reverse())].sort())).toEqual(
		new Map([...all].sort()),
	);
	const newer = citationKeys([
		{ id: "a", title: "Swifts", authors: ["Ada Lovelace"], date: "2024-12-31" },
		...papers,
	]);
	for (const { id } of papers) expect(newer.get(id), id).toBe(all.get(id));
	// One in between may go: the others keep what they have.
	const fewer = citationKeys(papers.filter(({ id }) => id !== "p3"));
	for (const [id, key] of fewer) expect(key, id).toBe(all.get(id));
});
