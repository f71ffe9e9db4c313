import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { type CardText, DESIGN } from "./text.ts";

/** Cards on disk, each drawn once for what it says. */
export interface CardCache {
	/** The card's PNG: read where it is there, otherwise drawn and kept. */
	png(text: CardText): Promise<Buffer>;
	/** Removes every card but those of these texts. */
	keepOnly(texts: Iterable<CardText>): Promise<void>;
}

/** A file that a build wrote halfway and left can go after this time, in milliseconds. */
const ABANDONED = 60 * 60 * 1000;

/** What decides, beside the text, how a card looks. */
const require = createRequire(import.meta.url);
const DRAWN_BY = [
	DESIGN,
	...["satori", "@resvg/resvg-js", "@fontsource/source-serif-4"].map(
		(name) => require(`${name}/package.json`).version,
	),
];

/**
 * A cache of cards in a folder. A card's file is named by a check sum of its text,
 * the design and the packages that draw, so it is never out of date; it is written
 * whole or not at all, and not touched again.
 */
export function cardCache(folder: string, draw: (text: CardText) => Promise<Buffer>): CardCache {
	return {
		async png(text) {
			const file = path.join(folder, nameOf(text));
			const kept = await readIfThere(file);
			if (kept) return kept;
			const png = await draw(text);
			await mkdir(folder, { recursive: true });
			const writing = `${file}.${randomUUID()}.tmp`;
			await writeFile(writing, png);
			await rename(writing, file);
			return png;
		},
		async keepOnly(texts) {
			const kept = new Set([...texts].map(nameOf));
			for (const name of await filesOf(folder)) {
				const file = path.join(folder, name);
				// Another build may be writing at this moment.
				const stale = name.endsWith(".tmp") ? await isAbandoned(file) : !kept.has(name);
				if (stale) await rm(file, { force: true });
			}
		},
	};
}

function nameOf({ kicker, title, byline, footer }: CardText): string {
	const key = JSON.stringify([DRAWN_BY, kicker, title, byline, footer]);
	return `${createHash("sha256").update(key).digest("hex").slice(0, 32)}.png`;
}

async function isAbandoned(file: string): Promise<boolean> {
	try {
		return Date.now() - (await stat(file)).mtimeMs > ABANDONED;
	} catch {
		return false;
	}
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
	try {
		return await readFile(file);
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
		throw cause;
	}
}

async function filesOf(folder: string): Promise<string[]> {
	try {
		return await readdir(folder);
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === "ENOENT") return [];
		throw cause;
	}
}
