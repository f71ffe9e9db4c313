import path from "node:path";
import { frontMatterIn } from "../entry/fields.ts";
import { type ContentFolder, entryFiles, readIfThere } from "../entry/folder.ts";
import { idFromIdentifier } from "../paper/identifiers.ts";
import {
	contradict,
	type Identity,
	identityOf,
	mayBeSamePaper,
	PaperIndex,
	type SameBy,
	shareAnAuthor,
} from "../paper/same-paper.ts";
import { frontMatterSchema, type ListedIn } from "../paper/schema.ts";
import type { ProposedEntry } from "./entry-of.ts";
import type { Identifier } from "./lookup/identifiers.ts";

/** An entry in `papers/`. */
export interface EntryFile {
	file: string;
	text: string;
}

/** All of `papers/`. */
export function entriesIn(folder: ContentFolder): EntryFile[] {
	return entryFiles(folder.papers).map((file) => ({ file, text: readIfThere(file) ?? "" }));
}

/** The entry of a record, and how it was found. */
export interface Found {
	file: string;
	/** `record`: this listing has given it before, under this id. `id`: it has the id. `key`: see {@link KnownEntries.calledAlike}. */
	by: "record" | "id" | "key" | SameBy["by"];
}

/** The entries that are there or come into being, found by what a record says of its paper. */
export class KnownEntries {
	readonly #records = new Map<string, string>();
	/** Entries by what listings call their records; none where several have it. */
	readonly #keys = new Map<string, { file: string; identity: Identity } | undefined>();
	readonly #ids = new Map<string, { file: string; identity: Identity | undefined }>();
	readonly #papers = new PaperIndex<string>();
	/** The listings of each entry that was there and can be read. */
	readonly sources = new Map<string, readonly ListedIn[]>();

	constructor(entries: readonly EntryFile[]) {
		const aliases: { alias: string; file: string; identity: Identity }[] = [];
		for (const { file, text } of entries) {
			const id = path.posix.basename(file, ".mdx");
			const read = frontMatterSchema.safeParse(frontMatterIn(text));
			if (!read.success) {
				this.#ids.set(id, { file, identity: undefined });
				continue;
			}
			const { source, otherSources = [] } = read.data;
			const identity = identityOf({ ...read.data, id });
			this.#ids.set(id, { file, identity });
			this.#papers.add(identity, file);
			const names = [id, ...(read.data.aliases ?? [])];
			for (const alias of names.slice(1)) aliases.push({ alias, file, identity });
			const sources = [...(source ? [source] : []), ...otherSources];
			this.sources.set(file, sources);
			for (const listedIn of sources) {
				for (const record of [...names, ...(listedIn.records ?? [])]) {
					this.#records.set(recordKey(listedIn, record), file);
				}
				for (const key of listedIn.keys ?? []) {
					const at = recordKey(listedIn, key);
					this.#keys.set(at, this.#keys.has(at) ? undefined : { file, identity });
				}
			}
		}
		// A name of a file counts more than a former one.
		for (const { alias, file, identity } of aliases) {
			if (!this.#ids.has(alias)) this.#ids.set(alias, { file, identity });
		}
	}

	/**
	 * The entry of a record: the one to which the record has belonged, whatever a person has
	 * made of it; the one with its id, unless that is another paper; the one of the same paper.
	 */
	find({ source, id, facts }: ProposedEntry): Found | { taken: string } | undefined {
		const file = this.#records.get(recordKey(source, id));
		if (file !== undefined) return { file, by: "record" };
		const identity = identityOf(facts);
		const named = this.#ids.get(id);
		if (named && (!named.identity || mayBeSamePaper(named.identity, identity))) {
			return { file: named.file, by: "id" };
		}
		const found = this.#papers.find(identity);
		if (found) return { file: found.item, by: found.same.by };
		return named ? { taken: named.file } : undefined;
	}

	/**
	 * The entry whose record this listing called the same, for a record that {@link find} does not
	 * know: its title has changed there. Not where DOIs, arXiv ids or authors say otherwise. A
	 * number may only count records, so it needs an author in common.
	 */
	calledAlike({ source, facts }: ProposedEntry): Found | undefined {
		const identity = identityOf(facts);
		for (const key of source.keys ?? []) {
			const known = this.#keys.get(recordKey(source, key));
			if (!known || contradict(known.identity, identity)) continue;
			if (/^\d+$/.test(key) && !shareAnAuthor(known.identity, identity)) continue;
			return { file: known.file, by: "key" };
		}
		return undefined;
	}

	/** What a listing calls its records of an entry. */
	keysOf(file: string, listing: string): readonly string[] {
		const own = this.sources.get(file)?.find((source) => source.listing === listing);
		return own?.keys ?? [];
	}

	/** The entry of a paper of which only an identifier is known. */
	named({ kind, id }: Identifier): string | undefined {
		const address = kind === "arxiv" ? `https://arxiv.org/abs/${id}` : `https://doi.org/${id}`;
		const facts = { id: idFromIdentifier(id) ?? "", title: "", links: { [kind]: address } };
		return this.#ids.get(facts.id)?.file ?? this.#papers.find(identityOf(facts))?.item;
	}

	/** Notes that a record belongs to an entry, so that the next one of the paper finds it. */
	add({ source, id, facts }: ProposedEntry, file: string): void {
		const identity = identityOf(facts);
		this.#records.set(recordKey(source, id), file);
		this.#papers.add(identity, file);
		if (!this.#ids.has(id)) this.#ids.set(id, { file, identity });
	}
}

function recordKey({ listing }: ListedIn, id: string): string {
	return `${listing}\n${id}`;
}
