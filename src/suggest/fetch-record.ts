import type { Issue } from "../paper/issues.ts";
import { ISSUE } from "./form.ts";
import type { Origin } from "./source.ts";

/** The APIs of arXiv and Crossref; tests ask a server of their own. */
export interface Apis {
	arxiv: string;
	crossref: string;
}

const APIS: Apis = {
	arxiv: "https://export.arxiv.org/api/query",
	crossref: "https://api.crossref.org/works",
};

const MAX_BYTES = 1_000_000;
const MAX_TIME = 30_000;

/** The record of an arXiv id or DOI, as arXiv (Atom) or Crossref (JSON) give it. */
export async function fetchRecord(
	{ kind, identifier, line }: Exclude<Origin, { kind: "text" }>,
	apis: Apis = APIS,
): Promise<{ text: string } | { issue: Issue }> {
	const [name, address] =
		kind === "arxiv"
			? ["arXiv", `${apis.arxiv}?id_list=${encodeURIComponent(identifier)}&max_results=1`]
			: ["Crossref", `${apis.crossref}/${encodeURIComponent(identifier)}`];
	const refused = (reason: string) => ({
		issue: {
			file: ISSUE,
			line,
			column: 1,
			message: `unexpected answer of ${name} about ${identifier}: ${reason}; expected its record`,
			fix: "Check the identifier; or paste a record, or fill in the title and what belongs to it.",
		},
	});
	try {
		const response = await fetch(address, { signal: AbortSignal.timeout(MAX_TIME) });
		if (!response.ok) return refused(`${response.status} ${response.statusText}`.trim());
		const chunks: Uint8Array[] = [];
		let bytes = 0;
		for await (const chunk of response.body ?? []) {
			bytes += chunk.length;
			if (bytes > MAX_BYTES) return refused(`more than ${MAX_BYTES} bytes`);
			chunks.push(chunk);
		}
		return { text: new TextDecoder().decode(Buffer.concat(chunks)) };
	} catch (cause) {
		return refused(cause instanceof Error ? cause.message : String(cause));
	}
}
