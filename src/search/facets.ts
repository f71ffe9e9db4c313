import { NumberReader, pushAscending, pushNumber, pushText } from "./numbers.ts";

/*
 * The papers of each value of a filter. Pagefind's own file of a filter names each paper by its number;
 * steps from paper to paper take a third of that, and next to nothing where papers follow each
 * other, as those of a year do.
 */

/** The file of a filter: `facets/<hash>.pf_facet`. `values` have the numbers of their papers, ascending. */
export function encodeFacet(values: readonly (readonly [string, readonly number[]])[]): Uint8Array {
	const bytes: number[] = [];
	pushNumber(bytes, values.length);
	for (const [value, papers] of values) {
		pushText(bytes, value);
		pushAscending(bytes, papers);
	}
	return Uint8Array.from(bytes);
}

/** The values of a filter and their papers. Throws a RangeError where it is no such file. */
export function decodeFacet(bytes: Uint8Array): Map<string, number[]> {
	const reader = new NumberReader(bytes);
	const values = new Map<string, number[]>();
	for (let left = reader.number(); left > 0; left--) values.set(reader.text(), reader.ascending());
	if (!reader.ended) throw new RangeError("the file goes on behind its last value");
	return values;
}
