/** Tag to values, in their order. */
export type Tags = Map<string, string[]>;

/** A record of lines that begin with tags, as RIS and EndNote have it. */
export interface TaggedRecord {
	line: number;
	tags: Tags;
	/** False where the file ends, or the next record begins, before the tag that ends a record. */
	ended: boolean;
}

/**
 * The records of a text. `tag` finds a tag and its value in a line; a line without tag goes
 * on with the value before it, and an empty one parts paragraphs. A record begins with the
 * tag `first`, and ends with `last`, or where there is none, with the next.
 */
export function taggedRecords(
	text: string,
	tag: RegExp,
	{ first, last }: { first: string; last?: string },
): TaggedRecord[] {
	const records: TaggedRecord[] = [];
	let open: TaggedRecord | undefined;
	let values: string[] | undefined;
	for (const [index, line] of text.split("\n").entries()) {
		const [, name, value = ""] = tag.exec(line.trimEnd()) ?? [];
		if (name === first) {
			open = { line: index + 1, tags: new Map(), ended: last === undefined };
			records.push(open);
			values = undefined;
		} else if (name !== undefined && name === last) {
			if (open) open.ended = true;
			open = undefined;
			values = undefined;
		} else if (name !== undefined && open) {
			values = open.tags.get(name) ?? [];
			values.push(value.trim());
			open.tags.set(name, values);
		} else if (name === undefined && values) {
			values.push(`${values.pop()}${line.trim() === "" ? "\n\n" : `\n${line.trim()}`}`);
		}
	}
	return records;
}
