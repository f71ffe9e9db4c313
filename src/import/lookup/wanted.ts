import { papersCount } from "../../paper/text.ts";
import type { KnownEntries } from "../known-entries.ts";
import type { Outcome } from "../plan.ts";
import type { ListedPaper, ParsedListing, Wanted } from "../record.ts";
import { keyOf, nameOf } from "./identifiers.ts";
import type { LookUp } from "./look-up.ts";

/** A paper that a source names, and the source. */
export interface WantedRecord extends Wanted {
	/** The name that entries give as `source.listing`. */
	listing: string;
	/** The file as messages name it. */
	file: string;
	listed: ParsedListing["listed"];
}

/** What became of wanted papers. */
interface WantedFound {
	/** At the line of their record. */
	papers: { paper: ListedPaper; record: WantedRecord }[];
	/** Of those that are no such paper: unchanged or rejected. */
	outcomes: Outcome[];
	notes: string[];
}

/**
 * Looks up the papers that sources only name. Nobody is asked for a paper that has an entry: it is
 * unchanged, so that an import without network gives what one with network gave. With
 * `refresh` it is asked for, and unchanged where there is no answer. `held` has the places of the
 * papers that sources hold in full, by {@link keyOf}.
 */
export async function lookUpWanted(
	records: readonly WantedRecord[],
	held: ReadonlyMap<string, string>,
	known: KnownEntries,
	lookUp: LookUp,
	refresh: boolean,
): Promise<WantedFound> {
	const found: WantedFound = { papers: [], outcomes: [], notes: [] };
	const first = new Map(held);
	const open: { record: WantedRecord; entry: string | undefined }[] = [];
	const placeOf = (record: WantedRecord) => ({
		listing: record.file,
		line: record.line,
		title: nameOf(record),
	});
	const reject = (record: WantedRecord, reason: string) =>
		found.outcomes.push({ kind: "rejected", ...placeOf(record), reason });
	const leave = (record: WantedRecord, file: string) =>
		found.outcomes.push({ kind: "unchanged", ...placeOf(record), file, clashes: [] });
	for (const record of records) {
		const key = keyOf(record);
		const before = first.get(key);
		const entry = known.named(record);
		if (before !== undefined) reject(record, `is the paper at ${before}`);
		else if (entry !== undefined && !refresh) leave(record, entry);
		else open.push({ record, entry });
		if (before === undefined) first.set(key, `${record.file}:${record.line}`);
	}
	if (open.length === 0) return found;

	const answers = await lookUp(open.map(({ record: { kind, id } }) => ({ kind, id })));
	let later = 0;
	for (const { record, entry } of open) {
		const answer = answers.get(keyOf(record)) ?? { reason: "there was no answer" };
		const place = `${record.file}:${record.line}`;
		if ("paper" in answer) {
			const { line } = record;
			const title = { ...answer.paper.title, line, column: 1 };
			const abstract = { ...answer.paper.abstract, line, column: 1 };
			found.papers.push({ paper: { ...answer.paper, title, abstract }, record });
			if (answer.note) found.notes.push(`${place}: ${answer.note}`);
		} else if (entry !== undefined) {
			leave(record, entry);
			found.notes.push(`${place}: ${entry} is not brought up to date: ${answer.reason}`);
		} else {
			reject(record, answer.reason);
			if ("later" in answer) later++;
		}
	}
	if (later > 0) {
		found.notes.push(
			`${papersCount(later)} could not be looked up now. Nothing is lost: the next npm run import asks again`,
		);
	}
	return found;
}
