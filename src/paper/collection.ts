import { z } from "zod";

/** `collection.yaml`: what makes this site this site. */
export const collectionSchema = z.strictObject({
	title: z.string().min(1, "expected some text").describe("Name of the collection."),
	tagline: z.string().min(1, "expected some text").describe("One sentence below the title."),
	byline: z
		.string()
		.min(1, "expected some text")
		.optional()
		.describe("Who keeps the collection, as it should be read: `by the NLP group`."),
	url: z
		.url({ protocol: /^https?$/, error: "expected an address that begins with https://" })
		.describe("Address at which the site is published; its path is the base path."),
	repository: z
		.url({ protocol: /^https?$/, error: "expected an address that begins with https://" })
		.optional()
		.describe("Address of the repository in which people suggest changes."),
	license: z
		.string()
		.min(1, "expected some text")
		.optional()
		.describe("Who owns what, in one sentence."),
	language: z
		.string()
		.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "expected a language tag such as en or pt-BR")
		.default("en")
		.describe("Language of the pages and of papers that name none, as a BCP 47 tag."),
	firstUrl: z
		.url({ protocol: /^https?$/, error: "expected an address that begins with https://" })
		.optional()
		.describe(
			"Where the site has moved: the address at which it was first published. Ids in feeds keep it, so that readers of feeds do not take every paper for a new one.",
		),
	hub: z
		.url({ protocol: /^https?$/, error: "expected an address that begins with https://" })
		.optional()
		.describe(
			"Address of the WebSub hub that feeds name: whoever publishes the site tells it of news.",
		),
	subscribe: z
		.url({ protocol: /^https?$/, error: "expected an address that begins with https://" })
		.optional()
		.describe("Address of the page where readers subscribe to the digest by mail."),
});

/** See {@link collectionSchema}. */
export type Collection = z.infer<typeof collectionSchema>;
