import type { ListedPaper } from "../record.ts";
import { ARXIV_BATCH, feedFlaw, idQuery, paperInFeed, readFeed } from "./arxiv.ts";
import type { Services } from "./client.ts";
import { doiQuery, paperInWork, workFlaw } from "./crossref.ts";
import { entryFileOf, type Identifier, keyOf, nameOf } from "./identifiers.ts";
import { ask, type Service } from "./request.ts";

/** What a look-up gives for one identifier: its paper, or why there is none. */
type LookedUp =
	| {
			paper: ListedPaper;
			/** What a maintainer may want to know. */
			note?: string | undefined;
	  }
	| {
			reason: string;
			/** Another time there may be an answer. */
			later?: true;
	  };

/** Looks papers up: each identifier, as {@link keyOf}, to what is known of it. */
export type LookUp = (identifiers: readonly Identifier[]) => Promise<Map<string, LookedUp>>;

/**
 * Which of the answers that are kept count: those that are fresh (`usual`); these and, however
 * old, that there is no such paper (`once`), so that a build never waits for what was not found
 * before; or none (`refresh`).
 */
export type Asking = "usual" | "once" | "refresh";

/** Looks papers up at arXiv and Crossref, each one once. Answers that are kept and count are not asked for again. */
export function lookUpAt({ arxiv, crossref, cache }: Services, asking: Asking = "usual"): LookUp {
	return async (identifiers) => {
		const found = new Map<string, LookedUp>();
		const older = new Map<string, LookedUp>();
		const open = new Map<string, Identifier>();
		for (const identifier of identifiers) {
			const key = keyOf(identifier);
			const kept = cache.read(cacheKey(identifier));
			const answer = kept && fromAnswer(identifier, kept.text);
			const known = answer && keptAnswer(answer, kept.fresh);
			if (known) found.set(key, known);
			else open.set(key, identifier);
			if (answer && "paper" in answer) older.set(key, answer);
		}
		const arxivIds = [...open.values()].filter(({ kind }) => kind === "arxiv");
		const down = new Map<Service, string>();
		for (let at = 0; at < arxivIds.length; at += ARXIV_BATCH) {
			await askArxiv(arxivIds.slice(at, at + ARXIV_BATCH));
		}
		for (const identifier of open.values()) {
			if (identifier.kind === "doi") await askCrossref(identifier);
		}
		return found;

		async function askArxiv(batch: readonly Identifier[]): Promise<void> {
			if (batch.length === 0) return;
			const query = idQuery(batch.map(({ id }) => id));
			const answer = await askUnlessDown(arxiv, query, feedFlaw);
			if (typeof answer === "string") {
				for (const identifier of batch) failed(identifier, answer);
				return;
			}
			const { entries, errors } = readFeed(answer.text);
			const left: Identifier[] = [];
			let blamed = 0;
			for (const identifier of batch) {
				const error = errors.find((text) => text.split(/[\s,]+/).includes(identifier.id));
				const entry = entries.get(identifier.id);
				if (entry !== undefined) answered(identifier, entry);
				else if (error !== undefined && ++blamed) answered(identifier, undefined);
				else left.push(identifier);
			}
			// One wrong id makes arXiv refuse a whole question: the others are asked for again.
			const refused = answer.status !== 200 || errors.length > 0;
			if (!refused || left.length === 0 || batch.length === 1) {
				for (const identifier of left) answered(identifier, undefined);
			} else if (left.length < batch.length) await askArxiv(left);
			else {
				const half = Math.ceil(left.length / 2);
				await askArxiv(left.slice(0, half));
				await askArxiv(left.slice(half));
			}
		}

		async function askCrossref(identifier: Identifier): Promise<void> {
			const answer = await askUnlessDown(crossref, doiQuery(identifier.id), workFlaw);
			if (typeof answer === "string") failed(identifier, answer);
			else answered(identifier, answer.status === 200 ? answer.text : undefined);
		}

		async function askUnlessDown(
			service: Service,
			query: string,
			flawIn: (text: string, status: number) => string | undefined,
		) {
			const before = down.get(service);
			if (before !== undefined) return before;
			const answer = await ask(service, query, flawIn);
			if (answer.text !== undefined) return answer;
			if (answer.down) down.set(service, answer.failure);
			return answer.failure;
		}

		function answered(identifier: Identifier, text: string | undefined): void {
			cache.keep(cacheKey(identifier), text);
			found.set(keyOf(identifier), fromAnswer(identifier, text));
		}

		function failed(identifier: Identifier, failure: string): void {
			const before = older.get(keyOf(identifier));
			const note = `${failure}: ${nameOf(identifier)} is taken from an older answer`;
			const reason = `${failure}. Try again later, or write ${entryFileOf(identifier)} by hand`;
			const result: LookedUp =
				before && "paper" in before ? { ...before, note } : { reason, later: true };
			found.set(keyOf(identifier), result);
		}
	};

	/** What counts of an answer that was kept. */
	function keptAnswer(answer: LookedUp, fresh: boolean): LookedUp | undefined {
		if (asking === "refresh" || (asking === "usual" && !fresh)) return undefined;
		if ("paper" in answer) return fresh ? answer : undefined;
		const again = asking === "once" ? ". npm run import -- --refresh asks again" : "";
		return { reason: `${answer.reason}${again}` };
	}

	function cacheKey(identifier: Identifier): string {
		return `${(identifier.kind === "arxiv" ? arxiv : crossref).base} ${keyOf(identifier)}`;
	}
}

function fromAnswer(identifier: Identifier, text: string | undefined): LookedUp {
	const { kind, id } = identifier;
	if (text === undefined) {
		return {
			reason:
				kind === "arxiv"
					? `arXiv has no paper with this id. Check it at https://arxiv.org/abs/${id}`
					: `Crossref does not know this DOI: it is mistyped, or registered elsewhere (DataCite, for data and software). Check it at https://doi.org/${id}, and write ${entryFileOf(identifier)} by hand`,
		};
	}
	if (kind === "doi") return paperInWork(text, id);
	const read = paperInFeed(text);
	if ("reason" in read) return read;
	const note = read.withdrawn
		? `arXiv ${id} has been withdrawn: its abstract may say why`
		: undefined;
	return { paper: read.paper, note };
}
