/**
 * Where a page came from: the site itself; this browser, as it was last `seen`; or a
 * copy of the collection, of which `set` is the name and `taken` the time when it was taken. Times are ISO 8601.
 */
export type Origin =
	| { from: "network" }
	| { from: "seen"; seen: string }
	| { from: "copy"; set: string; taken: string };

/** Asks the service worker where this page came from: answered on the port that comes with it. */
export const ASK_ORIGIN = "offprint:origin";

/** Asks it to keep a page that was opened before there was a worker: `{ type, urls }`. */
export const KEEP = "offprint:keep";

/** Asks it to delete copies that are neither current nor open in any window. */
export const TIDY = "offprint:tidy";
