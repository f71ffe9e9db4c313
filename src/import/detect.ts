import type { Issue } from "../paper/issues.ts";
import { dailyPapersText } from "./formats/daily-papers-text.ts";
import type { Format } from "./record.ts";

/** Every format that can be imported, in the order in which they are tried. */
const formats: readonly Format[] = [dailyPapersText];

/** The format of a text, judged by its content, or why there is none. */
export function detectFormat(file: string, text: string): { format: Format } | { issue: Issue } {
	const format = formats.find((candidate) => candidate.recognises(text));
	if (format) return { format };
	return {
		issue: {
			file,
			line: 1,
			column: 1,
			message: `unexpected text in which no paper is found, expected ${formats.map(({ name }) => name).join(" or ")}`,
			fix: "Copy the whole page, from its title to the last paper, and save it as UTF-8 text.",
		},
	};
}
