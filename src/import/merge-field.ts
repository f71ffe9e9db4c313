import { completes } from "../paper/dates.ts";

/** Who wins where a person and a source have both changed a field: see `mergeField`. */
export type Decision = "ours" | "theirs";

/** Digests of a field: absent where it has no value, or where the source has never given one. */
export interface FieldState {
	/** Of the value that the source last gave. */
	last: string | undefined;
	/** Of the value in the entry. */
	ours: string | undefined;
	/** Of the value that the source gives now. */
	theirs: string | undefined;
	/** Another source gave the field, and the entry has it as that source gave it, or a person has edited it. */
	owned: false | "as given" | "edited";
	/** Whose value says more, where the one completes the other, as a day does its month: see {@link moreOf}. */
	more?: "ours" | "theirs" | undefined;
}

/** What becomes of a field. */
export interface MergedField {
	/** Whose value the entry has from now on; that of the source may be none. */
	value: "ours" | "theirs";
	/** What the source last gave, from now on. */
	last: string | undefined;
	/** Person and source differ, and nobody has decided. */
	clash?: true;
}

/** Which of two values of a field says more and does not contradict the other; only dates can. */
export function moreOf(field: string, ours: unknown, theirs: unknown): FieldState["more"] {
	if (field !== "date") return undefined;
	if (completes(String(ours), String(theirs))) return "ours";
	return completes(String(theirs), String(ours)) ? "theirs" : undefined;
}

/**
 * Merges one field of one source, by the first row that fits. `–` is no value.
 *
 * | last | in the entry | source now | becomes | last becomes | because |
 * |---|---|---|---|---|---|
 * | d | o, as another source gave it | any | ours | – | the other has completed what this one gave |
 * | – | o, not an edit of another source's | t, which completes o | theirs | t | 2026-05-11 says all that 2026 does |
 * | – | any | any, and another source gave the field | ours | – | one field follows one source |
 * | – | any | – | ours | – | the source has nothing to say |
 * | – | – | t | theirs | t | what is missing is filled in |
 * | – | o | t | ours | t | a person was first; a later change of the source is a clash |
 * | d | – | – | ours | d | so that no source fills in what a person has deleted |
 * | d | t | t | ours | t | both agree |
 * | d | any | d | ours | d | the source has not changed, so what differs is a person's |
 * | d | d | t or – | theirs | t or – | nobody has edited it: it follows its source |
 * | d | o | t, which completes o | theirs | t | both have changed, and agree |
 * | d | o | t, which o completes | ours | t | both have changed, and agree |
 * | d | o or – | t or – | clash | d | both have changed |
 *
 * A clash keeps what the entry has, and comes back at every import until somebody decides:
 * `theirs` takes the value of the source, `ours` notes it and is not asked again.
 */
export function mergeField(state: FieldState, decision?: Decision): MergedField {
	const { last, ours, theirs, owned, more } = state;
	if (last === undefined) {
		if (more === "theirs" && owned !== "edited") return { value: "theirs", last: theirs };
		if (owned || theirs === undefined) return { value: "ours", last };
		return { value: ours === undefined ? "theirs" : "ours", last: theirs };
	}
	if (owned === "as given" && last !== ours) return { value: "ours", last: undefined };
	if (ours === theirs) return { value: "ours", last: theirs ?? last };
	if (theirs === last) return { value: "ours", last };
	if (ours === last || more === "theirs") return { value: "theirs", last: theirs };
	if (more === "ours") return { value: "ours", last: theirs };
	if (decision === "theirs") return { value: "theirs", last: theirs };
	if (decision === "ours") return { value: "ours", last: theirs };
	return { value: "ours", last, clash: true };
}
