import type { AnswerCache } from "./cache.ts";
import type { Service } from "./request.ts";

/** Whom to ask, and the answers that were kept. */
export interface Services {
	arxiv: Service;
	crossref: Service;
	cache: AnswerCache;
}
