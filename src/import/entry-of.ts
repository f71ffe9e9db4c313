import { digestsOf } from "../entry/digest.ts";
import { FRONT_MATTER, fieldsOf } from "../entry/fields.ts";
import { renderText } from "../entry/render.ts";
import { type Abstract, type Inline, inOrder, writeEntry } from "../entry/write.ts";
import { idFromIdentifier, idFromTitle } from "../paper/identifiers.ts";
import { findLinks } from "../paper/links.ts";
import { OWN_NAMES } from "../paper/own-names.ts";
import type { Facts } from "../paper/same-paper.ts";
import type { FrontMatter, ListedIn } from "../paper/schema.ts";
import { toStorableText } from "../paper/text.ts";
import type { TopicMatcher } from "../paper/topics.ts";
import { withMath } from "./math-in-text.ts";
import type { ListedPaper, Span } from "./record.ts";
import { inlineSource, type PlacedRepair, type Repaired, repair, unknownMacros } from "./repair.ts";

/** An entry as the importer would write it. */
export interface ProposedEntry {
	id: string;
	/** The whole file. */
	text: string;
	/** The fields in it, see `fieldsIn`. */
	fields: ReadonlyMap<string, unknown>;
	/** What it says of its source, digests left out. */
	source: ListedIn;
	/** What tells which paper it is. */
	facts: Facts;
	repairs: PlacedRepair[];
	/** Damage that was left because nobody but the authors knows what stood there. */
	left: string[];
}

/**
 * Turns a listed paper into an entry: repairs, links, topics, id, digests. With `keepKey` it
 * notes what the source calls the paper. Pure.
 */
export function proposeEntry(
	paper: ListedPaper,
	source: { listing: string; listed: string | undefined; keepKey?: boolean },
	matchTopics: TopicMatcher,
): ProposedEntry {
	const read = paper.sound ? asItStands : repair;
	const title = read(paper.title);
	const body = read(paper.abstract);
	const titleText = oneLineText(inlineSource(title.pieces));
	const abstract = toAbstract(body.pieces);
	const abstractText = plainText(abstract);
	const repairs = [...title.repairs, ...body.repairs];
	const from: ListedIn = {
		listing: source.listing,
		listed: source.listed,
		keys: source.keepKey && paper.key !== undefined ? [paper.key] : undefined,
		repairs: repairs.length > 0 ? repairs.map(({ from, to }) => ({ from, to })) : undefined,
	};
	const frontMatter: FrontMatter = {
		title: titleText,
		date: paper.date,
		authors: paper.authors,
		authorCount: paper.authors ? undefined : paper.authorCount,
		organization: paper.organization,
		venue: paper.venue,
		language: paper.language,
		commentCount: paper.commentCount,
		upvotes: paper.upvotes,
		topics: matchTopics(titleText, abstractText),
		links: { ...findLinks(abstractText), ...paper.links },
	};
	const fields = fieldsOf(inOrder(frontMatter));
	const written = writeEntry(frontMatter, abstract).replace(FRONT_MATTER, "").trim();
	if (written) fields.set("abstract", written);
	const id = idOf(paper, titleText);
	return {
		id,
		text: writeEntry({ ...frontMatter, source: { ...from, digests: digestsOf(fields) } }, abstract),
		fields,
		source: from,
		facts: { ...frontMatter, id },
		repairs,
		left: [...unknownMacros(title.pieces), ...unknownMacros(body.pieces)],
	};
}

/** The arXiv id or DOI where known, otherwise words of the title; never a name at whose address the site has a page. */
function idOf({ arxiv, doi }: ListedPaper, title: string): string {
	const known = [arxiv, doi].map((identifier) => identifier && idFromIdentifier(identifier));
	const id = known.find(Boolean) || idFromTitle(title);
	return OWN_NAMES.papers.has(id) ? `paper-${id}` : id;
}

/** A text that needs no repair: words and formulas. */
function asItStands({ text }: Span): Repaired {
	return { pieces: withMath(text), repairs: [] };
}

function oneLineText(text: string): string {
	return toStorableText(text).replace(/\s+/g, " ").trim();
}

/** Paragraphs of an abstract; a line end inside a paragraph is a space. */
function toAbstract(pieces: readonly Inline[]): Abstract {
	const paragraphs: Inline[][] = [[]];
	for (const piece of pieces) {
		if (piece.type === "math") {
			paragraphs.push([piece], []);
			continue;
		}
		const texts =
			piece.type === "text" ? toStorableText(piece.value).split(/\s*\n\s*\n\s*/) : [piece.value];
		for (const [index, value] of texts.entries()) {
			if (index > 0) paragraphs.push([]);
			const line = piece.type === "text" ? value.replace(/[ \t]*\n[ \t]*/g, " ") : value;
			if (line) paragraphs.at(-1)?.push({ type: piece.type, value: line });
		}
	}
	return paragraphs.filter((paragraph) => paragraph.length > 0);
}

function plainText(abstract: Abstract): string {
	return renderText(
		abstract.map((pieces) => ({
			type: "paragraph",
			children: pieces.map(({ type, value }) => ({
				type: type === "text" ? type : "inlineMath",
				value,
			})),
		})),
	);
}
