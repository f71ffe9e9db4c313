import type { Paper } from "./schema.ts";

/** What a feed says of itself. All addresses are absolute. */
interface FeedChannel {
	title: string;
	description: string;
	/** Language as a BCP 47 tag. */
	language: string;
	/** The page that the feed follows. */
	page: string;
	/** Addresses of the feed in its three forms. */
	rss: string;
	atom: string;
	json: string;
}

/** A paper in a feed, with the absolute address of its page. */
interface FeedPaper {
	paper: Paper;
	url: string;
}

/** What stands in a feed: of the whole collection, or of one topic. */
export interface FeedContent {
	channel: FeedChannel;
	/** Newest first. */
	papers: FeedPaper[];
}
