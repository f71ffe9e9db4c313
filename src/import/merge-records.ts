import { frontMatterIn, toLineFeeds } from "../entry/fields.ts";
import type { ListedIn } from "../paper/schema.ts";
import { type Given, type Merged, mergeEntry } from "./merge.ts";
import { type Decision, moreOf } from "./merge-field.ts";
import { goneListings, type Seen } from "./orphans.ts";
import type { Outcome, Proposal } from "./plan.ts";

/** All records of one paper in one import, in their order, and the entry that is there. */
export interface RecordsOfPaper {
	file: string;
	before: string | undefined;
	/** `at` is the record's place among all of the import. */
	records: { proposal: Proposal; at: number }[];
}

type Placed = RecordsOfPaper["records"][number];

/** The records of one listing. */
interface Listed {
	records: Placed[];
	given: Given;
	/** What the last merge of the listing gave. */
	merged?: Merged;
	/** The entry as it was before the listing changed it. */
	before?: string;
}

/**
 * Makes one entry of all records of a paper: listing by listing, in the order in which the
 * entry names them. Where a listing has several, the first counts, and the others fill in and
 * complete its date.
 */
export function mergeRecords(
	{ file, before, records }: RecordsOfPaper,
	decision?: Decision,
	seen?: Seen,
): { text: string; outcomes: [at: number, outcome: Outcome][]; notes: string[] } {
	const known = before === undefined ? [] : sourcesIn(before);
	const gone = seen ? goneListings(file, known, seen) : [];
	const listings = inOrderOf(known, listingsOf(records, gone));
	let text = before ?? records[0]?.proposal.entry.text ?? "";
	// What one listing gives up in one round, another may take over in the next.
	for (let round = 0, changed = true; changed && round <= listings.length; round++) {
		changed = false;
		for (const listed of listings) {
			const merged = mergeIn(file, text, listed, decision);
			listed.merged = merged;
			if (merged.text === text) continue;
			changed = true;
			listed.before ??= text;
			text = merged.text;
		}
	}
	const outcomes = listings.flatMap(({ records, given, merged, before: from }, index) => {
		const own = known.find(({ listing }) => listing === given.source.listing);
		const clashes = merged?.clashes ?? [];
		const stays = { kind: merged?.edited ? "kept" : "unchanged", file, clashes } as const;
		// The entry as the next listing that changes it finds it.
		const to = listings.slice(index + 1).find((next) => next.before !== undefined)?.before ?? text;
		return records.map(({ proposal: { listing, line, title, entry }, at }, order) => {
			const place = { listing, line, title };
			const outcome = (): Outcome => {
				if (order > 0) {
					const isNew = !own || !namesOf(file, own).includes(entry.id);
					const joins = isNew && (before === undefined || from !== undefined);
					return { ...place, ...stays, ...(joins ? { kind: "merged" } : {}), clashes: [] };
				}
				if (before === undefined && index === 0) {
					return { ...place, kind: "created", file, text: to, clashes };
				}
				if (from === undefined) return { ...place, ...stays };
				return {
					...place,
					kind: own ? "updated" : "merged",
					file,
					before: from,
					text: to,
					clashes,
				};
			};
			return [at, outcome()] as [number, Outcome];
		});
	});
	return {
		text,
		outcomes,
		notes: [...new Set(listings.flatMap(({ merged }) => merged?.note ?? []))],
	};
}

/** Where the entry is what the importer would write there is nothing to merge. */
function mergeIn(
	file: string,
	text: string,
	{ records, given }: Listed,
	decision?: Decision,
): Merged {
	const [first, ...others] = records;
	const written = first?.proposal.entry.text;
	// As it was written before entries noted keys.
	const withoutKeys = written?.replace(/^ {2}keys:\n(?: {4}- .*\n)+/m, "");
	if (others.length === 0 && [written, withoutKeys].includes(toLineFeeds(text))) {
		return { text, edited: false, clashes: [] };
	}
	return mergeEntry(file, text, given, decision);
}

function listingsOf(records: readonly Placed[], insteadOf: readonly string[]): Listed[] {
	const listings = Map.groupBy(records, ({ proposal }) => proposal.entry.source.listing);
	return [...listings.values()].map((placed) => {
		const entries = placed.map(({ proposal }) => proposal.entry);
		const fields = new Map<string, unknown>();
		for (const entry of entries) {
			for (const [field, value] of entry.fields) {
				const first = fields.get(field);
				if (first === undefined || moreOf(field, first, value) === "theirs")
					fields.set(field, value);
			}
		}
		const keys = [...new Set(entries.flatMap(({ source }) => source.keys ?? []))];
		const source = {
			...(entries[0]?.source ?? { listing: "" }),
			keys: keys.length > 0 ? keys : undefined,
		};
		return {
			records: placed,
			given: { source, fields, ids: entries.map(({ id }) => id), insteadOf },
		};
	});
}

function sourcesIn(text: string): ListedIn[] {
	const { source, otherSources } = (frontMatterIn(text) ?? {}) as Record<string, unknown>;
	const all = [source, ...(Array.isArray(otherSources) ? otherSources : [])];
	return all.filter((one): one is ListedIn => typeof one === "object" && one !== null);
}

function inOrderOf(known: readonly ListedIn[], listings: readonly Listed[]): Listed[] {
	const rank = ({ given }: Listed) => {
		const at = known.findIndex(({ listing }) => listing === given.source.listing);
		return at < 0 ? known.length : at;
	};
	return [...listings].sort((a, b) => rank(a) - rank(b));
}

function namesOf(file: string, { records = [] }: ListedIn): string[] {
	return [/([^/\\]+)\.mdx$/.exec(file)?.[1] ?? "", ...(Array.isArray(records) ? records : [])];
}
