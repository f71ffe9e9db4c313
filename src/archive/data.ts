import { gunzipSync, gzipSync, strFromU8, strToU8 } from "fflate";
import { dataPlace } from "./layout.ts";

/** Files of the index that browsers read: not Pagefind's own engine, nor the table that it alone reads. */
const READ =
	/^(?:pagefind-entry\.json|.*\.pf_(?:contents|words|outline|index|pair|table|facet|fragment|ids))$/;

/** Whether the archive holds a file of the index, by its path within `pagefind/`. */
export function isIndexFile(path: string): boolean {
	return READ.test(path);
}

/** The files of the index that stand in each data file, in their order there. */
export function dataGroups(paths: Iterable<string>): Map<string, string[]> {
	const groups = new Map<string, string[]>();
	for (const path of paths) {
		const { name, record = 0 } = dataPlace(path);
		const group = groups.get(name) ?? [];
		group[record] = path;
		groups.set(name, group);
	}
	return groups;
}

/**
 * A data file: a classic script, since browsers read nothing else beside a page that was opened
 * from a folder. Calls `offprintFile` with its name and its bytes in base64: the one file of the
 * index as it is, or, for records, a gzip of a JSON array of their texts.
 */
export function dataScript(name: string, files: readonly Uint8Array[]): string {
	const [first = new Uint8Array()] = files;
	const bytes = name.startsWith("records/") ? packRecords(files) : first;
	return `offprintFile(${JSON.stringify(name)},"${Buffer.from(bytes).toString("base64")}")\n`;
}

function packRecords(files: readonly Uint8Array[]): Uint8Array {
	const texts = files.map((file) => strFromU8(gunzipSync(file)));
	return gzipSync(strToU8(JSON.stringify(texts)), { level: 9, mtime: 0 });
}
