import { parentPort } from "node:worker_threads";
import type { Citable } from "../../paper/citations.ts";
import { styledTexts } from "./styles.ts";

/** Sets the citations of each message in every style; an error ends the worker and reaches whoever asked. */
parentPort?.on("message", (citables: Citable[]) => {
	parentPort?.postMessage(styledTexts(citables));
});
