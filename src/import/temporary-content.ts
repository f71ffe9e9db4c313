import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { type ContentFolder, contentFolder } from "../entry/folder.ts";
import { IssuesError } from "../paper/issues.ts";

/** A content folder with these files for the time of one test. */
export function temporaryContent(files: Record<string, string | Uint8Array>): ContentFolder {
	const root = mkdtempSync(path.join(tmpdir(), "content-"));
	// Thousands of entries take a while to delete.
	onTestFinished(() => rmSync(root, { recursive: true }), 60_000);
	for (const [name, content] of Object.entries({ "topics.yaml": "[]\n", ...files })) {
		const file = path.join(root, name);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, content);
	}
	return contentFolder(root);
}

/** Everything in `papers/`, hidden files too: name to text. Empty where there is no such folder. */
export function papersIn(folder: ContentFolder): Record<string, string> {
	const names = readdirSync(folder.root).includes("papers") ? readdirSync(folder.papers) : [];
	return Object.fromEntries(
		names.sort().map((name) => [name, readFileSync(path.join(folder.papers, name), "utf8")]),
	);
}

/** The message that stops `action`, with the folder named `content` as in a real project. */
export async function refusal(folder: ContentFolder, action: () => unknown): Promise<string> {
	try {
		await action();
	} catch (cause) {
		if (cause instanceof IssuesError) return cause.message.replaceAll(folder.root, "content");
		throw cause;
	}
	throw new Error("nothing was refused");
}

/** A Daily Papers page as text, with these records. */
export function listing(...records: string[]): string {
	const head = ["new", "Subscribe", "Daily Papers", "byAK and the research community", "Jul 1"];
	return `${[...head, ...records].join("\n\n")}\n`;
}

/** A record of such a page. */
export function record(title: string, abstract: string, when = "Jun 10"): string {
	return `${title}\n\n${abstract}\n\n  • 7 authors\n·\n${when}`;
}
