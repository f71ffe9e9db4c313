import type { Row } from "../../search/contents.ts";
import { withMark } from "../../search/pagefind-files.ts";
import type { Bundle } from "./files.ts";
import { groups } from "./groups.ts";

/** Which collections have their lists of files in tables, and how large these are. */
export interface TabledFrom {
	/** Papers of the smallest of these collections. */
	papers: number;
	/** Most rows of a table; the least are half of them. */
	rows: number;
}

/** Puts the rows of a list in tables, adds these to the bundle and gives a row for each. */
export function inTables(bundle: Bundle, list: readonly Row[], most: number): Row[] {
	const rows: Row[] = [];
	const size = { least: most / 2, most, sizeOf: () => 1 };
	const tables = groups<{ word: string; row: Row }>(size, (some) => {
		const table = JSON.stringify(some.map(({ row }) => row));
		const name = bundle.add("tables", "pf_table", withMark(Buffer.from(table)));
		rows.push([some[0]?.word ?? "", name]);
	});
	for (const row of list) tables.add({ word: row[0], row });
	tables.end();
	return rows;
}
