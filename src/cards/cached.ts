import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { readSealed, sweep, writeSealed } from "../cache/sealed.ts";
import { type CardText, DESIGN } from "./text.ts";

/** Cards on disk, each drawn once for what it says. */
export interface CardCache {
	/** The card's PNG: read where it is there, otherwise drawn and kept. */
	png(text: CardText): Promise<Buffer>;
	/** Removes every card but those of these texts. */
	keepOnly(texts: Iterable<CardText>): void;
}

/** What decides, beside the text, how a card looks. */
const DRAWN_BY = [
	DESIGN,
	...["harfbuzzjs", "@resvg/resvg-js", "@fontsource/source-serif-4"].map(
		(name) =>
			JSON.parse(readFileSync(path.resolve("node_modules", name, "package.json"), "utf8")).version,
	),
];

/**
 * A cache of cards in a folder. A card's file is named by a check sum of its text,
 * the design and the packages that draw, so it is never out of date, and not touched again.
 */
export function cardCache(folder: string, draw: (text: CardText) => Promise<Buffer>): CardCache {
	return {
		async png(text) {
			const file = path.join(folder, nameOf(text));
			const kept = readSealed(file);
			if (kept) return kept;
			const png = await draw(text);
			writeSealed(file, png);
			return png;
		},
		keepOnly(texts) {
			const kept = new Set([...texts].map(nameOf));
			sweep(folder, (name) => kept.has(name));
		},
	};
}

function nameOf({ kicker, title, byline, footer }: CardText): string {
	const key = JSON.stringify([DRAWN_BY, kicker, title, byline, footer]);
	return `${createHash("sha256").update(key).digest("hex").slice(0, 32)}.card`;
}
