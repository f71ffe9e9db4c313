import { digestOf } from "../entry/digest.ts";
import type { ListedIn } from "../paper/schema.ts";
import type { Given } from "./merge.ts";

/**
 * What is left to other listings when those that are gone give up each field that the given one
 * has: a field that a person has deleted stays theirs, so that no source fills it in. `unedited`
 * has the digests of the fields that still are what they gave.
 */
export function leftBy(
	others: readonly ListedIn[],
	{ fields: theirs, insteadOf = [] }: Given,
	ours: ReadonlyMap<string, unknown>,
): { others: ListedIn[]; unedited: Map<string, string> } {
	const unedited = new Map<string, string>();
	const left = others.map((source) => {
		if (!insteadOf.includes(source.listing)) return source;
		const all = Object.entries(source.digests ?? {});
		const kept = all.filter(([field]) => !theirs.has(field) || !ours.has(field));
		if (kept.length === all.length) return source;
		for (const [field, digest] of all) {
			const isSame = ours.has(field) && digestOf(ours.get(field)) === digest;
			if (theirs.has(field) && isSame) unedited.set(field, digest);
		}
		const hasText = kept.some(([field]) => field === "title" || field === "abstract");
		return {
			...source,
			digests: kept.length > 0 ? Object.fromEntries(kept) : undefined,
			repairs: hasText ? source.repairs : undefined,
		};
	});
	return { others: left, unedited };
}

/** A listing that no longer gives a field: one field follows one source. */
export function withoutField(source: ListedIn, field: string): ListedIn {
	if (source.digests?.[field] === undefined) return source;
	const left = Object.entries(source.digests).filter(([name]) => name !== field);
	return { ...source, digests: left.length > 0 ? Object.fromEntries(left) : undefined };
}
