import { papersCount } from "../paper/text.ts";
import type { Digest, DigestPaper } from "./digest.ts";

/** Characters in a line; an address may be longer. */
const WIDTH = 72;

/** A digest as plain text that reads by itself: the same papers as in its HTML. */
export function digestText(digest: Digest, unsubscribe?: string): string {
	const { discussed, topics, more } = digest;
	const blocks = [
		digest.collection,
		`${papersCount(digest.count)}, ${digest.period.name}\nOn the web: ${digest.web}`,
		...(discussed.length > 0
			? [heading("Most discussed"), discussed.map(numbered).join("\n")]
			: []),
		...topics.flatMap(({ name, papers }) => [heading(name), ...papers.map(block)]),
		...(more > 0 ? [`${papersCount(more)} more on the web: ${digest.web}`] : []),
		// RFC 3676, 4.3: what follows “-- ” is a signature, which answers leave out.
		`-- \n${digest.collection}: ${digest.site}${unsubscribe ? `\nUnsubscribe: ${unsubscribe}` : ""}`,
	];
	return `${blocks.join("\n\n")}\n`;
}

function heading(name: string): string {
	return `${wrap(name)}\n${"-".repeat(Math.min(WIDTH, name.length))}`;
}

function numbered({ title, url }: DigestPaper, index: number): string {
	return `${wrap(`${index + 1}. ${title}`)}\n${url}`;
}

function block({ title, facts, teaser, url }: DigestPaper): string {
	return [wrap(title), wrap(facts), ...(teaser ? [wrap(teaser)] : []), url].join("\n");
}

function wrap(text: string): string {
	const lines: string[] = [];
	for (const word of text.split(" ")) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + 1 + word.length <= WIDTH) {
			lines[lines.length - 1] = `${last} ${word}`;
		} else lines.push(word);
	}
	return lines.join("\n");
}
