import { statSync } from "node:fs";
import path from "node:path";
import type { Kept } from "./kept.ts";
import type { OnDisk } from "./on-disk.ts";

/** Size and time of a file as it was written: of another file, or one that was edited since, they differ. */
export interface Written {
	size: bigint;
	/** Nanoseconds. */
	modified: bigint;
}

/** What the last build wrote, by path within the output. */
export interface LastOutput {
	/** True for a file that the last build wrote with this key, and that is as it was written. */
	has(file: string, key: string): boolean;
	/** The files that were written with a key, if all of them are as they were written. */
	under(key: string): string[] | undefined;
	/** Where a file lies that is as the last build wrote it, with whatever key. */
	placeOf(file: string): string | undefined;
}

/** Pages ask for it, and are bundled apart from what knows it. */
const LAST = Symbol.for("offprint.last-output");
const everywhere = globalThis as { [LAST]?: LastOutput };

const NOTHING: LastOutput = {
	has: () => false,
	under: () => undefined,
	placeOf: () => undefined,
};

/** What the last build wrote; nothing in development, or where nobody knows. */
export function lastOutput(): LastOutput {
	return everywhere[LAST] ?? NOTHING;
}

/**
 * From now on the last output is that in `folder`, with the files that were `found` there, of which
 * `before` was noted, with the keys as digests.
 */
export function useLastOutput(
	folder: string,
	found: { get(file: string): OnDisk | undefined },
	before: ReadonlyMap<string, Kept<Written>>,
): void {
	const isThere = (file: string, as: Written) => isAsWritten(found.get(file), as);
	const has = (file: string, key: string) => {
		const kept = before.get(file);
		return kept?.digest === key && isThere(file, kept.value);
	};
	let byKey: Map<string, string[]> | undefined;
	everywhere[LAST] = {
		has,
		under(key) {
			byKey ??= Map.groupBy(before.keys(), (file) => before.get(file)?.digest ?? "");
			const files = byKey.get(key);
			return files?.every((file) => has(file, key)) ? files : undefined;
		},
		placeOf(file) {
			const kept = before.get(file);
			return kept && isThere(file, kept.value) ? path.join(folder, file) : undefined;
		},
	};
}

/** Whether a file lies on the disk as it was written. */
export function isAsWritten(found: OnDisk | undefined, { size, modified }: Written): boolean {
	return found?.bytes === size && found.changed === modified;
}

/** How a file was written; `undefined` where there is none. */
export function writtenAt(file: string): Written | undefined {
	const found = statSync(file, { bigint: true, throwIfNoEntry: false });
	return found?.isFile() ? { size: found.size, modified: found.mtimeNs } : undefined;
}
