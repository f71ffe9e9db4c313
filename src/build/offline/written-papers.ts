import { readFileSync } from "node:fs";
import path from "node:path";
import type { z } from "zod";
import type { partJsonSchema } from "../../exports/contracts.ts";
import type { PapersJson } from "../../exports/papers-json.ts";

/** Every paper and the topics of a site that was built into `folder`: where `/papers.json` is an index, from its parts. */
export function writtenPapers(folder: string): Pick<PapersJson, "papers" | "topics"> {
	const read = (file: string) => JSON.parse(readFileSync(path.join(folder, file), "utf8"));
	const { papers, topics, total, parts }: PapersJson = read("papers.json");
	if (papers.length === total) return { papers, topics };
	const all = parts.flatMap((_, index) => {
		const part: z.infer<typeof partJsonSchema> = read(`papers/part/${index + 1}.json`);
		return part.papers;
	});
	return { papers: all, topics };
}
