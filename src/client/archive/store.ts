import { cookieStore } from "./cookie-store.ts";

// Firefox gives every file of a folder a localStorage of its own, so that a paper saved on one
// page would not stand in the list on another; cookies are of all files. Chromium has one
// localStorage for all files, and no cookies for them.
const store = cookieStore();
if (store) {
	globalThis.offprintStore = store;
	for (const name of ["theme", "view"]) {
		const value = store.getItem(`offprint:${name}`);
		if (value) document.documentElement.dataset[name] = value;
	}
}
