import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import type { Reply } from "../../tests/api-server.ts";
import type { ContentFolder } from "../entry/folder.ts";
import { temporaryContent } from "../import/temporary-content.ts";

export const main = path.resolve("src/cli/main.ts");
const topics = "- {id: owls, name: Owls, description: Of owls., terms: [owls]}\n";
const collection =
	"title: T\ntagline: T.\nurl: https://example.org/\nrepository: https://example.org/code\n";

/** A content folder with one topic. */
export const content = (files: Record<string, string> = {}) =>
	temporaryContent({ "topics.yaml": topics, "collection.yaml": collection, ...files });

/** What the services know. */
export const replies = (asked: string): Reply | undefined => {
	if (asked.startsWith("/works/10.1000/swifts")) return { file: "crossref-work.json" };
	if (asked.startsWith("/works?")) return { file: "crossref-search.json" };
	if (asked.includes("ti:")) return { file: "arxiv-search.xml" };
	if (asked.includes("2301.00001")) return { file: "arxiv-one.xml" };
	return asked.startsWith("/api/") ? { file: "arxiv-none.xml" } : undefined;
};

/** A working folder of its own: what is looked up is kept below it. */
function workingFolder(): string {
	const folder = mkdtempSync(path.join(tmpdir(), "new-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	return folder;
}

/** Starts a command for which a server stands in for the services. */
export function start(
	folder: ContentFolder,
	url: string,
	command: string,
	args: string[],
): ChildProcess {
	return spawn(command, args, {
		cwd: workingFolder(),
		env: {
			...process.env,
			OFFPRINT_CONTENT: folder.root,
			OFFPRINT_ARXIV: url,
			OFFPRINT_CROSSREF: url,
			NO_COLOR: "1",
		},
	});
}

/** What `npm run new` prints and its exit code, without a terminal. */
export async function run(folder: ContentFolder, url: string, ...args: string[]): Promise<string> {
	const child = start(folder, url, process.execPath, [main, "new", ...args]);
	child.stdin?.end();
	let [out, err] = ["", ""];
	child.stdout?.on("data", (chunk) => (out += chunk));
	child.stderr?.on("data", (chunk) => (err += chunk));
	const code = await new Promise((resolve) => child.on("close", resolve));
	return `${out}${err && `stderr:\n${err}`}exit ${code}`.replaceAll(folder.root, "content");
}
