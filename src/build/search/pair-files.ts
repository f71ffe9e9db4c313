import type { Contents, Row } from "../../search/contents.ts";
import { encodeNeighbours } from "../../search/neighbours.ts";
import { type EncodedWord, withMark } from "../../search/pagefind-files.ts";
import { encodePair, pairName } from "../../search/pairs.ts";
import { Crossing } from "./crossing.ts";
import type { Bundle } from "./files.ts";
import { type Groups, groups } from "./groups.ts";
import type { Indexed } from "./kept-chunks.ts";
import { Pairs } from "./pairs.ts";

/** Which collections keep pairs, and of which words. */
export interface PairedFrom {
	/** Papers of the smallest of these collections. */
	papers: number;
	/** Bytes of the places of a word, beyond which it is one of {@link Contents.paired}. */
	bytes: number;
}

/** Something that a file of pairs holds, by its name. */
interface Item {
	word: string;
	bytes: Uint8Array;
}

/** Bytes of a file of pairs before it is packed; a frequent pair fills one. */
const PAIRS_SIZE = { least: 5_000, most: 11_000 };

/** Level at which gzip packs them: the best takes four times as long for half a percent. */
const LEVEL = 6;

/** Takes the words of an index, in order, and adds pairs and neighbours; `rows` are the files of these, not yet in tables. */
export function pairFiles(
	bundle: Bundle,
	fields: readonly string[],
	papers: number,
	from: PairedFrom,
): Groups<Indexed> & { rows: Pick<Contents, "paired" | "pairs"> } {
	const rows: Pick<Contents, "paired" | "pairs"> = { paired: [], pairs: [] };
	const words: EncodedWord[] = [];
	return {
		rows,
		add(word) {
			if (papers < from.papers) return;
			if ("words" in word) throw new Error("pairs need every word of the index");
			words.push(word);
		},
		end() {
			const common = words.filter(({ bytes }) => bytes.length > from.bytes);
			if (common.length === 0) return;
			rows.paired.push(...common.map(({ word }) => word));
			const files = itemFiles(bundle, (file) => rows.pairs.push(file));
			const crossing = new Crossing(common, papers, fields.length);
			for (const item of itemsOf(words, common, crossing)) files.add(item);
			files.end();
		},
	};
}

/** For each word in order: its pairs where it is common, and its common neighbours where it is not. */
function* itemsOf(
	words: readonly EncodedWord[],
	common: readonly EncodedWord[],
	crossing: Crossing,
): Generator<Item> {
	const pairs = new Pairs(crossing, common.length);
	let number = 0;
	for (const one of words) {
		if (common[number] === one) {
			for (const [second, { word }] of common.entries()) {
				const pair = pairs.of(number, second);
				const name = pairName(one.word, word);
				if (pair) yield { word: name, bytes: encodePair(name, pair) };
			}
			number++;
		} else {
			const places = crossing.placesOf(one.bytes);
			yield { word: one.word, bytes: encodeNeighbours(one.word, places, crossing) };
		}
	}
}

function itemFiles(bundle: Bundle, row: (file: Row) => void): Groups<Item> {
	const sizeOf = ({ bytes }: Item) => bytes.length;
	return groups({ ...PAIRS_SIZE, sizeOf }, (items) => {
		const content = withMark(Buffer.concat(items.map(({ bytes }) => bytes)));
		const name = bundle.add("pairs", "pf_pair", content, { level: LEVEL });
		row([items[0]?.word ?? "", name]);
	});
}
