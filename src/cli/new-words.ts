import type { ListedPaper } from "../import/record.ts";
import { printable } from "../paper/printable.ts";
import { teaser } from "../paper/text.ts";

/** A paper in a line: title, authors, year, venue. */
export function describe({ title, authors = [], date, venue }: ListedPaper): string {
	const [first = "", second] = authors;
	const names =
		authors.length > 2 ? `${first} and others` : [first, second].filter(Boolean).join(", ");
	const about = [teaser(names, 60), date?.slice(0, 4), venue && teaser(venue, 40)];
	return printable([`“${teaser(title.text, 80)}”`, ...about.filter(Boolean)].join(", "));
}

/** The command that adds a paper, as one can paste it into a shell. */
export function commandFor({ arxiv, doi }: ListedPaper): string {
	const word = printable(arxiv ?? doi ?? "");
	const safe = /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
	return `npm run new -- ${safe}`;
}
