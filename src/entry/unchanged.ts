import type { CalendarDate } from "../paper/dates.ts";
import type { FrontMatter } from "../paper/schema.ts";
import { digestsOf } from "./digest.ts";
import { fieldsOf } from "./fields.ts";

/**
 * The day since which nobody has changed an entry: the last on which one of its listings was
 * seen. `undefined` where a person has written or changed a field, where there is more than an
 * abstract, and where a listing's day is not known. `text` is the body as it stands in the file.
 */
export function unchangedSince(
	{ source, otherSources = [], ...frontMatter }: FrontMatter,
	text: string,
	hasNotes: boolean,
): CalendarDate | undefined {
	const listings = source ? [source, ...otherSources] : [];
	if (listings.length === 0 || hasNotes) return undefined;
	const given = new Map(listings.flatMap(({ digests }) => Object.entries(digests ?? {})));
	const fields = fieldsOf(frontMatter);
	// The schema fills in an empty list.
	if (frontMatter.topics.length === 0) fields.delete("topics");
	if (text.trim()) fields.set("abstract", text.trim());
	const now = digestsOf(fields);
	const same = (field: string) => now[field] === given.get(field);
	if (![...given.keys(), ...Object.keys(now)].every(same)) return undefined;
	const days = listings.map(({ listed }) => listed);
	return days.includes(undefined) ? undefined : (days.sort().at(-1) as CalendarDate);
}
