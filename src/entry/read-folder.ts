import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { compare, type Issue, nearest } from "../paper/issues.ts";
import type { Topic } from "../paper/topics.ts";
import type { ContentFolder } from "./content-folder.ts";
import { type Entry, readEntry } from "./read.ts";

/** Entries of a folder, in the order of their ids, with every problem in any of them. */
export interface ReadFolder {
	entries: Entry[];
	issues: Issue[];
}

/**
 * Reads `papers/` with its subfolders and checks what no entry can know alone:
 * topics exist, and every id and alias is one paper's. `base` is the site's base path.
 */
export function readPapers(
	folder: ContentFolder,
	topics: readonly Topic[],
	base: string,
): ReadFolder {
	const issues: Issue[] = [];
	const entries: Entry[] = [];
	const known = new Map(topics.map(({ id, name }) => [id, name]));
	const owners = new Map<string, string>();
	for (const file of entryFiles(folder.papers)) {
		const read = readEntry(file, readFileSync(file, "utf8"), base);
		issues.push(...read.issues);
		const id = path.posix.basename(file, ".mdx");
		const claims = [id, ...(read.entry?.paper.aliases ?? [])];
		for (const claim of claims) {
			const owner = owners.get(claim);
			owners.set(claim, owner ?? file);
			if (!owner) continue;
			issues.push({
				file,
				line: 1,
				column: 1,
				message: `unexpected second entry with the id ${JSON.stringify(claim)}, expected one: ${owner} has it too`,
				fix: "Merge the two files, or rename one if they are different papers.",
			});
		}
		if (!read.entry) continue;
		issues.push(...unknownTopics(read.entry, known));
		entries.push(read.entry);
	}
	return { entries: entries.sort((a, b) => compare(a.paper.id, b.paper.id)), issues };
}

function unknownTopics(entry: Entry, known: ReadonlyMap<string, string>): Issue[] {
	const lines = readFileSync(entry.file, "utf8").split(/\r\n?|\n/);
	return entry.paper.topics
		.filter((topic) => !known.has(topic))
		.map((topic) => {
			const from = lines.findIndex((line) => line.startsWith("topics:"));
			const row = lines.findIndex((line, index) => index >= from && line.includes(topic));
			const guess = nearest(topic, known.keys());
			return {
				file: entry.file,
				line: Math.max(row, 0) + 1,
				column: Math.max(lines[row]?.indexOf(topic) ?? 0, 0) + 1,
				message: `unexpected topic ${JSON.stringify(topic)}, expected one of ${[...known.keys()].join(", ")}`,
				fix: guess
					? `Did you mean ${JSON.stringify(guess)}? A new topic is added in topics.yaml.`
					: "Choose one of these, or add the topic to topics.yaml.",
			};
		});
}

/** Every `.mdx` below a folder, in the order of paths; hidden files are none. */
function entryFiles(folder: string): string[] {
	let items: ReturnType<typeof list>;
	try {
		items = list(folder);
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === "ENOENT") return [];
		throw cause;
	}
	return items.flatMap((item) => {
		const at = path.posix.join(folder, item.name);
		if (item.name.startsWith(".")) return [];
		if (item.isDirectory()) return entryFiles(at);
		return item.name.endsWith(".mdx") ? [at] : [];
	});
}

function list(folder: string) {
	return readdirSync(folder, { withFileTypes: true }).sort((a, b) => compare(a.name, b.name));
}
