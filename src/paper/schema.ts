import { z } from "zod";
import { isCalendarDate, isPaperDate } from "./dates.ts";
import { isId } from "./identifiers.ts";
import { isSafeAddress } from "./links.ts";

const line = z
	.string()
	.refine((text) => text.trim() !== "", "expected some text")
	.refine((text) => text.length <= 2_000, "expected at most 2,000 characters");
const id = z.string().refine(isId, "expected lower-case letters and digits joined by - . or _");
const date = z
	.string()
	.refine(isCalendarDate, "expected a day that exists, as YYYY-MM-DD, for example 2026-05-11")
	.meta({ format: "date" });
const ANY_DATE =
	"expected a date that exists, as YYYY-MM-DD, YYYY-MM or YYYY, for example 2026-05-11";
/** To YAML, a year alone is a number. */
const paperDate = z.union(
	[
		z.int().min(1000).max(9999).transform(String),
		z
			.string()
			.refine(isPaperDate, ANY_DATE)
			.meta({ pattern: String.raw`^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$` }),
	],
	{ error: ANY_DATE },
);
const webAddress = z
	.string()
	.refine(
		(text) =>
			/^https?:\/\//.test(text) &&
			isSafeAddress(text) &&
			URL.canParse(text) &&
			text.length <= 2_000,
		"expected a web address that begins with https://",
	)
	.meta({ format: "uri", pattern: "^https?://" });
const count = z.int("expected a whole number").nonnegative("expected 0 or more");

/** A change that the importer made to a damaged text, so that a reader can check it. */
const repairSchema = z.strictObject({
	from: z.string().describe("The text as the source has it."),
	to: z.string().describe("What stands in the entry instead."),
});

/** See {@link repairSchema}. */
export type Repair = z.infer<typeof repairSchema>;

const at = (host: string, example: string) =>
	webAddress.refine(
		(text) => !URL.canParse(text) || `.${new URL(text).hostname}`.endsWith(`.${host}`),
		`expected an address at ${host}, for example ${example}`,
	);

/** Where else the paper and what belongs to it can be found. */
export const linksSchema = z
	.strictObject({
		arxiv: at("arxiv.org", "https://arxiv.org/abs/2301.00001"),
		doi: at("doi.org", "https://doi.org/10.1000/swifts"),
		openreview: webAddress,
		paper: webAddress,
		pdf: webAddress,
		code: webAddress,
		project: webAddress,
		data: webAddress,
	})
	.partial();

/** What the importer notes about a listing that has the paper. It writes this itself. */
export const sourceSchema = z.strictObject({
	listing: line
		.refine((text) => !/[/\\\u0000-\u001f]|^\.+$/.test(text), "expected the name of a file")
		.describe("File name in `content/sources/`; `issue-12` where an issue suggested the paper."),
	listed: date.optional().describe("Day on which the listing was seen."),
	keys: z
		.array(line)
		.optional()
		.describe(
			"What this listing calls its records of the paper: citation keys, or ids of items. They tell the paper when its title changes there.",
		),
	records: z
		.array(id)
		.optional()
		.describe(
			"Ids that records of this listing would have as entries of their own, where it is not this entry's.",
		),
	repairs: z
		.array(repairSchema)
		.optional()
		.describe("What the importer mended, in the order of the text."),
	digests: z
		.record(
			z.string().regex(/^[a-z]+(?:\.[a-z]+)?$/i, "expected the name of a field"),
			z.string().regex(/^[0-9a-f]{10}$/, "expected 10 hexadecimal digits in quotes"),
		)
		.optional()
		.describe(
			"For each field that this listing gave (`title`, `links.doi`, `abstract`), the first 10 hexadecimal digits of the SHA-256 of the value that it last gave: tells whether a person has edited the field since, and which listing it follows.",
		),
});

/** See {@link sourceSchema}. */
export type ListedIn = z.infer<typeof sourceSchema>;

/**
 * The front matter of an entry. Strict: an unknown key is an error. The body of
 * the entry, up to its first heading, is the abstract.
 */
export const frontMatterSchema = z.strictObject({
	title: line.describe("Title as printed, in plain text; math between dollar signs."),
	date: paperDate
		.optional()
		.describe(
			"Day of publication, or its month or year alone where the source gives no more; left out where it gives none.",
		),
	authors: z
		.array(line)
		.optional()
		.describe("Names in the order of the paper, each as printed: `Ada Lovelace`."),
	authorCount: count.optional().describe("Number of authors where the source gives no names."),
	organization: z
		.strictObject({ handle: line, name: line })
		.optional()
		.describe("The organisation that a listing names in place of authors."),
	commentCount: count.optional().describe("Number of comments at the source when it was listed."),
	upvotes: count.optional().describe("Number of upvotes at the source when it was listed."),
	topics: z.array(id).default([]).describe("Ids of `topics.yaml`, strongest first."),
	links: linksSchema
		.default({})
		.describe("Where else the paper and what belongs to it can be found."),
	venue: line.optional().describe("Journal, conference or workshop."),
	language: z
		.string()
		.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "expected a language tag such as en or pt-BR")
		.optional()
		.describe("Language of the paper as a BCP 47 tag; that of the collection where left out."),
	aliases: z.array(id).optional().describe("Former ids, which redirect here."),
	source: sourceSchema
		.optional()
		.describe("Where an imported entry comes from; left out of entries written by hand."),
	otherSources: z
		.array(sourceSchema)
		.optional()
		.describe("Further listings that have the paper, in the order in which they were imported."),
});

/**
 * The front matter of an entry of a collection with these topics: `topics` holds
 * only their ids. The issue's `params.known` lists them.
 */
export function frontMatterSchemaFor(topicIds: readonly string[]) {
	const topic = z.string().superRefine((value, context) => {
		if (topicIds.includes(value)) return;
		context.addIssue({
			code: "custom",
			message: `expected a topic of topics.yaml: ${topicIds.join(", ") || "there are none yet"}`,
			params: { known: topicIds },
		});
	});
	return frontMatterSchema.extend({ topics: z.array(topic).default([]) });
}

/** See {@link frontMatterSchema}. */
export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** A paper of the collection, as every other part of the project sees it. */
export interface Paper extends FrontMatter {
	/** arXiv id or DOI where known, otherwise a slug of the title. */
	id: string;
	/** The abstract as plain text, paragraphs parted by an empty line. */
	abstract: string;
}
