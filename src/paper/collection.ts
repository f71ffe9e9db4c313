import { z } from "zod";

/** `collection.yaml`: what makes this site this site. */
export const collectionSchema = z.strictObject({
	/** Name of the collection. */
	title: z.string().min(1),
	/** One sentence below the title. */
	tagline: z.string().min(1),
	/** Who keeps the collection, as it should be read: `by the NLP group`. */
	byline: z.string().min(1).optional(),
	/** Address at which the site is published; its path is the base path. */
	url: z.url({ protocol: /^https?$/, error: "expected an address that begins with https://" }),
	/** Address of the repository in which people suggest changes. */
	repository: z
		.url({ protocol: /^https?$/, error: "expected an address that begins with https://" })
		.optional(),
	/** Who owns what, in one sentence. */
	license: z.string().min(1).optional(),
	/** Language of the pages and of papers that name none, as a BCP 47 tag. */
	language: z
		.string()
		.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "expected a language tag such as en or pt-BR")
		.default("en"),
	/**
	 * Where the site has moved: the address at which it was first published. Ids in feeds keep it, so
	 * that readers of feeds do not take every paper for a new one.
	 */
	firstUrl: z
		.url({ protocol: /^https?$/, error: "expected an address that begins with https://" })
		.optional(),
	/** Address of the WebSub hub that feeds name: whoever publishes the site tells it of news. */
	hub: z
		.url({ protocol: /^https?$/, error: "expected an address that begins with https://" })
		.optional(),
});

/** See {@link collectionSchema}. */
export type Collection = z.infer<typeof collectionSchema>;
