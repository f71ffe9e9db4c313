import { expect, test } from "vitest";
import { built, papersOfContent, reader } from "../../tests/search-index.ts";
import type { Row } from "./contents.ts";
import { IndexFiles } from "./index-files.ts";
import { withoutMark } from "./pagefind-files.ts";

const { papers } = papersOfContent();
const options = { common: 2, paired: { papers: 0, bytes: 250 } };
const whole = await built(papers, "en", [], {
	...options,
	tabled: { papers: papers.length + 1, rows: 2 },
});
const tabled = await built(papers, "en", [], {
	...options,
	tabled: { papers: papers.length, rows: 2 },
});

test("queries find the same with the names of files in tables and without, and all other files are the same", async () => {
	expect([whole.files.contents.tables, tabled.files.contents.tables]).toEqual([false, true]);
	for (const query of queries()) {
		expect(await tabled.outcome(query), query).toEqual(
			expect.objectContaining({ ...(await whole.outcome(query)), score: expect.anything() }),
		);
	}
	const others = (bundle: ReadonlyMap<string, Uint8Array>) =>
		[...bundle].filter(([name]) => !/entry|pf_contents|pf_table/.test(name));
	expect(new Map(others(tabled.bundle))).toEqual(new Map(others(whole.bundle)));
});

test("the tables of a list hold its rows, each begins where its row says, and a stem before the first has none", async () => {
	const read = reader(tabled.bundle);
	for (const list of ["chunks", "outlines", "pairs"] as const) {
		const rows = tabled.files.contents[list];
		const tables = rows.map(async ([first, name]): Promise<Row[]> => {
			const bytes = await read(`tables/${name}.pf_table`, "chunk");
			const table: Row[] = JSON.parse(new TextDecoder().decode(withoutMark(bytes)));
			expect(table[0]?.[0]).toBe(first);
			return table;
		});
		expect(rows.length, list).toBeGreaterThan(1);
		expect((await Promise.all(tables)).flat()).toEqual(whole.files.contents[list]);
	}
	expect((await tabled.files.places("")).size).toBe(0);
});

test("a table that cannot be had is told, and asked for again", async () => {
	const asked: string[] = [];
	const read = reader(tabled.bundle);
	const files = await IndexFiles.open(async (name, kind) => {
		if (name.endsWith(".pf_table") && asked.push(kind) === 1) throw new Error("offline");
		return read(name, kind);
	});
	await expect(files.places("token")).rejects.toThrow("offline");
	expect((await files.places("token")).size).toBeGreaterThan(0);
	await files.places("token");
	expect(asked).toEqual(["chunk", "chunk"]);
});

/** Words, phrases and beginnings of every paper, some misspelled, some in a part. */
function queries(): string[] {
	return papers.flatMap(({ title, abstract }) => {
		const words = `${title} ${abstract}`.match(/[\p{L}\p{N}-]{3,}/gu) ?? [];
		return words.flatMap((word, at) => {
			if (at % 12 !== 0) return [];
			const some = words.slice(at, at + 3).join(" ");
			return (
				[some, `"${some}"`, `${word.slice(0, 4)}*`, `title:${word} -${words[at + 1]}`][
					(at / 12) % 4
				] ?? []
			);
		});
	});
}
