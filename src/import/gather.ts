import type { Issue } from "../paper/issues.ts";
import { teaser } from "../paper/text.ts";
import type { TopicMatcher } from "../paper/topics.ts";
import { proposeEntry } from "./entry-of.ts";
import { keysOf } from "./lookup/identifiers.ts";
import type { WantedRecord } from "./lookup/wanted.ts";
import { parseSource } from "./parse-source.ts";
import type { Outcome, Proposal } from "./plan.ts";
import type { ListedPaper, ListingFacts } from "./record.ts";
import type { Source } from "./sources.ts";
import { type UnusableIssue, unusableIssue } from "./unusable.ts";

/** What sources hold, source by source. */
export interface Gathered {
	proposals: Proposal[];
	/** Papers that the sources only name. */
	wanted: WantedRecord[];
	rejected: Outcome[];
	/** Places of the papers that the sources hold in full, by their identifiers. */
	held: Map<string, string>;
	issues: Issue[];
	/** Files in a folder that are no listings, by their names and what they hold. */
	strays: Issue[];
	notes: string[];
	/** What records say and no entry can hold. */
	unusable: UnusableIssue[];
}

/** Names of files that are meant as listings, whatever is in them; such a one is never passed over. */
const LISTING = /\.(?:txt|bib|bibtex|json|csl|csv|tsv|ris|enw|xml|rdf|atom|rss|mods|html?|nbib)$/i;

/** A paper as an entry, for its source. */
export function proposal(
	paper: ListedPaper,
	{ listing, file, listed }: Pick<WantedRecord, "listing" | "file" | "listed">,
	matchTopics: TopicMatcher,
): Proposal {
	const entry = proposeEntry(paper, { listing, listed, keepKey: true }, matchTopics);
	return { listing: file, line: paper.title.line, title: teaser(paper.title.text, 60), entry };
}

/** Reads sources. `stated` has what maintainers say of listings, by name. */
export function gather(
	sources: readonly Source[],
	stated: ReadonlyMap<string, ListingFacts>,
	matchTopics: TopicMatcher,
	onProgress?: (work: "read" | "planned", done: number, total: number) => void,
): Gathered {
	const proposals: Proposal[] = [];
	const wanted: WantedRecord[] = [];
	const rejected: Outcome[] = [];
	const held = new Map<string, string>();
	const issues: Issue[] = [];
	const strays: Issue[] = [];
	const notes: string[] = [];
	const unusable: UnusableIssue[] = [];
	for (const [at, source] of sources.entries()) {
		const { listing, file } = source;
		onProgress?.("read", at, sources.length);
		const parsed = parseSource(source, stated.get(listing) ?? {});
		const { listed } = parsed;
		if (source.found && parsed.noListing && !LISTING.test(file)) strays.push(...parsed.issues);
		else issues.push(...parsed.issues);
		notes.push(...parsed.notes);
		for (const rejection of parsed.rejections) {
			rejected.push({ kind: "rejected", listing: file, ...rejection });
		}
		for (const record of parsed.wanted ?? []) wanted.push({ ...record, listing, file, listed });
		for (const [done, paper] of parsed.papers.entries()) {
			onProgress?.("planned", done, parsed.papers.length);
			proposals.push(proposal(paper, { listing, file, listed }, matchTopics));
			const { line } = paper.title;
			const title = teaser(paper.title.text, 60);
			for (const value of paper.unusable ?? []) {
				unusable.push(unusableIssue(value, { file, line, title }));
			}
			const place = `${file}:${line}`;
			for (const key of keysOf(paper)) if (!held.has(key)) held.set(key, place);
		}
	}
	// With nothing else to import, they are what was meant.
	if (strays.length === sources.length) issues.push(...strays.splice(0));
	return { proposals, wanted, rejected, held, issues, strays, notes, unusable };
}
