import { XMLValidator } from "fast-xml-parser";
import { arxivAtom } from "../formats/arxiv-atom.ts";
import { arxivIn } from "../known-as.ts";
import type { ListedPaper } from "../record.ts";

/** Where arXiv's API is. https://info.arxiv.org/help/api/user-manual.html */
export const ARXIV = "https://export.arxiv.org";

/** So many ids are asked for in one request, to keep its address short. */
export const ARXIV_BATCH = 100;

/** The query for papers by their ids. */
export function idQuery(ids: readonly string[]): string {
	return `/api/query?id_list=${ids.map(encodeURIComponent).join(",")}&max_results=${ids.length}`;
}

/** The query for papers with these words, in this order, in their title. */
export function titleQuery(title: string, count: number): string {
	// Marks have a meaning in the language of queries, and none in the index.
	const words = title.replace(/[^\p{L}\p{N}\p{M}]+/gu, " ").trim();
	return `/api/query?search_query=${encodeURIComponent(`ti:"${words}"`)}&max_results=${count}`;
}

/** What arXiv answered about ids. */
export interface ArxivAnswer {
	/** Id to its entry, as a feed of its own. */
	entries: Map<string, string>;
	/** What arXiv calls wrong about the question. */
	errors: string[];
}

/** Why an answer of arXiv is none, or `undefined` for a whole feed, and for 400, which needs none. */
export function feedFlaw(text: string, status: number): string | undefined {
	if (/<html|<!doctype html/i.test(text.slice(0, 1000))) return "a web page";
	if (!arxivAtom.recognises(text)) return status === 400 ? undefined : "a text that is no feed";
	if (XMLValidator.validate(text) !== true) return "a feed that was cut or is damaged";
	const total = /<(?:opensearch:)?totalResults[^<>]*>\s*(\d+)/i.exec(text.slice(0, 5000))?.[1];
	return Number(total) > 0 && !/<entry[\s>]/.test(text) ? "an empty feed" : undefined;
}

/** The entries of a feed without flaw, each by its own id: they need not come in the order asked. */
export function readFeed(text: string): ArxivAnswer {
	const answer: ArxivAnswer = { entries: new Map(), errors: [] };
	for (const feed of feedsOf(text)) {
		const wrong = /<id>[^<]*\/api\/errors[^<]*<\/id>/.test(feed);
		if (wrong) answer.errors.push(textIn(feed, "summary"));
		const id = arxivIn(textIn(feed, "id"));
		if (!wrong && id !== undefined) answer.entries.set(id, feed);
	}
	return answer;
}

/** The paper of a feed with one entry, or why it is none. */
export function paperInFeed(
	feed: string,
): { paper: ListedPaper; withdrawn: boolean } | { reason: string } {
	const { papers, rejections } = arxivAtom.parse(feed, "arXiv", {});
	const [paper] = papers;
	if (paper) return { paper, withdrawn: isWithdrawn(paper, feed) };
	return { reason: `arXiv's record cannot be read (${rejections[0]?.reason ?? "no title"})` };
}

/** The papers that a search has found, the best first. */
export function papersInFeed(text: string): ListedPaper[] {
	return feedsOf(text).flatMap((feed) => arxivAtom.parse(feed, "arXiv", {}).papers);
}

/** arXiv keeps the record of a withdrawn paper: its abstract or its comment says so. */
function isWithdrawn({ abstract }: ListedPaper, feed: string): boolean {
	const comment = /<arxiv:comment[^<>]*>([^<]*)/.exec(feed)?.[1] ?? "";
	const says =
		/\b(?:this|the) (?:paper|article|submission|manuscript|work) (?:has been|is|was) withdrawn/i;
	return says.test(abstract.text) || /\bwithdrawn\b/i.test(comment);
}

function feedsOf(text: string): string[] {
	return text
		.split("</entry>")
		.slice(0, -1)
		.flatMap((part) => {
			const start = part.search(/<entry[\s>]/);
			return start < 0
				? []
				: `<feed xmlns="http://arxiv.org/">\n${part.slice(start)}</entry></feed>`;
		});
}

function textIn(feed: string, name: string): string {
	const start = feed.indexOf(`<${name}>`);
	const end = feed.indexOf(`</${name}>`, start);
	return start < 0 || end < 0 ? "" : feed.slice(start + name.length + 2, end).trim();
}
