import path from "node:path";
import { cardCache } from "../../cards/cached.ts";
import { cardPool } from "../../cards/pool.ts";
import type { CardText } from "../../cards/text.ts";
import { siteOf } from "../../collection/site.ts";

/** The cards that builds before this one drew. */
export const cards = cardCache(path.join(siteOf().cacheDir, "cards"), cardPool());

/** A card as an endpoint answers with it. */
export async function answerWith(text: CardText): Promise<Response> {
	const png = await cards.png(text);
	return new Response(new Uint8Array(png), { headers: { "Content-Type": "image/png" } });
}
