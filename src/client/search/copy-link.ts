import { base, originOfPage } from "../offline/registration.ts";
import { Store } from "../offline/store.ts";
import { element } from "./dom.ts";
import { searchAddress } from "./engine.ts";
import { place } from "./place.ts";
import type { SearchState } from "./state.ts";

/**
 * Where a search that failed can be had from the copy on this device: a link to it, or, where
 * this page is of the copy already, to where the copy is repaired. Nothing where there is no copy.
 */
export async function copyLink(state: SearchState): Promise<HTMLAnchorElement | undefined> {
	if (!navigator.serviceWorker?.controller) return undefined;
	if (!(await new Store(base).get("current"))) return undefined;
	const { from } = await originOfPage();
	return from === "copy"
		? element("a", { href: place.link("/offline/") }, "Check the copy on this device")
		: element("a", { href: `${searchAddress(state)}&copy` }, "Open the search in your copy");
}
