import { sha256 } from "./mail.ts";
import { messageKey, type RecordLine, type SentRecord } from "./record.ts";

/** What a server has made of a message. */
export type Answer =
	/** It has accepted it. */
	| { kind: "sent" }
	/** Refused for good (5xx). */
	| { kind: "refused"; reason: string }
	/** Not accepted this time (4xx, or the connection was lost before the message was whole). */
	| { kind: "failed"; reason: string }
	/** The connection was lost when the message was whole, and before the answer. */
	| { kind: "unsure"; reason: string }
	/** No message will be accepted: a wrong password, an unknown host. */
	| { kind: "stop"; reason: string };

/** What became of a recipient in a run; `before` and `given up` are of an earlier one. */
export type Outcome = { address: string } & (
	| Exclude<Answer, { kind: "stop" }>
	| { kind: "before" }
	| { kind: "given up"; reason: string }
	| { kind: "not tried"; reason: string }
);

/** What a delivery needs of the world. */
export interface Delivery {
	digest: string;
	addresses: readonly string[];
	/** What earlier runs have recorded. */
	record: SentRecord;
	/** Hands a message to the server. */
	send: (address: string) => Promise<Answer>;
	/** Keeps a line of the record; it is on the disk when this returns. */
	keep: (line: RecordLine) => void;
	/** Milliseconds to wait before each new try of a message. */
	pauses: readonly number[];
	/** Milliseconds between two messages. */
	interval: number;
	wait: (milliseconds: number) => Promise<unknown>;
	onOutcome?: (outcome: Outcome) => void;
}

/**
 * Sends a digest to each address at most once, whenever it is stopped and begun again: a message
 * is recorded before it is handed over, and one of which no end is recorded is told, not sent anew.
 */
export async function deliver(delivery: Delivery): Promise<Outcome[]> {
	const { digest, addresses, record, keep, interval, wait, onOutcome } = delivery;
	const outcomes: Outcome[] = [];
	let stopped: string | undefined;
	let sentBefore = false;
	for (const address of addresses) {
		const line = { digest, address: sha256(address.toLowerCase()) };
		const state = record.get(messageKey(line));
		let outcome: Outcome;
		if (state && state !== "failed") outcome = { address, ...earlier(state) };
		else if (stopped) outcome = { address, kind: "not tried", reason: stopped };
		else {
			if (sentBefore) await wait(interval);
			sentBefore = true;
			keep({ ...line, state: "sending" });
			const answer = await tries(delivery, address);
			if (answer.kind === "stop") stopped = answer.reason;
			if (answer.kind !== "unsure") {
				keep({ ...line, state: answer.kind === "stop" ? "failed" : answer.kind });
			}
			outcome =
				answer.kind === "stop"
					? { address, kind: "failed", reason: answer.reason }
					: { address, ...answer };
		}
		outcomes.push(outcome);
		onOutcome?.(outcome);
	}
	return outcomes;
}

function earlier(state: "sending" | "sent" | "refused") {
	if (state === "sent") return { kind: "before" as const };
	if (state === "refused") {
		return { kind: "given up" as const, reason: "the server has refused it in an earlier run" };
	}
	return {
		kind: "unsure" as const,
		reason: "an earlier run was stopped while it was sent",
	};
}

async function tries({ send, pauses, wait }: Delivery, address: string): Promise<Answer> {
	let answer = await send(address);
	for (const pause of pauses) {
		if (answer.kind !== "failed") break;
		await wait(pause);
		answer = await send(address);
	}
	return answer;
}
