import { type CollectionEntry, getCollection } from "astro:content";
import topicNames from "../topicNames.json";

export type Paper = CollectionEntry<"papers">;

export const topics: Record<string, { name: string; description: string }> = topicNames;

let sorted: Promise<Paper[]> | undefined;

/** All papers, newest first. */
export function newestFirst(): Promise<Paper[]> {
	sorted ??= getCollection("papers").then((papers) =>
		papers.sort((a, b) => b.data.date.getTime() - a.data.date.getTime()),
	);
	return sorted;
}

export async function ofTopic(id: string): Promise<Paper[]> {
	return (await newestFirst()).filter(({ data }) => data.topics.includes(id));
}

export function iso(date: Date): string {
	return date.toISOString().slice(0, 10);
}

/** Papers by day, month or year: the first 10, 7 or 4 characters of the date. */
export async function periods(length: number): Promise<Map<string, Paper[]>> {
	return Map.groupBy(await newestFirst(), ({ data }) => iso(data.date).slice(0, length));
}

/** What a feed says of the newest 50. */
export function feedItems(papers: Paper[]) {
	return papers.slice(0, 50).map((paper) => ({
		title: paper.data.title,
		link: `/papers/${paper.id}/`,
		pubDate: paper.data.date,
		description: paper.body ?? "",
	}));
}
