/**
 * Text as an entry can hold it. Three things cannot be kept in a UTF-8 Markdown
 * file and are replaced on the way in: lone surrogates and NUL become U+FFFD
 * (Unicode 16, 3.9; CommonMark 0.31, 2.3), and every line end becomes `\n`
 * (CommonMark 0.31, 2.1). All else stays as it is.
 */
export function toStorableText(text: string): string {
	return text.toWellFormed().replaceAll("\0", "\uFFFD").replace(/\r\n?/g, "\n");
}

/**
 * The paragraphs of a text. Exactly two line ends between other characters part
 * two paragraphs; any other run of line ends belongs to the text around it, so
 * that joining the paragraphs with an empty line gives the same text back.
 */
export function toParagraphs(text: string): string[] {
	return text === "" ? [] : text.split(/(?<=[^\n])\n\n(?=[^\n])/);
}

/** A line of text for lists and descriptions, cut at a word, at most `length` characters. */
export function teaser(text: string, length: number): string {
	// Of a long text the beginning is enough, unless it is white space for the most part.
	const begun = oneLine(text.slice(0, 4 * length));
	const line = begun.length > length ? begun : oneLine(text);
	if (line.length <= length) return line;
	const cut = line.slice(0, length - 1);
	const space = cut.lastIndexOf(" ");
	const words = space > length / 2 ? cut.slice(0, space) : cut;
	return `${words.toWellFormed().replace(/[\uFFFD,;:.\s]+$/u, "")}…`;
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, " ").trim();
}

/** `No papers`, `1 paper`, `36 papers`. */
export function papersCount(count: number): string {
	if (count === 0) return "No papers";
	return count === 1 ? "1 paper" : `${count.toLocaleString("en")} papers`;
}

/** True for a text of ASCII alone, in which Unicode's forms, accents and ligatures need not be looked for. */
export function isAscii(text: string): boolean {
	return /^[\0-\x7f]*$/.test(text);
}
