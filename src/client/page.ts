import { startCiting } from "./citing/start.ts";
import { startKeyboard } from "./reading/keyboard.ts";
import { startSaving } from "./reading/saving.ts";
import { startSharing } from "./reading/sharing.ts";
import { startTheme } from "./reading/theme.ts";
import { startView } from "./reading/view.ts";
import { markNew } from "./reading/visits.ts";

startTheme();
startView();
startSaving();
startSharing();
startCiting();
startKeyboard();
markNew();
// Back from a paper that the dialog found.
if (location.hash.startsWith("#search=")) {
	void import("./search/dialog.ts").then(({ openDialog }) => openDialog());
}
if (location.search.includes("highlight=")) {
	void import("./search/highlight.ts").then(({ highlight }) => highlight(location.search));
}

// What no reader waits for; Safari has no requestIdleCallback.
const later = globalThis.requestIdleCallback ?? setTimeout;
later(() => import("./offline/start.ts"));
