import path from "node:path";
import { readCollection } from "../../entry/content-folder.ts";
import type { ContentFolder } from "../../entry/folder.ts";
import { ARXIV } from "./arxiv.ts";
import { type AnswerCache, answerCache } from "./cache.ts";
import { CROSSREF } from "./crossref.ts";
import { type Clock, realClock, turns } from "./pace.ts";
import type { Service } from "./request.ts";

/** Whom to ask, and the answers that were kept. */
export interface Services {
	arxiv: Service;
	crossref: Service;
	cache: AnswerCache;
}

/** How to ask, where that is not as usual. */
export interface ClientOptions {
	/** What addresses of arXiv's API begin with. */
	arxiv?: string | undefined;
	/** What addresses of Crossref's API begin with. */
	crossref?: string | undefined;
	/** Where answers are kept. */
	cache?: string;
	/** The collection's repository: tells the services who asks. */
	repository?: string | undefined;
	/** An address of the maintainer's, given to the services only where it is set. */
	mail?: string | undefined;
	clock?: Clock;
	/** Milliseconds in which an answer has to come. */
	timeout?: number;
}

/** arXiv asks for three seconds between two requests. https://info.arxiv.org/help/api/tou.html */
const ARXIV_GAP = 3_000;
const TIMEOUT = 10_000;
/** Answers are the same for every collection, so collections share them. */
const CACHE = "node_modules/.cache/offprint/lookup";

/** The services for a collection, as its settings and the environment name them. */
export function servicesFor(folder: ContentFolder): Services {
	const { OFFPRINT_ARXIV, OFFPRINT_CROSSREF, OFFPRINT_MAIL } = process.env;
	return services({
		arxiv: OFFPRINT_ARXIV,
		crossref: OFFPRINT_CROSSREF,
		repository: readCollection(folder).value?.repository,
		mail: OFFPRINT_MAIL,
	});
}

/** arXiv and Crossref, with the answers that are kept. */
export function services({
	arxiv = ARXIV,
	crossref = CROSSREF,
	cache: folder = CACHE,
	repository,
	mail,
	clock = realClock,
	timeout = TIMEOUT,
}: ClientOptions): Services {
	const userAgent = userAgentOf(repository, mail);
	const service = (name: string, base: string, gap: number): Service => ({
		name,
		base: base.replace(/\/+$/, ""),
		userAgent,
		clock,
		timeout,
		// Another server than arXiv's own has turns of its own.
		turn: turns(
			folder,
			`${name.toLowerCase()}-${new URL(base).host.replace(/\W/g, "-")}`,
			gap,
			clock,
		),
	});
	return {
		arxiv: service("arXiv", arxiv, ARXIV_GAP),
		crossref: service("Crossref", crossref, 0),
		cache: answerCache(path.join(folder, "answers"), clock),
	};
}

/** `Offprint (https://…; mailto:…)`: headers hold ASCII alone. */
function userAgentOf(repository = "", mail = ""): string {
	const about = [
		...(URL.canParse(repository) ? [new URL(repository).href] : []),
		...(/^[\x21-\x7e]+@[\x21-\x7e]+$/.test(mail) ? [`mailto:${mail}`] : []),
	];
	return about.length > 0 ? `Offprint (${about.join("; ")})` : "Offprint";
}
