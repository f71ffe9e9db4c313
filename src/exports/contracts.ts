import { z } from "zod";

/**
 * What programs may rely on: the shape of every JSON file that a site has for them. Keys
 * are only ever added; whatever would break a program gets another `version`. The JSON
 * Schemas at `/schema/` are made from these.
 */

const address = z.url().describe("Absolute address");
const link = address.optional();
const topicIds = z.array(z.string()).describe("Ids of topics, strongest first");
const version = z.literal(1);

const publicPaperSchema = z
	.object({
		id: z.string().describe("Stable for ever; stands in addresses"),
		url: address.describe("Absolute address of the paper's page"),
		title: z.string().describe("Plain text; formulas as TeX between dollar signs"),
		abstract: z
			.string()
			.describe("Plain text; paragraphs parted by an empty line; empty where the source has none"),
		date: z
			.string()
			.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
			.nullable()
			.describe(
				"Date of publication as far as the source gives it: YYYY-MM-DD, YYYY-MM or YYYY; null where it gives none",
			),
		authors: z
			.array(z.string())
			.describe("Names as printed, in the order of the paper; empty where the source gives none"),
		authorCount: z.int().nonnegative().nullable().describe("Null where the source does not say"),
		organization: z
			.object({ handle: z.string(), name: z.string() })
			.nullable()
			.describe("The organisation that the source names in place of authors"),
		commentCount: z
			.int()
			.nonnegative()
			.nullable()
			.describe("Comments at the source when the paper was listed"),
		topics: topicIds,
		links: z
			.object({
				arxiv: link,
				doi: link,
				openreview: link,
				paper: link,
				pdf: link,
				code: link,
				project: link,
				data: link,
			})
			.describe("Kind of link to its address"),
	})
	.meta({ title: "A paper in a list" });

const topicNameSchema = z.object({ id: z.string(), name: z.string() });

/** `/papers.json`. */
export const papersJsonSchema = z
	.object({
		version,
		total: z.int().nonnegative().describe("How many papers there are"),
		papers: z
			.array(publicPaperSchema)
			.describe(
				"Newest first, undated last: every paper, or, where `total` is larger, the newest of a large collection, all of which stand in `parts`",
			),
		topics: z.array(topicNameSchema).describe("In the order of the collection"),
		parts: z.array(address).describe("Every paper, in files of at most 500, in the same order"),
	})
	.meta({ title: "All papers" });

/** `/papers/part/<number>.json`. */
export const partJsonSchema = z
	.object({
		version,
		part: z.int().positive().describe("1-based"),
		of: z.int().positive().describe("How many parts there are"),
		next: address.nullable().describe("The part after this one; null for the last"),
		papers: z.array(publicPaperSchema),
	})
	.meta({ title: "A part of the papers" });

const sourceSchema = z.object({
	listing: z.string().describe("File of the listing that the paper comes from"),
	listed: z.iso.date().nullable().describe("Day on which the listing was seen"),
	repairs: z
		.array(z.object({ from: z.string(), to: z.string() }))
		.describe("What was mended in the source's text"),
});

/** `/papers/<id>.json`. */
export const paperJsonSchema = publicPaperSchema
	.extend({
		version,
		plainTitle: z.string().describe("The title with formulas as one line of plain text"),
		paragraphs: z.array(z.string()).describe("The paragraphs of the abstract"),
		notes: z
			.string()
			.nullable()
			.describe(
				"What contributors added below the abstract, as Markdown with TeX; null where there is nothing",
			),
		doi: z.string().nullable(),
		arxiv: z.string().nullable().describe("arXiv id without version"),
		venue: z.string().nullable().describe("Journal, conference or workshop"),
		language: z.string().describe("BCP 47 tag"),
		upvotes: z.int().nonnegative().nullable().describe("Upvotes at the source when it was listed"),
		aliases: z.array(z.string()).describe("Former ids, which redirect"),
		source: sourceSchema.nullable().describe("Null for a paper written down by hand"),
		otherSources: z
			.array(sourceSchema)
			.describe("Further listings that have the paper, in the order in which they were imported"),
		formats: z
			.array(z.object({ type: z.string().describe("Media type"), url: address }))
			.describe("The same paper in other forms"),
	})
	.meta({ title: "A paper in full" });

/** `/topics.json`. */
export const topicsJsonSchema = z
	.object({
		version,
		topics: z
			.array(
				topicNameSchema.extend({
					description: z.string(),
					url: address,
					papers: z.array(z.string()).describe("Ids of the topic's papers, newest first"),
				}),
			)
			.describe("In the order of the collection"),
	})
	.meta({ title: "All topics" });

/** A paper as lists show it: a public contract, only ever added to. */
export type PublicPaper = z.infer<typeof publicPaperSchema>;

/** The schemas by the names of their files: `/schema/<name>.json`. */
export const CONTRACTS = {
	papers: papersJsonSchema,
	part: partJsonSchema,
	paper: paperJsonSchema,
	topics: topicsJsonSchema,
} as const;

/** A contract as JSON Schema (2020-12), given its own absolute address. Further keys are allowed: they may be added. */
export function jsonSchema(name: keyof typeof CONTRACTS, url: string): Record<string, unknown> {
	return { ...z.toJSONSchema(CONTRACTS[name], { io: "input" }), $id: url };
}
