import { size, sizeOf } from "./words.ts";

/** Why a copy could not be taken; the message says what is missing and how to mend it. */
export class CopyFailure extends Error {
	override name = "CopyFailure";
	/** True when the parts on the site may have been replaced while they were downloaded. */
	readonly maybeReplaced: boolean;

	constructor(message: string, maybeReplaced = false) {
		super(message);
		this.maybeReplaced = maybeReplaced;
	}
}

const RETRY = "What has come is kept: continue when you like.";

/** Each failure and its message. `part` is `part 2 of 5`. */
export const failures = {
	unreachable: (what: string) =>
		new CopyFailure(`The site cannot be reached: ${what} did not come. ${RETRY}`),
	noManifest: () =>
		new CopyFailure(
			"The site cannot be reached: the list of what belongs to the copy (offline.json) did not come. Try again when there is a connection.",
		),
	missing: (what: string) =>
		new CopyFailure(
			`The site does not have ${what} (404). It may have been published anew just now: try again in some minutes.`,
			true,
		),
	refused: (what: string, status: number) =>
		new CopyFailure(`The site refused ${what} (status ${status}). Try again later. ${RETRY}`, true),
	page: (what: string) =>
		new CopyFailure(
			`A page came instead of ${what}. A network that asks you to sign in may do this: open the site in another window, sign in, then continue.`,
			true,
		),
	stopped: (what: string, here: number, all: number) =>
		new CopyFailure(
			`The connection broke off in ${what}, after ${sizeOf(here, all)}. ${RETRY}`,
			true,
		),
	short: (what: string, here: number, all: number) =>
		new CopyFailure(
			`${capital(what)} has ${here} bytes instead of ${all}, and was not kept. Try again; if it happens again, tell whoever keeps this site.`,
			true,
		),
	altered: (what: string) =>
		new CopyFailure(
			`${capital(what)} is not what the site announced (its SHA-256 differs), and was not kept. Try again; if it happens again, tell whoever keeps this site.`,
			true,
		),
	manifest: (why: string) =>
		new CopyFailure(
			`The site’s list of what belongs to the copy (offline.json) cannot be used: ${why}. Reload this page and try again; if it happens again, tell whoever keeps this site.`,
		),
	full: (needed: number, free: number | undefined) =>
		new CopyFailure(
			`The copy needs ${size(needed)}, and this browser has ${free === undefined ? "no room for it" : `${size(free)} left for this site`}. Nothing was kept of it. Free some space on this device, then try again.`,
		),
};

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
