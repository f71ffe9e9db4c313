import path from "node:path";
import { workerPool } from "../workers/pool.ts";
import type { CardText } from "./text.ts";

/** From the working folder: what draws must be the source, wherever this file was bundled to. */
const DRAWER = path.resolve("src/cards/worker.ts");

/**
 * A function that draws cards beside the main thread, which has pages to render meanwhile.
 * Each worker keeps the glyphs that it drew.
 */
export function cardPool(size?: number): (text: CardText) => Promise<Buffer> {
	const draw = workerPool<CardText, Uint8Array>(DRAWER, size);
	return async (text) => Buffer.from(await draw(text));
}
