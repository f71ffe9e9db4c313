const PAGE = 50;

/** A site of papers as Eleventy’s documentation does it: collections, each a list of pages. */
export default function (config) {
	config.addPassthroughCopy("style.css");
	config.addFilter("isoDay", iso);
	config.addFilter("rfc822", (date) => date.toUTCString());
	const newestFirst = (api) => api.getFilteredByGlob("papers/*.md").reverse();
	config.addCollection("papersNewest", newestFirst);
	config.addCollection("topicPages", (api) =>
		[...grouped(newestFirst(api), ({ data }) => data.topics ?? [])].flatMap(([id, papers]) =>
			pages(papers).map((page) => ({ id, ...page })),
		),
	);
	config.addCollection("topicFeeds", (api) =>
		[...grouped(newestFirst(api), ({ data }) => data.topics ?? [])].map(([id, papers]) => ({
			id,
			papers: papers.slice(0, PAGE),
		})),
	);
	const period = (length) => (api) =>
		[...grouped(newestFirst(api), ({ date }) => [iso(date).slice(0, length)])].map(
			([name, papers]) => ({
				name,
				path: name.replaceAll("-", "/"),
				papers,
				days: [...grouped(papers, ({ date }) => [iso(date)])].map(([day, of]) => ({
					day,
					path: day.replaceAll("-", "/"),
					count: of.length,
				})),
			}),
		);
	config.addCollection("years", period(4));
	config.addCollection("months", period(7));
	config.addCollection("days", period(10));
	return { markdownTemplateEngine: false, dir: { output: "out" } };
}

function iso(date) {
	return date.toISOString().slice(0, 10);
}

function pages(papers) {
	const last = Math.ceil(papers.length / PAGE);
	return Array.from({ length: last }, (_, index) => ({
		number: index + 1,
		last,
		papers: papers.slice(index * PAGE, (index + 1) * PAGE),
	}));
}

function grouped(papers, keysOf) {
	const groups = new Map();
	for (const paper of papers) {
		for (const key of keysOf(paper)) {
			if (!groups.has(key)) groups.set(key, []);
			groups.get(key).push(paper);
		}
	}
	return groups;
}
