import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { compare } from "../paper/issues.ts";

/** Where the parts of a content folder lie. Paths are relative to the working folder. */
export interface ContentFolder {
	root: string;
	collection: string;
	topics: string;
	sources: string;
	listings: string;
	papers: string;
	pages: string;
	/** Pictures of entries. */
	images: string;
	/** Every id that was ever published, one a line. */
	ids: string;
}

/** The content folder: `content/`, or what the environment variable OFFPRINT_CONTENT names. */
export function contentFolder(root = process.env.OFFPRINT_CONTENT || "content"): ContentFolder {
	const at = (name: string) => path.posix.join(root.replaceAll("\\", "/"), name);
	return {
		root,
		collection: at("collection.yaml"),
		topics: at("topics.yaml"),
		sources: at("sources"),
		listings: at("sources/listings.yaml"),
		papers: at("papers"),
		pages: at("pages"),
		images: at("images"),
		ids: at("ids.txt"),
	};
}

/** The pages of prose, in the order of their names; a folder without any is fine. */
export function proseFiles({ pages }: ContentFolder): string[] {
	try {
		return readdirSync(pages)
			.filter((name) => name.endsWith(".mdx") && !name.startsWith("."))
			.sort(compare)
			.map((name) => path.posix.join(pages, name));
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === "ENOENT") return [];
		throw cause;
	}
}

/** Text of a file, or `undefined` when there is none. */
export function readIfThere(file: string): string | undefined {
	try {
		return readFileSync(file, "utf8");
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
		throw cause;
	}
}

/** Every `.mdx` below a folder, in the order of paths; hidden files are none. */
export function entryFiles(folder: string): string[] {
	return filesIn(folder).filter(isEntry);
}

/** Whether a file is an entry, by its name. */
export function isEntry(file: string): boolean {
	return file.endsWith(".mdx");
}

/** All files below a folder, in the order of paths, but hidden ones; none where it is not there. */
export function filesIn(folder: string): string[] {
	let items: ReturnType<typeof list>;
	try {
		items = list(folder);
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === "ENOENT") return [];
		throw cause;
	}
	return items.flatMap((item) => {
		const at = `${folder}/${item.name}`;
		if (item.name.startsWith(".")) return [];
		return item.isDirectory() ? filesIn(at) : [at];
	});
}

function list(folder: string) {
	return readdirSync(folder, { withFileTypes: true }).sort((a, b) => compare(a.name, b.name));
}
