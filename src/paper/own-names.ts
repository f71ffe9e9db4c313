/**
 * Names that the site's own pages and files have, so that nothing of a collection can have them:
 * below `/papers/` no paper, below `/` no page of prose. Below `/topics/` there is none. A test
 * holds them to the routes in `src/pages/`.
 */
export const OWN_NAMES = {
	papers: new Set(["discussed", "page", "part"]),
	pages: new Set([
		"404",
		"api",
		"authors",
		"cards",
		"cite",
		"dates",
		"icons",
		"images",
		"index",
		"offline",
		"organizations",
		"papers",
		"saved",
		"schema",
		"search",
		"stats",
		"titles",
		"topics",
		// Archives of feeds, and what Astro writes beside the pages.
		"atom",
		"_astro",
	]),
};
