import { z } from "zod";
import type { Checked } from "../entry/front-matter.ts";
import type { Issue } from "../paper/issues.ts";

/** An address as mail servers take it, of ASCII alone: no sign in it could end a header. */
const addressSchema = z.email().max(254);

/** True for a mail address. */
export function isAddress(text: string): boolean {
	return addressSchema.safeParse(text).success;
}

/**
 * The addresses of a file of subscribers, one a line; `#` begins a comment. Tells every line that
 * is no address, and every address that stands there twice.
 */
export function readSubscribers(file: string, text: string): Checked<string[]> {
	const issues: Issue[] = [];
	const lines = new Map<string, number>();
	const addresses: string[] = [];
	for (const [index, whole] of text
		.replace(/^\uFEFF/, "")
		.split(/\r\n?|\n/)
		.entries()) {
		const address = whole.replace(/#.*/, "").trim();
		if (address === "") continue;
		const at = { file, line: index + 1, column: whole.indexOf(address) + 1 };
		const before = lines.get(address.toLowerCase());
		if (!isAddress(address)) {
			issues.push({
				...at,
				message: `unexpected ${JSON.stringify(address.slice(0, 100).toWellFormed())}, expected a mail address`,
				fix: "Write one address a line, without a name: ada@example.org.",
			});
		} else if (before !== undefined) {
			issues.push({
				...at,
				message: `unexpected second ${JSON.stringify(address)}, expected each address once: it stands in line ${before}`,
				fix: "Remove one of the two lines.",
			});
		} else {
			lines.set(address.toLowerCase(), index + 1);
			addresses.push(address);
		}
	}
	if (issues.length === 0 && addresses.length === 0) {
		const message = "unexpected end, expected at least one address";
		issues.push({ file, line: 1, column: 1, message, fix: "Write one address a line." });
	}
	return issues.length > 0 ? { issues } : { value: addresses, issues: [] };
}

/** Where an address unsubscribes: the template with the address in place of `{address}`. */
export function unsubscribeAddress(template: string, address: string): string {
	return new URL(template.replaceAll("{address}", encodeURIComponent(address))).href;
}

/** What is wrong in such a template, or `undefined`. RFC 8058 (3.1) wants https. */
export function unsubscribeProblem(template: string): string | undefined {
	const fits =
		/^https:\/\/[^\s<>]+$/.test(template) &&
		template.includes("{address}") &&
		URL.canParse(template) &&
		template.length <= 500;
	return fits
		? undefined
		: `unexpected --unsubscribe ${JSON.stringify(template)}, expected an address that begins with https:// and has {address} in it`;
}
