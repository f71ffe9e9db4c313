import type { z } from "zod";
import type { topicsJsonSchema } from "./contracts.ts";

/** `/topics.json`: topics in the order given, each with the ids of its papers. `addressOf` gives a topic's absolute address. */
export function topicsJson(
	topics: readonly { id: string; name: string; description: string; papers: string[] }[],
	addressOf: (id: string) => string,
): z.infer<typeof topicsJsonSchema> {
	return {
		version: 1,
		topics: topics.map(({ id, name, description, papers }) => ({
			id,
			name,
			description,
			url: addressOf(id),
			papers,
		})),
	};
}
