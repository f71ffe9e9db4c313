import { type Identifier, identifierIn, keyOf } from "./identifiers.ts";

/** What a person gives to name a new paper. */
export type Given =
	| { kind: "identifiers"; identifiers: Identifier[] }
	/** An entry of BibTeX, or another text that a format of the import may know. */
	| { kind: "text"; text: string }
	| { kind: "title"; title: string }
	/** What cannot be looked up, and what to do instead. */
	| { kind: "refused"; reason: string };

/** Reads what was given: ids and addresses, text with the marks of a format, else words of a title. */
export function readGiven(given: string): Given {
	const text = given.trim();
	// A comma or semicolon can be part of a DOI, but does not end one.
	const words = text.replace(/\b(arxiv|doi):\s+/gi, "$1:").split(/[,;]?\s+/);
	const identifiers = words.flatMap((word) => identifierIn(word) ?? []);
	if (identifiers.length > 0 && identifiers.length === words.length) {
		return {
			kind: "identifiers",
			identifiers: [...new Map(identifiers.map((one) => [keyOf(one), one])).values()],
		};
	}
	if (/^(?:[@{[<]|TY {1,2}- |%\w )/.test(text) || text.includes("\n"))
		return { kind: "text", text };
	if (!/^https?:\/\//i.test(text)) return { kind: "title", title: text };
	const forum = /^https?:\/\/(?:www\.)?openreview\.net\/\w+\?(?:.*&)?id=([\w-]+)/i.exec(text)?.[1];
	if (forum) {
		return {
			kind: "refused",
			reason: `OpenReview lets only browsers look papers up. Open https://api2.openreview.net/notes?id=${forum} in one, save what it shows in content/sources/, and run npm run import`,
		};
	}
	return {
		kind: "refused",
		reason:
			"Only addresses of arxiv.org and doi.org can be looked up. Give the paper's DOI, its arXiv id, or its title",
	};
}
