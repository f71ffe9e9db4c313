import { statSync } from "node:fs";
import path from "node:path";
import { readKept, writeKept } from "./kept.ts";

/**
 * Milliseconds in which a file system may give two changes one time: FAT counts in steps of two
 * seconds.
 */
const ONE_TIME = 3000;

/** Check sums of files, for as long as nobody touches these. */
export interface Untouched {
	/** Looks how a file lies on the disk: gives its check sum, or `undefined` where it has to be read. */
	digestOf(file: string): string | undefined;
	/** Notes the check sum of a file that was read after {@link digestOf} has looked at it. */
	note(file: string, digest: string): void;
	/** Writes what is new, and drops what was not asked for. */
	save(): void;
}

/**
 * Check sums by the number, the size and the times of each file, kept in a folder of a cache. The
 * system sets the time of a file's last change, whatever programs say of their own: a file that
 * somebody has written, replaced or restored has another one. One that was changed only just
 * before it was looked at may be changed again at the same time, and is read again.
 */
export function untouched(folder: string): Untouched {
	const at = path.join(folder, "untouched.bin");
	// What a stamp stands for is decided by nothing but the file.
	const known = readKept<string>(at, "");
	const looked = new Map<string, Stamp | undefined>();
	let learnt = false;
	return {
		digestOf(file) {
			const stamp = stampOf(file);
			looked.set(file, stamp);
			const last = known.get(file);
			return last && last.digest === stamp?.text ? last.value : undefined;
		},
		note(file, digest) {
			const stamp = looked.get(file);
			if (!stamp || stamp.seen - stamp.changed < ONE_TIME) return;
			known.set(file, { digest: stamp.text, value: digest });
			learnt = true;
		},
		save() {
			if (learnt) {
				for (const file of known.keys()) if (!looked.has(file)) known.delete(file);
				writeKept(at, "", known);
			}
			looked.clear();
			learnt = false;
		},
	};
}

/** How a file lies on the disk, and when it was changed and seen so, in milliseconds. */
interface Stamp {
	text: string;
	changed: number;
	seen: number;
}

function stampOf(file: string): Stamp | undefined {
	const seen = Date.now();
	const found = statSync(file, { throwIfNoEntry: false });
	if (!found) return undefined;
	const { ino, size, mtimeMs, ctimeMs } = found;
	const changed = Math.max(mtimeMs, ctimeMs);
	return { text: `${ino} ${size} ${mtimeMs} ${ctimeMs}`, changed, seen };
}
