import { mkdirSync } from "node:fs";
import path from "node:path";
import { defineCommand } from "citty";
import { type Digest, digestOf } from "../digest/digest.ts";
import { digestHtml } from "../digest/html.ts";
import { digestMail } from "../digest/mail.ts";
import { digestPeriod, PERIODS } from "../digest/period.ts";
import { digestText } from "../digest/plain-text.ts";
import { isAddress } from "../digest/recipients.ts";
import { contentFolder } from "../entry/folder.ts";
import { readContent } from "../entry/read-content.ts";
import { writeWhole } from "../import/write.ts";
import { isCalendarDate } from "../paper/dates.ts";
import { IssuesError } from "../paper/issues.ts";
import { papersCount } from "../paper/text.ts";
import { print, printError } from "./output.ts";
import { type SendArgs, sendDigest } from "./send-digest.ts";
import { WrongUse } from "./usage.ts";

/** `npm run digest`. */
export default defineCommand({
	meta: {
		name: "npm run digest --",
		description:
			"The new and most discussed papers of a day, a week or a month as a mail: written into digests/, or sent.",
	},
	args: {
		since: {
			type: "string",
			valueHint: "YYYY-MM-DD",
			description: "a day of the period: its week runs from Monday to Sunday",
		},
		period: {
			type: "enum",
			options: [...PERIODS],
			description: "what it covers: week if left out",
		},
		out: {
			type: "string",
			valueHint: "folder",
			description: "where the digest and the record of what was sent are kept: digests",
		},
		send: {
			type: "boolean",
			description: "send it through OFFPRINT_SMTP=smtps://user:password@host:port",
		},
		"dry-run": { type: "boolean", description: "with --send: say what would be sent to whom" },
		from: { type: "string", valueHint: "address", description: "the sender" },
		to: { type: "string", valueHint: "address", description: "a mailing list, or one recipient" },
		subscribers: {
			type: "string",
			valueHint: "file",
			description: "recipients, one address a line; each gets a message of their own",
		},
		unsubscribe: {
			type: "string",
			valueHint: "address",
			description: "page that takes a subscriber off by a POST: https://…?u={address}",
		},
		"per-minute": { type: "string", valueHint: "number", description: "messages a minute: 30" },
	},
	async run({ args }) {
		const since = args.since ?? "";
		const problems = isCalendarDate(since)
			? []
			: [`unexpected --since ${JSON.stringify(since)}, expected a day as YYYY-MM-DD`];
		const { from } = args;
		if (from !== undefined && !isAddress(from)) {
			problems.push(`unexpected --from ${JSON.stringify(from)}, expected a mail address`);
		}
		if (args["dry-run"] && !args.send) {
			problems.push("unexpected --dry-run, expected it with --send");
		}
		if (problems.length > 0) throw new WrongUse(problems.join("\n"));
		const period = digestPeriod(since, (args.period ?? "week") as (typeof PERIODS)[number]);
		const folder = args.out ?? "digests";
		try {
			// What is wrong with the recipients is told even where there is nothing to send.
			const send = args.send ? sendDigest(args as SendArgs, folder) : undefined;
			const content = readContent(contentFolder());
			// As for the build (`collection/site.ts`): where the host decides the address.
			const url = process.env.SITE_URL || content.collection.url;
			const collection = { ...content.collection, url };
			const digest = digestOf({ ...content, collection }, period);
			if (!digest) print(`Nothing new in ${period.name}: there is no digest.`);
			else if (send) await send(digest);
			else await writeDigest(digest, folder, from);
		} catch (cause) {
			if (!(cause instanceof IssuesError)) throw cause;
			printError(...cause.message.split("\n"));
			process.exitCode = 1;
		}
	},
});

async function writeDigest(digest: Digest, folder: string, from?: string): Promise<void> {
	const sender = from ?? `no-reply@${new URL(digest.site).hostname}`;
	const files: [ending: string, content: string | Buffer][] = [
		["html", digestHtml(digest)],
		["txt", digestText(digest)],
		["eml", await digestMail(digest, { from: sender })],
	];
	mkdirSync(folder, { recursive: true });
	print(`${digest.subject}: ${papersCount(digest.count)}`);
	for (const [ending, content] of files) {
		const file = path.posix.join(folder, `${digest.id}.${ending}`);
		writeWhole(file, content);
		print(file);
	}
}
