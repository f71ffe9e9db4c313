import { read, write } from "../storage.ts";

/** A paper that a reader has saved: enough to show it without asking for its page. */
export interface SavedPaper {
	/** Path of the paper's page, base path included. */
	url: string;
	title: string;
	byline: string;
}

/** The saved papers, in the order in which they were saved. What is damaged is left out. */
export function savedPapers(): SavedPaper[] {
	try {
		const papers: unknown = JSON.parse(read("saved") ?? "[]");
		return Array.isArray(papers) ? papers.filter(isSaved) : [];
	} catch {
		return [];
	}
}

/** Saves a paper, or takes it from the list if it is there. True when it is saved now. */
export function toggleSaved(paper: SavedPaper): boolean {
	const papers = savedPapers();
	const others = papers.filter(({ url }) => url !== paper.url);
	const saved = others.length === papers.length;
	write("saved", JSON.stringify(saved ? [...others, paper] : others));
	return saved;
}

function isSaved(value: unknown): value is SavedPaper {
	if (!value || typeof value !== "object") return false;
	const { url, title, byline } = value as Record<string, unknown>;
	// An address of another site has no place in the list, wherever it came from.
	return (
		typeof url === "string" &&
		/^\/(?!\/)/.test(url) &&
		typeof title === "string" &&
		typeof byline === "string"
	);
}
