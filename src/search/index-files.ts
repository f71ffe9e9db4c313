import {
	type Contents,
	decodeLengths,
	type PaperRecord,
	type Row,
	recordPath,
	type SearchEntry,
} from "./contents.ts";
import { decodeFacet } from "./facets.ts";
import type { Hits } from "./match.ts";
import type { Neighbours } from "./neighbours.ts";
import { decodeOutlines } from "./outlines.ts";
import { decodeChunk, type Place, withoutMark } from "./pagefind-files.ts";
import { decodePairs, type Pair, type PairFile, pairName } from "./pairs.ts";
import { decodeTexts, decodeWords, lastAtOrBefore, unrotate, type Word } from "./vocabulary.ts";

/** What kind of file it is: the words that a reader is told when it fails. */
export type FileKind =
	| "entry"
	| "contents"
	| "words"
	| "outline"
	| "chunk"
	| "filter"
	| "record"
	| "ids"
	| "citations";

/** Gets the content of one file of the index, unpacked and checked. Rejects where it cannot be had. */
export type ReadFile = (path: string, kind: FileKind) => Promise<Uint8Array>;

/** Where a stem stands, by the number of the paper. */
export type Places = ReadonlyMap<number, Place>;

const text = new TextDecoder();

/** The files of a search index, each read once, when it is asked for. */
export class IndexFiles {
	readonly contents: Contents;
	/** Name of the table of contents, which stands for all other files. */
	readonly name: string;
	/** Words in the text of each paper, about. */
	readonly lengths: Float32Array;
	/** Numbers of the stems in {@link Contents.paired}. */
	readonly paired: ReadonlyMap<string, number>;
	/** Names of the parts of a paper: the text and the fields. */
	readonly parts: readonly string[];
	readonly #read: ReadFile;
	readonly #files = new Map<string, Promise<unknown>>();

	private constructor(name: string, contents: Contents, read: ReadFile) {
		this.name = name;
		this.contents = contents;
		this.lengths = decodeLengths(contents.lengths);
		this.paired = new Map(contents.paired.map((stem, number) => [stem, number]));
		this.parts = ["text", ...contents.fields];
		this.#read = read;
	}

	/** Reads the entry and the table of contents. */
	static async open(read: ReadFile): Promise<IndexFiles> {
		const entry: SearchEntry = json(await read("pagefind-entry.json", "entry"));
		const name = entry.offprint.contents;
		const contents: Contents = json(await read(`contents.${name}.pf_contents`, "contents"));
		return new IndexFiles(name, contents, read);
	}

	/** A word as people write it, or `undefined` where no paper has it. */
	async word(word: string): Promise<Word | undefined> {
		const { words } = this.contents;
		const at = lastAtOrBefore(words, word, first);
		const list = await this.#wordsOf(at);
		const found = list[lastAtOrBefore(list, word, (item) => item.word)];
		return found?.word === word ? found : undefined;
	}

	/** Every word that begins so, in order. */
	async wordsFrom(beginning: string): Promise<Word[]> {
		const { words } = this.contents;
		const lists: Promise<Word[]>[] = [];
		const from = Math.max(0, lastAtOrBefore(words, beginning, first));
		for (let at = from; at < words.length; at++) {
			const start = words[at]?.[0] ?? "";
			if (at > from && !start.startsWith(beginning)) break;
			lists.push(this.#wordsOf(at));
		}
		return (await Promise.all(lists)).flat().filter(({ word }) => word.startsWith(beginning));
	}

	/** Every word that is this text with any letter before it. */
	async wordsEnding(end: string): Promise<string[]> {
		const { rotated } = this.contents;
		const at = lastAtOrBefore(rotated, end, first);
		// Words that end so stand together, but perhaps on both sides of a border.
		const lists = await Promise.all(
			[at, at + 1].flatMap((index) => (rotated[index] ? [this.#rotated(index)] : [])),
		);
		const length = [...end].length + 1;
		return lists
			.flat()
			.filter((word) => word.startsWith(end) && [...word].length === length)
			.map(unrotate);
	}

	/** Where a stem stands; empty where no paper has it. */
	async places(stem: string): Promise<Places> {
		const name = await this.#nameOf(this.contents.chunks, stem);
		if (!name) return new Map();
		const words = await this.#once(`index/${name}.pf_index`, "chunk", (bytes) => {
			const decoded = decodeChunk(withoutMark(bytes));
			return new Map(decoded.map(({ word, places }) => [word, byPaper(places)]));
		});
		return words.get(stem) ?? new Map();
	}

	/** In which papers and parts of them a common stem stands; `undefined` where it is not common. */
	async outline(stem: string): Promise<Hits | undefined> {
		const name = await this.#nameOf(this.contents.outlines, stem);
		if (!name) return undefined;
		const path = `outlines/${name}.pf_outline`;
		const read = (bytes: Uint8Array) => decodeOutlines(withoutMark(bytes));
		return (await this.#once(path, "outline", read)).get(stem);
	}

	/** Where two stems of {@link paired} stand side by side; `undefined` where no paper has them so. */
	async pair(first: string, second: string): Promise<Pair<Hits> | undefined> {
		const name = pairName(first, second);
		return (await this.#pairs(name))?.pairs.get(name);
	}

	/** Which stems of {@link paired} stand beside another stem; `undefined` where no paper has that. */
	async neighbours(stem: string): Promise<Neighbours | undefined> {
		return (await this.#pairs(stem))?.neighbours.get(stem);
	}

	/** Values of a filter, each with the numbers of its papers; none where no paper has the property. */
	async filter(name: string): Promise<ReadonlyMap<string, readonly number[]>> {
		const file = this.contents.filters[name];
		if (!file) return new Map();
		const path = `facets/${file}.pf_facet`;
		return this.#once(path, "filter", (bytes) => decodeFacet(withoutMark(bytes)));
	}

	/** What a result shows of a paper. */
	record(paper: number): Promise<PaperRecord> {
		const { papers, sets } = this.contents;
		const path = `fragment/${recordPath(paper, papers, sets)}.pf_fragment`;
		return this.#once(path, "record", (bytes) => json(withoutMark(bytes)));
	}

	/** Ids of all papers, in the order of their numbers. */
	ids(): Promise<string[]> {
		return this.#once(`ids/${this.contents.ids}.pf_ids`, "ids", (bytes) =>
			json(withoutMark(bytes)),
		);
	}

	async #wordsOf(at: number): Promise<Word[]> {
		const name = this.contents.words[at]?.[1];
		return name
			? this.#once(`words/${name}.pf_words`, "words", (b) => decodeWords(text.decode(b)))
			: [];
	}

	#rotated(at: number): Promise<string[]> {
		const path = `words/${this.contents.rotated[at]?.[1]}.pf_words`;
		return this.#once(path, "words", (bytes) => decodeTexts(text.decode(bytes)));
	}

	/** The file of pairs in which a stem or a pair would be. */
	async #pairs(text: string): Promise<PairFile | undefined> {
		const name = await this.#nameOf(this.contents.pairs, text);
		if (!name) return undefined;
		return this.#once(`pairs/${name}.pf_pair`, "chunk", (bytes) =>
			decodePairs(withoutMark(bytes), this.parts),
		);
	}

	/** Name of the file of a list in which a text would be, out of a table where the list is in tables. */
	async #nameOf(list: readonly Row[], text: string): Promise<string | undefined> {
		const name = nameAt(list, text);
		if (!name || !this.contents.tables) return name;
		const rows = await this.#once<Row[]>(`tables/${name}.pf_table`, "chunk", (bytes) =>
			json(withoutMark(bytes)),
		);
		return nameAt(rows, text);
	}

	/** A file that failed is asked for again the next time. */
	#once<Value>(path: string, kind: FileKind, decode: (bytes: Uint8Array) => Value): Promise<Value> {
		const known = this.#files.get(path) as Promise<Value> | undefined;
		if (known) return known;
		const file = this.#read(path, kind).then(decode);
		this.#files.set(path, file);
		file.catch(() => this.#files.delete(path));
		return file;
	}
}

function first([text]: Row): string {
	return text;
}

/** The last name of the rows that begin at a text or before. */
function nameAt(rows: readonly Row[], text: string): string | undefined {
	return rows[lastAtOrBefore(rows, text, first)]?.[1];
}

function json<Value>(bytes: Uint8Array): Value {
	return JSON.parse(text.decode(bytes));
}

/** Places by paper; those of the forms with and without accents are put together. */
function byPaper(places: readonly Place[]): Places {
	const papers = new Map<number, Place>();
	for (const place of places) {
		const known = papers.get(place.page);
		if (!known) papers.set(place.page, place);
		else {
			papers.set(place.page, {
				page: place.page,
				locations: [...known.locations, ...place.locations].sort((a, b) => a - b),
				fields: [...known.fields, ...place.fields],
			});
		}
	}
	return papers;
}
