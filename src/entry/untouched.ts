import { statSync } from "node:fs";

/** Milliseconds in which a file system may give two changes one time. */
const ONE_TIME = 1000;

/** What files gave when they were read, for as long as nobody touches them. */
export interface Untouched<Value> {
	/** What the file gave, or `undefined` where it has to be read. */
	recall(file: string): Value | undefined;
	/** To be called before the file is read: gives what remembers what it gave. */
	reading(file: string): (value: Value) => void;
}

/** By time, size and number of each file, in the memory of this process. */
export function untouched<Value>(): Untouched<Value> {
	const known = new Map<string, { stamp: string; value: Value }>();
	return {
		recall(file) {
			const last = known.get(file);
			return last && last.stamp === stampOf(file)?.text ? last.value : undefined;
		},
		reading(file) {
			const stamp = stampOf(file);
			known.delete(file);
			return (value) => {
				// Whoever has only just changed it may do so again at the same time.
				if (stamp && Date.now() - stamp.changed > ONE_TIME) {
					known.set(file, { stamp: stamp.text, value });
				}
			};
		},
	};
}

function stampOf(file: string): { text: string; changed: number } | undefined {
	const found = statSync(file, { throwIfNoEntry: false });
	if (!found) return undefined;
	const { ino, size, mtimeMs, ctimeMs } = found;
	return { text: `${ino} ${size} ${mtimeMs} ${ctimeMs}`, changed: Math.max(mtimeMs, ctimeMs) };
}
