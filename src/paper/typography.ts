/** What may stand before an opening quotation mark. */
const BEFORE_OPENING = /[\s([{<\-–—/“‘]/;

/**
 * A text with the quotation marks and apostrophes of print (English usage:
 * “double”, ‘single’, it’s). For display alone: what is searched and exported
 * keeps the marks that the authors typed.
 */
export function typographic(text: string): string {
	return text.replace(/["']/g, (mark, offset: number) => {
		const before = text[offset - 1] ?? " ";
		const after = text[offset + 1] ?? " ";
		const opening = BEFORE_OPENING.test(before) && !/\s/.test(after);
		if (mark === '"') return opening ? "“" : "”";
		// ’90s and ’em are elisions, but nothing marks the second: it is rare, and taken for a quotation.
		return opening && !/\d/.test(after) ? "‘" : "’";
	});
}

/**
 * The parts of a title in their order: words, and formulas in TeX that stand
 * between dollar signs. As in Pandoc's Markdown, no space follows the first sign or
 * comes before the second, and no digit follows it: “from $5 to $6” has no formula.
 */
export function titleParts(title: string): { math: boolean; value: string }[] {
	return title
		.split(/(?<!\\)\$(?=\S)((?:[^$\\]|\\.)+)(?<=\S)\$(?!\d)/)
		.map((value, index) => ({ math: index % 2 === 1, value }))
		.filter(({ value }) => value !== "");
}
