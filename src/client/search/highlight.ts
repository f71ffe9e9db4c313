import { normalize } from "../../search/text.ts";

const MARKED = "found";

/** Marks, on the page of a paper, the words that it was found by (`?highlight=…`). The page itself is not changed. */
export function highlight(search: string): void {
	const words = new Set(
		(new URLSearchParams(search).get("highlight") ?? "").split(" ").map(normalize),
	);
	words.delete("");
	if (words.size === 0 || !("highlights" in CSS)) return;
	const ranges: Range[] = [];
	for (const part of document.querySelectorAll("main h1, main .abstract, main .credits")) {
		const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			for (const match of (node.nodeValue ?? "").matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu)) {
				if (!isFound(match[0], words)) continue;
				const range = new Range();
				range.setStart(node, match.index);
				range.setEnd(node, match.index + match[0].length);
				ranges.push(range);
			}
		}
	}
	CSS.highlights.set(MARKED, new Highlight(...ranges));
}

function isFound(word: string, words: ReadonlySet<string>): boolean {
	return (
		words.has(normalize(word)) || word.split(/[-’']/).some((part) => words.has(normalize(part)))
	);
}
