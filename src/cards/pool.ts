import path from "node:path";
import { workerPool } from "../workers/pool.ts";
import type { CardText } from "./text.ts";

/** From the working folder: what draws must be the source, wherever this file was bundled to. */
const DRAWER = path.resolve("src/cards/worker.ts");

/**
 * A function that draws cards beside the main thread. A picture is megabytes while it is
 * drawn, which in the heap of a whole build would cost more to clear away than to draw.
 */
export function cardPool(size?: number): (text: CardText) => Promise<Buffer> {
	const draw = workerPool<CardText, Uint8Array>(DRAWER, size);
	return async (text) => Buffer.from(await draw(text));
}
