import { listing, record, temporaryContent } from "./temporary-content.ts";

/** When its listings were seen. */
const listings = "a.txt: {listed: 2026-07-01}\nb.txt: {listed: 2026-07-01}\n";
/** A record with a slip that the importer mends. */
export const owl = record("On Owls", "Owls fly. Owls hunt 20times more.");
/** A record with comments. */
export const wren = record("On Wrens", "Wrens sing.", "May 11 2");

/** A content folder with a listing of two birds, and these files, for the time of one test. */
export const content = (files: Record<string, string> = {}) =>
	temporaryContent({
		"sources/listings.yaml": listings,
		"sources/a.txt": listing(owl, wren),
		...files,
	});
