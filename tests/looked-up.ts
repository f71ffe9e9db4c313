import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { type ClientOptions, services } from "../src/import/lookup/client.ts";
import { type Identifier, identifierIn } from "../src/import/lookup/identifiers.ts";
import { lookUpAt } from "../src/import/lookup/look-up.ts";
import { type Reply, serveReplies } from "./api-server.ts";
import { fakeClock } from "./fake-clock.ts";

/** A folder for the time of one test. */
export function temporaryFolder(): string {
	const folder = mkdtempSync(path.join(tmpdir(), "look-up-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	return folder;
}

interface Setting extends ClientOptions {
	clock: ReturnType<typeof fakeClock>;
	cache: string;
}

/** Looks words up at a server, and tells what came of each in a line. */
export async function lookedUp(url: string, words: string[], options: Partial<Setting> = {}) {
	const setting = { clock: fakeClock(), cache: temporaryFolder(), timeout: 10_000, ...options };
	const at = services({ arxiv: url, crossref: url, ...setting });
	const wanted = words.map((word) => identifierIn(word) as Identifier);
	const found = await lookUpAt(at)(wanted);
	const lines = [...found].map(([key, result]) =>
		"paper" in result
			? [`${key}: “${result.paper.title.text}”`, result.note].filter(Boolean).join(" – ")
			: `${key}: ${result.reason}`,
	);
	return { lines: lines.map((line) => line.replaceAll(url, "<url>")), found, ...setting };
}

/** A server that gives these replies to whatever is asked. */
export const always = (...replies: Reply[]) => serveReplies(() => replies);
