import { z } from "zod";
import type { Checked } from "../entry/front-matter.ts";
import type { Issue } from "../paper/issues.ts";

const lineSchema = z.strictObject({
	digest: z.string(),
	/** SHA-256 of the address in lower case: the record names nobody. */
	address: z.string().regex(/^[0-9a-f]{64}$/),
	state: z.enum(["sending", "sent", "refused", "failed"]),
});

/**
 * A line of the record of what went to whom. `sending` is written before a message is handed
 * over, and what became of it after: `sent`, `refused` (for good) or `failed` (not accepted: the
 * next run tries again). Where `sending` stands last, nobody knows whether it has arrived.
 */
export type RecordLine = z.infer<typeof lineSchema>;

/** The last state of each message: see {@link messageKey}. */
export type SentRecord = ReadonlyMap<string, RecordLine["state"]>;

/** Names a message: a digest to an address. */
export function messageKey({ digest, address }: Pick<RecordLine, "digest" | "address">): string {
	return `${digest} ${address}`;
}

/**
 * Reads the record. A last line without its end was being written when the program was stopped:
 * what it says has not been done, or is not known.
 */
export function readRecord(file: string, text: string): Checked<SentRecord> {
	const states = new Map<string, RecordLine["state"]>();
	const issues: Issue[] = [];
	for (const [index, line] of text.split("\n").slice(0, -1).entries()) {
		if (line.trim() === "") continue;
		const read = lineSchema.safeParse(parsed(line));
		if (read.success) states.set(messageKey(read.data), read.data.state);
		else {
			issues.push({
				file,
				line: index + 1,
				column: 1,
				message: `unexpected ${JSON.stringify(line.slice(0, 60).toWellFormed())}, expected a line such as {"digest":"2026-w20","address":"…","state":"sent"}`,
				fix: "Restore the line from a copy; without it someone may get a digest twice.",
			});
		}
	}
	return issues.length > 0 ? { issues } : { value: states, issues: [] };
}

function parsed(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return undefined;
	}
}
