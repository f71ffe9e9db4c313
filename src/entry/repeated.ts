/** A value of the front matter that stands there once too often. */
export interface Repeated {
	/** Keys and places in lists. */
	path: (string | number)[];
	/** "unexpected X, expected Y". */
	message: string;
	fix: string;
}

/**
 * What is said twice in the front matter of an entry by a slip that is certain: a topic or a
 * former id, the entry’s own id as a former one, the whole list of authors, and the page at
 * arXiv as code, data or project. Two authors may have one name, and a project may live where
 * its code does. `values` are unchecked; what is of another type is left to the schema.
 */
export function repeatedIn(id: string, values: unknown): Repeated[] {
	if (typeof values !== "object" || values === null) return [];
	const lists = values as Record<string, unknown[]>;
	const needless = needlessIn(id, values);
	const at = (list: keyof Needless, place: number, found: string, expected: string) => ({
		path: [list, place],
		message: `unexpected ${quoted(lists[list]?.[place])} ${found}, expected ${expected}`,
		fix: "Remove it: npm run check -- --fix does.",
	});
	const twice = "a second time";
	return [
		...needless.topics.map((place) => at("topics", place, twice, "each topic once")),
		...needless.aliases.map((place) =>
			lists.aliases?.[place] === id
				? at("aliases", place, "as an alias", "former ids: it is the entry’s own")
				: at("aliases", place, twice, "each former id once"),
		),
		...needless.authors
			.slice(0, 1)
			.map((place) => at("authors", place, `and all ${place} authors ${twice}`, "each once")),
		...arxivElsewhere(lists.links),
	];
}

/** Lists of front matter, each with the places in it that nobody would miss. */
export type Needless = Record<"topics" | "aliases" | "authors", number[]>;

/** What {@link repeatedIn} finds in lists: a mend may take it out. */
export function needlessIn(id: string, values: unknown): Needless {
	const { topics, aliases, authors } = (values ?? {}) as Record<string, unknown>;
	const seconds = secondOnes(aliases);
	const own = (at: number) => (aliases as unknown[])[at] === id;
	return {
		topics: secondOnes(topics),
		aliases: places(aliases).filter((at) => own(at) || seconds.includes(at)),
		authors: secondList(authors),
	};
}

function places(list: unknown): number[] {
	return Array.isArray(list) ? [...list.keys()] : [];
}

function secondOnes(list: unknown): number[] {
	const seen = new Set<unknown>();
	return places(list).filter((at) => {
		const value = (list as unknown[])[at];
		return seen.has(value) || !seen.add(value);
	});
}

/** The second half of a list that begins anew: `[A, B, A, B]`. One name twice may be two people. */
function secondList(list: unknown): number[] {
	if (!Array.isArray(list) || list.length < 4 || list.length % 2 === 1) return [];
	const half = list.length / 2;
	const isTwice = list.slice(half).every((name, at) => name === list[at]);
	return isTwice && new Set(list).size > 1 ? places(list).slice(half) : [];
}

function arxivElsewhere(links: unknown): Repeated[] {
	if (typeof links !== "object" || links === null) return [];
	const { arxiv, ...others } = links as Record<string, unknown>;
	if (typeof arxiv !== "string") return [];
	return ["code", "data", "project"]
		.filter((name) => Object.hasOwn(others, name) && others[name] === arxiv)
		.map((name) => ({
			path: ["links", name],
			message: `unexpected ${JSON.stringify(arxiv)} as ${name}, expected another address than that of links.arxiv`,
			fix: `Correct the address, or remove ${name}.`,
		}));
}

function quoted(value: unknown): string {
	const text = JSON.stringify(value);
	return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
