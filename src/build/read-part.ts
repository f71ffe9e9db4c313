import { shardNumber } from "../collection/entry-cache.ts";
import { keptEntries } from "../collection/shared-content.ts";
import { siteOf } from "../collection/site.ts";
import { readTopics } from "../entry/content-folder.ts";
import { contentFolder, entryFiles } from "../entry/folder.ts";
import { picturesIn } from "../entry/pictures.ts";
import { type Content, readOne, SLOW } from "../entry/read-content.ts";
import { frontMatterSchemaFor } from "../paper/schema.ts";

/** One of so many parts of the collection, from 0: entries that are kept in one file are in one part. */
export interface ReadTask {
	part: number;
	of: number;
}

/** Reads the entries of a part and keeps them; those with problems are left. Gives those that took long. */
export function readPart({ part, of }: ReadTask): Content["slow"] {
	const folder = contentFolder();
	const ids = topicIds();
	const cache = keptEntries(ids).open();
	const schema = frontMatterSchemaFor(ids);
	const site = { base: siteOf().base, pictures: picturesIn(folder.images), schema };
	const slow: Content["slow"] = [];
	for (const file of entryFiles(folder.papers)) {
		if (shardNumber(file) % of !== part) continue;
		const { milliseconds } = readOne(file, site, cache);
		if (milliseconds > SLOW) slow.push({ file, milliseconds });
	}
	cache.save();
	return slow;
}

/** The ids of the topics; none where there is something wrong with them. */
export function topicIds(): string[] {
	return readTopics(contentFolder()).value?.map(({ id }) => id) ?? [];
}
