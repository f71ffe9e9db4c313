import { isCalendarDate } from "./dates.ts";
import { idFromIdentifier } from "./identifiers.ts";
import { familyKey } from "./names.ts";
import type { Paper } from "./schema.ts";
import { areNearTitles, isGenericTitle, numbersIn, titleWords } from "./title-key.ts";

/** What tells which paper this is. */
export type Facts = Pick<Paper, "id" | "title"> &
	Partial<Pick<Paper, "aliases" | "authors" | "date" | "venue" | "links">>;

/** The facts of a paper, made ready to be compared. */
export interface Identity {
	/** DOIs as ids, out of the id, the aliases and the links, each with how it is written. */
	dois: ReadonlyMap<string, string>;
	/** arXiv ids without version. */
	arxivs: ReadonlySet<string>;
	words: readonly string[];
	/** Family names as {@link familyKey}, each once. */
	families: ReadonlySet<string>;
	date: string | undefined;
	venue: string | undefined;
}

/** Why two records are taken for one paper. */
export type SameBy = { by: "doi" | "arxiv"; value: string } | { by: "title" | "near-title" };

/** The {@link Identity} of a paper. */
export function identityOf({
	id,
	aliases = [],
	title,
	authors = [],
	date,
	venue,
	links = {},
}: Facts): Identity {
	const addresses = [links.arxiv, links.doi, links.paper, links.pdf].filter(Boolean) as string[];
	const ids = [id, ...aliases];
	const arxivs = [...ids.map(arxivOfId), ...addresses.map(arxivOfAddress)];
	// An address comes last: it has the DOI as it is registered.
	const dois = [...ids.map(doiOfId), ...addresses.map(doiOfAddress)];
	return {
		dois: new Map(
			dois.flatMap((doi) => (doi === undefined ? [] : [[idFromIdentifier(doi) ?? doi, doi]])),
		),
		arxivs: new Set(arxivs.filter((arxiv) => arxiv !== undefined)),
		words: titleWords(title),
		families: new Set(authors.map(familyKey).filter(Boolean)),
		date,
		venue: venue && titleWords(venue).join(" "),
	};
}

/**
 * Why two are one paper, or `undefined` where they are not, or nobody can tell:
 * - the same DOI or arXiv id, unless titles and all authors differ (some exports give every
 *   paper the DOI of its volume);
 * - the same title, unless the authors differ where both have some;
 * - nearly the same title ({@link areNearTitles}) and the same authors on both sides.
 *
 * Never where both have DOIs, or both arXiv ids, and none in common; by their titles not where
 * numbers in these differ; and a title that many papers have needs the same authors, and the
 * same venue or day.
 */
export function samePaper(a: Identity, b: Identity): SameBy | undefined {
	const doi = common(a.dois, b.dois)[0];
	const arxiv = common(a.arxivs, b.arxivs)[0];
	if (!doi && a.dois.size > 0 && b.dois.size > 0) return undefined;
	if (!arxiv && a.arxivs.size > 0 && b.arxivs.size > 0) return undefined;
	const sameTitle = a.words.length > 0 && titleKey(a) === titleKey(b);
	const strangers =
		a.families.size > 0 && b.families.size > 0 && common(a.families, b.families).length === 0;
	if (doi || arxiv) {
		if (strangers && !sameTitle) return undefined;
		return doi ? { by: "doi", value: b.dois.get(doi) ?? doi } : { by: "arxiv", value: arxiv ?? "" };
	}
	if (String(numbersIn(a.words)) !== String(numbersIn(b.words))) return undefined;
	if (isGenericTitle(a.words)) {
		const sameDay = a.date === b.date && isCalendarDate(a.date ?? "");
		const sameVenue = a.venue !== undefined && a.venue === b.venue;
		return sameTitle && haveSameAuthors(a, b) && (sameDay || sameVenue)
			? { by: "title" }
			: undefined;
	}
	if (sameTitle) return shareAuthors(a, b) ? { by: "title" } : undefined;
	if (haveSameAuthors(a, b) && areNearTitles(a.words, b.words)) return { by: "near-title" };
	return undefined;
}

/**
 * False for two that have an id in common but are known to be different papers: one title of
 * many, or DOIs, arXiv ids, authors or numbers that differ.
 */
export function mayBeSamePaper(a: Identity, b: Identity): boolean {
	if (samePaper(a, b)) return true;
	return !(
		contradict(a, b) ||
		isGenericTitle(a.words) ||
		String(numbersIn(a.words)) !== String(numbersIn(b.words))
	);
}

/** True for two that have DOIs, arXiv ids or authors on both sides, and none of them in common. */
export function contradict(a: Identity, b: Identity): boolean {
	const apart = (one: Keys, other: Keys) =>
		one.size > 0 && other.size > 0 && common(one, other).length === 0;
	return apart(a.dois, b.dois) || apart(a.arxivs, b.arxivs) || apart(a.families, b.families);
}

/** True for two with an author in common. */
export function shareAnAuthor(a: Identity, b: Identity): boolean {
	return common(a.families, b.families).length > 0;
}

/** Papers found by what they may have in common, so that nobody compares each with each. */
export class PaperIndex<T> {
	readonly #blocks = new Map<string, { item: T; identity: Identity }[]>();

	/** Adds an item; the same item may be added with several identities. */
	add(identity: Identity, item: T): void {
		for (const key of keysOf(identity)) {
			const block = this.#blocks.get(key);
			if (block) block.push({ item, identity });
			else this.#blocks.set(key, [{ item, identity }]);
		}
	}

	/** The first item that is this paper: identifiers come before titles. */
	find(identity: Identity): { item: T; same: SameBy } | undefined {
		for (const key of keysOf(identity)) {
			for (const other of this.#blocks.get(key) ?? []) {
				const same = samePaper(other.identity, identity);
				if (same) return { item: other.item, same };
			}
		}
		return undefined;
	}
}

const keys = new WeakMap<Identity, string[]>();

/** Two papers that are one have a key in common: the longer words of near titles begin alike. */
function keysOf(identity: Identity): string[] {
	const found = keys.get(identity) ?? keysAnew(identity);
	keys.set(identity, found);
	return found;
}

function keysAnew(identity: Identity): string[] {
	const { dois, arxivs, words, families } = identity;
	const initials = words
		.filter((word) => word.length > 4)
		.map((word) => word[0])
		.join("");
	return [
		...[...dois.keys()].map((doi) => `doi ${doi}`),
		...[...arxivs].map((arxiv) => `arxiv ${arxiv}`),
		...(words.length > 0 ? [`title ${titleKey(identity)}`] : []),
		...(families.size > 0 ? [`near ${initials} ${[...families].sort().join(" ")}`] : []),
	];
}

/** Without spaces: `multi-modal` and `multimodal` are one. */
function titleKey({ words }: Identity): string {
	return words.join("");
}

function haveSameAuthors(a: Identity, b: Identity): boolean {
	return a.families.size > 0 && a.families.size === b.families.size && shareAll(a, b);
}

function shareAll(a: Identity, b: Identity): boolean {
	return common(a.families, b.families).length === a.families.size;
}

/** Half of the shorter list, since sources leave out authors and spell names in their way; or one has none. */
function shareAuthors(a: Identity, b: Identity): boolean {
	const fewer = Math.min(a.families.size, b.families.size);
	return common(a.families, b.families).length >= fewer / 2;
}

type Keys = Pick<ReadonlySet<string>, "has" | "size" | "keys">;

function common(a: Keys, b: Keys): string[] {
	return [...a.keys()].filter((value) => b.has(value));
}

const ARXIV = /^(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?[/-]\d{7})(?:v\d+)?$/;
/** Archives of arXiv's ids until 2007. A slug of a title can look like one of any other name. */
const ARCHIVE =
	/^(?:\d{4}\.|(?:astro-ph|cond-mat|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math-ph|nlin|nucl-ex|nucl-th|physics|quant-ph|math|cs|cmp-lg|q-bio|q-fin|stat|alg-geom|dg-ga|q-alg|solv-int)[./-])/;

function arxivOfId(id: string): string | undefined {
	const arxiv = ARXIV.exec(id.toLowerCase())?.[1];
	return arxiv && ARCHIVE.test(arxiv) ? arxiv.replace("/", "-") : undefined;
}

function arxivOfAddress(address: string): string | undefined {
	const found =
		/^https?:\/\/(?:[a-z]+\.)?arxiv\.org\/(?:abs|pdf|html)\/(.+?)(?:\.pdf)?(?:[?#].*)?$/i.exec(
			address,
		)?.[1] ?? /^https?:\/\/(?:dx\.)?doi\.org\/10\.48550\/arxiv\.(.+)$/i.exec(address)?.[1];
	return found && arxivOfId(found);
}

function doiOfId(id: string): string | undefined {
	return /^10\.\d{4,9}-/.test(id) && !id.startsWith("10.48550-arxiv.") ? id : undefined;
}

function doiOfAddress(address: string): string | undefined {
	const found = /^https?:\/\/(?:dx\.)?doi\.org\/(10\.\d{4,9}\/.+)$/i.exec(address)?.[1];
	if (!found || /^10\.48550\/arxiv\./i.test(found)) return undefined;
	return safelyDecoded(found).toLowerCase();
}

function safelyDecoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
