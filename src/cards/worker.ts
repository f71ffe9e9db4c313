import { parentPort } from "node:worker_threads";
import { drawCard } from "./card.ts";
import type { CardText } from "./text.ts";

/** Draws one card for each message; an error ends the worker and reaches whoever asked. */
parentPort?.on("message", (text: CardText) => {
	parentPort?.postMessage(drawCard(text));
});
