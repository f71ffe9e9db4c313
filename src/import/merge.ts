import { digestOf } from "../entry/digest.ts";
import { fieldsIn, frontMatterIn } from "../entry/fields.ts";
import { readEntry } from "../entry/read.ts";
import { commentsIn, type ValuePath, withAbstract, withValue } from "../entry/splice.ts";
import { yamlOf } from "../entry/write.ts";
import { lineOf } from "../entry/yaml-places.ts";
import type { ListedIn } from "../paper/schema.ts";
import { type Decision, type FieldState, mergeField, moreOf } from "./merge-field.ts";
import { leftBy, withoutField } from "./take-over.ts";

/** What a source says of a paper. */
export interface Given {
	/** Where the paper is listed, with the keys of its records and the repairs of its texts. */
	source: Pick<ListedIn, "listing" | "listed" | "keys" | "repairs">;
	/** The fields as the importer would write them, see `fieldsIn`. */
	fields: ReadonlyMap<string, unknown>;
	/** Ids that its records would have as entries of their own. */
	ids: readonly string[];
	/** Listings that no longer give the paper: it takes over what of theirs nobody has edited. */
	insteadOf?: readonly string[];
}

/** A field that a person and a source have both changed. */
export interface Clash {
	file: string;
	/** Where the field stands in the entry. */
	line: number;
	/** `title`, `links.doi`, `abstract` … */
	field: string;
	/** In the entry, as it would be written; `undefined` where a person has deleted it. */
	ours: string | undefined;
	/** At the source; `undefined` where it no longer gives any. */
	theirs: string | undefined;
}

/** An entry into which a source was merged. */
export interface Merged {
	text: string;
	/** The entry says something else than the source, because a person wrote so. */
	edited: boolean;
	clashes: Clash[];
	/** Why the entry was left as it is. */
	note?: string;
}

/**
 * Merges what a source says into an entry, field by field (`mergeField`), and notes in
 * `source` or `otherSources` what it gave. All else in the file stays byte for byte. An entry
 * that cannot be read, or would not read back as was meant, is left as it is.
 */
export function mergeEntry(file: string, text: string, given: Given, decision?: Decision): Merged {
	const asItIs = (note: string): Merged => ({ text, edited: true, clashes: [], note });
	const [problem] = readEntry(file, text).issues;
	const fields = problem ? undefined : fieldsIn(text);
	const frontMatter = frontMatterIn(text);
	if (!fields || !frontMatter) {
		const place = `${file}:${problem?.line ?? 1}:${problem?.column ?? 1}`;
		return asItIs(
			`${place} left as it is, since it cannot be read: ${problem?.message ?? "no entry"}`,
		);
	}
	const { sources, at, own } = placeOfSource(frontMatter, given.source.listing);
	const last = new Map(Object.entries(own?.digests ?? {}));
	const others = sources.filter((source) => source !== own);
	let { others: left, unedited } = leftBy(others, given, fields);
	for (const [field, digest] of unedited) if (!last.has(field)) last.set(field, digest);
	const givenByOthers = left.flatMap(({ digests = {} }) => Object.entries(digests));
	const free = !last.has("authors") && !givenByOthers.some(([field]) => field === "authors");
	// Names say more than their number, which stays only where a person has written it.
	const named = fields.has("authors") || (given.fields.has("authors") && free);

	let merged = text;
	let edited = false;
	const clashes: Clash[] = [];
	const meant = new Map(fields);
	if (named) {
		const digest = digestOf(fields.get("authorCount") ?? null);
		const counts = left.some(({ digests }) => digests?.authorCount === digest);
		if (fields.has("authorCount") && (counts || last.get("authorCount") === digest)) {
			left = left.map((source) => withoutField(source, "authorCount"));
			last.delete("authorCount");
			merged = withField(merged, "authorCount", undefined);
			meant.delete("authorCount");
		}
	}
	for (const field of new Set([...last.keys(), ...given.fields.keys()])) {
		if (named && field === "authorCount") continue;
		const [ours, theirs] = [fields.get(field), given.fields.get(field)];
		const digest = ours === undefined ? undefined : digestOf(ours);
		const byOthers = givenByOthers.flatMap(([name, last]) => (name === field ? [last] : []));
		const state: FieldState = {
			last: last.get(field),
			ours: digest,
			theirs: theirs === undefined ? undefined : digestOf(theirs),
			owned: byOthers.length > 0 && (byOthers.includes(digest ?? "") ? "as given" : "edited"),
			more: moreOf(field, ours, theirs),
		};
		const result = mergeField(state, decision);
		if (result.last === undefined) last.delete(field);
		else last.set(field, result.last);
		if (result.value === "theirs") {
			left = left.map((source) => withoutField(source, field));
			merged = withField(merged, field, theirs);
			if (theirs === undefined) meant.delete(field);
			else meant.set(field, theirs);
		} else if (state.ours !== state.theirs && result.last !== undefined) {
			edited = true;
			if (result.clash)
				clashes.push({ file, line: 1, field, ours: shown(ours), theirs: shown(theirs) });
		}
	}

	const asGiven = ["title", "abstract"].every(
		(field) => digestOf(meant.get(field) ?? "") === digestOf(given.fields.get(field) ?? ""),
	);
	const note: ListedIn = {
		...given.source,
		keys: given.source.keys ?? own?.keys,
		repairs:
			asGiven && (last.has("title") || last.has("abstract")) ? given.source.repairs : own?.repairs,
		records: recordsOf(file, frontMatter, own, given.ids),
		digests: inOrderOf(last, meant),
	};
	for (const [index, source] of others.entries()) {
		const { digests, repairs } = left[index] ?? source;
		const path = placeOfSource(frontMatter, source.listing).at;
		if (source.digests !== digests) merged = withValue(merged, [...path, "digests"], digests);
		if (source.repairs !== repairs) merged = withValue(merged, [...path, "repairs"], repairs);
	}
	const sameKeys = withSource(merged, at, own, { ...note, keys: own?.keys });
	// Keys alone are no reason to change an entry that had none.
	const onlyKeys = own && !own.keys && sameKeys === text;
	merged = onlyKeys ? text : withSource(merged, at, own, note);

	const wrong = merged === text ? undefined : notAsMeant(file, text, merged, meant);
	if (wrong)
		return asItIs(`${file}:1:1 left as it is, since the change would not read back: ${wrong}`);
	return {
		text: merged,
		edited,
		clashes: clashes.map((clash) => ({ ...clash, line: lineOf(merged, pathOf(clash.field)) })),
	};
}

/** The listings of an entry, and where one of them stands or would stand. */
function placeOfSource(frontMatter: Record<string, unknown>, listing: string) {
	// The entry could be read: both have the form of the schema.
	const first = frontMatter.source as ListedIn | undefined;
	const more = (frontMatter.otherSources ?? []) as ListedIn[];
	const sources = [...(first ? [first] : []), ...more];
	const own = sources.find((source) => source.listing === listing);
	const index = own ? more.indexOf(own) : more.length;
	const at: ValuePath = own === first ? ["source"] : ["otherSources", index];
	return { sources, own, at };
}

/** The ids of the listing's records, but for the entry's own, which needs no note. */
function recordsOf(
	file: string,
	{ aliases }: Record<string, unknown>,
	own: ListedIn | undefined,
	ids: readonly string[],
): string[] | undefined {
	const known = own?.records ?? [];
	const name = /([^/\\]+)\.mdx$/.exec(file)?.[1] ?? "";
	const there = new Set([name, ...((aliases ?? []) as string[]), ...known]);
	const records = [...known, ...new Set(ids.filter((id) => !there.has(id)))];
	return records.length > 0 ? records : undefined;
}

/** Digests in the order of the entry's fields, so that equal ones are written alike. */
function inOrderOf(
	last: ReadonlyMap<string, string>,
	fields: ReadonlyMap<string, unknown>,
): Record<string, string> | undefined {
	if (last.size === 0) return undefined;
	const names = [...new Set([...last.keys(), ...fields.keys()])].filter((field) => last.has(field));
	return Object.fromEntries(names.map((field) => [field, last.get(field) ?? ""]));
}

function withSource(
	text: string,
	at: ValuePath,
	own: ListedIn | undefined,
	note: ListedIn,
): string {
	const facts = Object.entries(note).filter(([, value]) => value !== undefined);
	if (!own) return withValue(text, at, Object.fromEntries(facts));
	let merged = text;
	for (const key of ["listed", "keys", "records", "repairs", "digests"] as const) {
		if (digestOf(own[key] ?? null) !== digestOf(note[key] ?? null)) {
			merged = withValue(merged, [...at, key], note[key]);
		}
	}
	return merged;
}

function withField(text: string, field: string, value: unknown): string {
	return field === "abstract"
		? withAbstract(text, value as string | undefined)
		: withValue(text, pathOf(field), value);
}

function pathOf(field: string): string[] {
	return field.split(".");
}

function shown(value: unknown): string | undefined {
	return value === undefined || typeof value === "string" ? value : yamlOf(value);
}

/** What is wrong with a merged entry: it has to read, to hold the fields meant and all comments. */
function notAsMeant(
	file: string,
	before: string,
	after: string,
	meant: ReadonlyMap<string, unknown>,
): string | undefined {
	const [problem] = readEntry(file, after).issues;
	if (problem) return problem.message;
	const fields = fieldsIn(after) ?? new Map();
	for (const field of new Set([...meant.keys(), ...fields.keys()])) {
		if (digestOf(fields.get(field) ?? null) !== digestOf(meant.get(field) ?? null)) return field;
	}
	const comments = commentsIn(after);
	return commentsIn(before).find((comment) => !comments.includes(comment));
}
