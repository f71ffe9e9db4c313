import { Notice, noticeText } from "./notice.ts";
import { base, canKeep, originOfPage, register, tidy } from "./registration.ts";
import { Store } from "./store.ts";
import { updateInBackground } from "./updating.ts";

/**
 * Loaded on every page once it is idle: registers the service worker, says so when the
 * page is not the site as it is now, and keeps the copy up to date.
 */
async function start(): Promise<void> {
	if (!canKeep()) return;
	const store = new Store(base);
	const notice = new Notice();
	const origin = await originOfPage();
	const tell = async () =>
		notice.show(noticeText(origin, navigator.onLine, await store.get("current")));
	await tell();
	addEventListener("offline", () => void tell());
	addEventListener("online", () => {
		if (origin.from === "network") notice.show("");
		else notice.show("The connection is back.", true);
	});
	await register();
	await updateInBackground(store);
	await tidy();
}

void start();
