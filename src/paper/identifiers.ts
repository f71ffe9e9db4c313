import { isAscii } from "./text.ts";

/** The longest id, in characters, so that addresses and file names stay handy. */
const MAX_ID_LENGTH = 80;

/** What an id may look like: letters and digits of any script, parted by single `-`, `.` or `_`. */
const ID = /^[\p{L}\p{N}\p{M}]+(?:[-._][\p{L}\p{N}\p{M}]+)*$/u;

/** Two words or more that stand in an id as they are. */
const PLAIN = /^[A-Za-z]+(?: [A-Za-z]+)+$/;

/** Names that Windows keeps for devices, whatever stands after a full stop: they cannot be file names. */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])(?:\.|$)/;

/** True for a text that can be the id of a paper, a topic or an organisation. */
export function isId(text: string): boolean {
	return (
		text.length <= MAX_ID_LENGTH &&
		text === text.toLowerCase() &&
		ID.test(text) &&
		!DEVICE.test(text)
	);
}

/**
 * The id of a paper that has neither arXiv id nor DOI: its title in lower case,
 * words joined by `-`, accents of Latin letters left out, cut at a word to 80
 * characters. Stable for ever: a change here would move published addresses.
 * A title without letters or digits gives `paper`, followed by its code points.
 */
export function idFromTitle(title: string): string {
	// Names of authors are most of what is asked for.
	if (title.length <= MAX_ID_LENGTH && PLAIN.test(title)) {
		return title.toLowerCase().replaceAll(" ", "-");
	}
	const bare = isAscii(title)
		? title
		: title
				.normalize("NFKD")
				.replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
				.normalize("NFKC");
	const words = bare
		.toLowerCase()
		.replace(/['’]/g, "")
		.split(/[^\p{L}\p{N}\p{M}]+/u)
		.filter(Boolean);
	const id = words.length > 0 ? cutAtWord(words) : `paper-${codePoints(title)}`;
	return DEVICE.test(id) ? `paper-${id}` : id;
}

/**
 * The id of a paper with an arXiv id or a DOI: in lower case, with `-` for `/` and
 * for any other character that addresses and file names do not take. `undefined`
 * where that is too long to be an id.
 */
export function idFromIdentifier(identifier: string): string | undefined {
	const id = identifier
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\p{M}._-]+/gu, "-")
		.replace(/[-._]*-[-._]*|([._])[._]+/g, (_, mark) => mark ?? "-")
		.replace(/^[-._]+|[-._]+$/g, "");
	return isId(id) ? id : undefined;
}

function cutAtWord(words: readonly string[]): string {
	let id = "";
	for (const word of words) {
		const longer = id ? `${id}-${word}` : word;
		if (longer.length > MAX_ID_LENGTH) break;
		id = longer;
	}
	// A first word of more than 80 characters has no place to cut: cut it between code points.
	return id || (words[0] ?? "").slice(0, MAX_ID_LENGTH).replace(/[\uD800-\uDBFF]$/, "");
}

function codePoints(title: string): string {
	const hex = [...title.trim()].slice(0, 6).map((char) => char.codePointAt(0)?.toString(16));
	return hex.join("-") || "untitled";
}
