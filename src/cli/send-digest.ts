import { closeSync, fsyncSync, ftruncateSync, mkdirSync, openSync, writeSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { deliver, type Outcome } from "../digest/deliver.ts";
import type { Digest } from "../digest/digest.ts";
import { digestMail } from "../digest/mail.ts";
import {
	isAddress,
	readSubscribers,
	unsubscribeAddress,
	unsubscribeProblem,
} from "../digest/recipients.ts";
import { readRecord } from "../digest/record.ts";
import { readIfThere } from "../entry/folder.ts";
import { IssuesError } from "../paper/issues.ts";
import { print, printError } from "./output.ts";
import { sender, serverAt } from "./smtp.ts";
import { WrongUse } from "./usage.ts";

/** Milliseconds before a message is tried a second, a third and a fourth time. */
const PAUSES = [2_000, 10_000, 60_000];

/** What the command was told about sending. */
export interface SendArgs {
	from?: string;
	to?: string;
	subscribers?: string;
	unsubscribe?: string;
	"per-minute"?: string;
	"dry-run"?: boolean;
}

/**
 * Reads everything that sending needs, and gives what sends a digest and prints what became of
 * it. Throws a WrongUse, or an IssuesError about the files.
 */
export function sendDigest(args: SendArgs, folder: string, env = process.env) {
	const { from, to, subscribers, unsubscribe } = args;
	const perMinute = Number(args["per-minute"] ?? 30);
	const server = serverAt(env.OFFPRINT_SMTP ?? "");
	const dryRun = args["dry-run"] === true;
	const template = unsubscribe === undefined ? undefined : unsubscribeProblem(unsubscribe);
	const problems = [
		...(from ? [] : ["unexpected end, expected --from with the sender's address"]),
		...((to === undefined) === (subscribers === undefined)
			? ["unexpected recipients, expected one of --to and --subscribers"]
			: []),
		...(to !== undefined && !isAddress(to)
			? [`unexpected --to ${JSON.stringify(to)}, expected a mail address`]
			: []),
		...(template ? [template] : []),
		...(subscribers !== undefined && unsubscribe === undefined
			? ["unexpected --subscribers without --unsubscribe, expected a way to leave the list"]
			: []),
		...(perMinute > 0 && Number.isFinite(perMinute)
			? []
			: [
					`unexpected --per-minute ${JSON.stringify(args["per-minute"])}, expected a number above 0`,
				]),
		// Its value may hold a password, so it is not shown.
		...(server || dryRun
			? []
			: ["unexpected OFFPRINT_SMTP, expected smtps://user:password@host:port"]),
	];
	if (problems.length > 0) throw new WrongUse(problems.join("\n"));
	const addresses = to === undefined ? subscribersIn(subscribers ?? "") : [to];
	const file = path.posix.join(folder, "sent.jsonl");
	const text = readIfThere(file) ?? "";
	const record = readRecord(file, text);
	if (!record.value) throw new IssuesError(record.issues);
	const states = record.value;

	return async (digest: Digest): Promise<void> => {
		print(`${digest.subject}`);
		const smtp = server && !dryRun ? sender(server, from ?? "") : undefined;
		const kept = dryRun ? undefined : recordIn(file, text);
		const outcomes = await deliver({
			digest: digest.id,
			addresses,
			record: states,
			async send(address) {
				const leave = unsubscribe && unsubscribeAddress(unsubscribe, address);
				const addressed = { from: from ?? "", to: address, unsubscribe: leave };
				const message = await digestMail(digest, addressed);
				return smtp ? smtp(address, message) : { kind: "sent" };
			},
			keep: (line) => kept?.keep(line),
			pauses: PAUSES,
			interval: dryRun ? 0 : 60_000 / perMinute,
			wait,
			onOutcome: (outcome) => told(outcome, dryRun, file),
		});
		kept?.close();
		const count = (kind: Outcome["kind"]) => outcomes.filter((one) => one.kind === kind).length;
		const sent = count("sent");
		const rest = outcomes.length - sent - count("before");
		print(
			`${outcomes.length} recipients = ${sent} ${dryRun ? "would be sent" : "sent"} + ${count("before")} sent before + ${rest} not sent`,
		);
		if (rest > 0) process.exitCode = 1;
	};
}

function subscribersIn(file: string): string[] {
	const text = readIfThere(file);
	if (text === undefined) throw new WrongUse(`unexpected ${file}, expected a file: there is none`);
	const { value, issues } = readSubscribers(file, text);
	if (!value) throw new IssuesError(issues);
	return value;
}

/** Appends to the record, each line on the disk before the next step. A line that a crash has cut off says nothing: it goes. */
function recordIn(file: string, text: string) {
	mkdirSync(path.dirname(file), { recursive: true });
	const open = openSync(file, "a", 0o600);
	if (text !== "" && !text.endsWith("\n"))
		ftruncateSync(open, Buffer.byteLength(text.slice(0, text.lastIndexOf("\n") + 1)));
	return {
		keep(line: object) {
			writeSync(open, `${JSON.stringify(line)}\n`);
			fsyncSync(open);
		},
		close: () => closeSync(open),
	};
}

function told(outcome: Outcome, dryRun: boolean, file: string): void {
	const { address, kind } = outcome;
	if (kind === "sent") print(`${address} ${dryRun ? "would be sent" : "sent"}`);
	else if (kind === "before") print(`${address} sent before`);
	else if (kind === "unsure") {
		printError(
			`${address} may have it: ${outcome.reason}`,
			`    It is not sent again. To do so, remove its last line, "sending", from ${file}.`,
		);
	} else printError(`${address} ${kind}: ${outcome.reason}`);
}
