import { createHash } from "node:crypto";
import MailComposer from "nodemailer/lib/mail-composer";
import type { Digest } from "./digest.ts";
import { digestHtml } from "./html.ts";
import { digestText } from "./plain-text.ts";

/** How a digest is addressed. Addresses have been checked: see `recipients.ts`. */
export interface Addressed {
	from: string;
	to?: string | undefined;
	/** Where the recipient unsubscribes by one POST (RFC 8058). */
	unsubscribe?: string | undefined;
}

/**
 * A digest as a message (RFC 5322) in HTML and plain text. No clock and no chance: the same
 * digest to the same address gives the same bytes. Its date is the end of the period.
 */
export function digestMail(digest: Digest, { from, to, unsubscribe }: Addressed): Promise<Buffer> {
	const html = digestHtml(digest, unsubscribe);
	const text = digestText(digest, unsubscribe);
	const hash = sha256(JSON.stringify([html, text, from, to])).slice(0, 32);
	return new MailComposer({
		from: { name: digest.collection, address: from },
		to,
		subject: digest.subject,
		text,
		html,
		date: new Date(Date.parse(`${digest.period.last}T00:00:00Z`) + 24 * 60 * 60 * 1000),
		messageId: `<${digest.id}.${hash}@${new URL(digest.site).hostname}>`,
		baseBoundary: hash,
		headers: unsubscribe
			? {
					"List-Unsubscribe": {
						prepared: true,
						value: `<${unsubscribe}>, <mailto:${encodeURI(from)}?subject=unsubscribe>`,
					},
					"List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
				}
			: {},
		disableFileAccess: true,
		disableUrlAccess: true,
	})
		.compile()
		.build();
}

/** SHA-256 in hexadecimal digits. */
export function sha256(text: string): string {
	return createHash("sha256").update(text).digest("hex");
}
