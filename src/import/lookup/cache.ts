import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { object } from "../json.ts";
import { writeWhole } from "../write.ts";
import type { Clock } from "./pace.ts";

const HOUR = 60 * 60 * 1000;
/** How long an answer counts, in milliseconds: what was found, and that nothing was found. */
const FRESH = { found: 7 * 24 * HOUR, nothing: HOUR };

/** An answer that was kept. */
interface Kept {
	/** As the service sent it; `undefined` where it knows nothing. */
	text: string | undefined;
	/** False for one that is better asked for again, where that is possible. */
	fresh: boolean;
}

/** Answers on disk. */
export interface AnswerCache {
	read(key: string): Kept | undefined;
	keep(key: string, text: string | undefined): void;
}

/**
 * A cache of answers in a folder, each a file written whole or not at all. It is a
 * convenience: a file that cannot be read is none, and where nothing can be written nothing
 * is kept.
 */
export function answerCache(folder: string, clock: Clock): AnswerCache {
	const fileOf = (key: string) =>
		path.join(folder, `${createHash("sha256").update(key).digest("hex").slice(0, 32)}.json`);
	return {
		read(key) {
			const { at, text } = readJson(fileOf(key));
			if (typeof at !== "number" || (text !== null && typeof text !== "string")) return undefined;
			const age = clock.now() - at;
			const fresh = age >= 0 && age < (text === null ? FRESH.nothing : FRESH.found);
			return { text: text ?? undefined, fresh };
		},
		keep(key, text) {
			try {
				writeWhole(fileOf(key), JSON.stringify({ at: clock.now(), text: text ?? null }));
			} catch {
				// A folder without room or rights: the answer is asked for again next time.
			}
		},
	};
}

function readJson(file: string): Record<string, unknown> {
	try {
		return object(JSON.parse(readFileSync(file, "utf8")));
	} catch {
		return {};
	}
}
