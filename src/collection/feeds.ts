import type { Entry } from "../entry/read.ts";
import { plainTitle } from "../entry/title.ts";
import { isCalendarDate } from "../paper/dates.ts";
import type { Feed, FeedEntry, FeedFile, FeedList } from "../paper/feed.ts";
import { typographic } from "../paper/typography.ts";
import { dayInFeeds, type Followed, followed } from "./followed.ts";
import type { Model } from "./model.ts";
import { href, urls } from "./urls.ts";

/** Papers in a feed, and on each page of its archive. */
export const PAPERS_IN_FEED = 50;

/** A feed, or a page of its archive, as a file of the site. */
export interface FeedDocument {
	/** Path from the site's root, not encoded. */
	path: string;
	file: FeedFile;
	followed: Followed;
	/** Number of the page of the archive, 1 for the oldest papers; undefined for the feed itself. */
	archive?: number | undefined;
}

/** Every feed of the site in every form that it has, and the pages of their archives, which are Atom. */
export function feedDocuments(model: Model): FeedDocument[] {
	const { all, topics, organizations, authors } = followed(model);
	return [all, ...topics, ...organizations, ...authors].flatMap((part) => [
		...part.files.map((file) => ({ path: part.folder + file, file, followed: part })),
		...Array.from({ length: archivesOf(part) }, (_, index) => ({
			path: archivePath(part, index + 1),
			file: "atom.xml" as const,
			followed: part,
			archive: index + 1,
		})),
	]);
}

/** All that decides what stands in a feed or on a page of its archive, for its key. */
export function feedParts({ followed: part, ...document }: FeedDocument): unknown {
	const entries = onPage(part.entries, document.archive);
	return { ...document, followed: { ...part, entries }, archives: archivesOf(part) };
}

/** What stands in a feed or on a page of its archive. `site` is the origin of the site. */
export function feedOf(document: FeedDocument, model: Model, site: URL): Feed {
	const { path, file, followed: part, archive } = document;
	const { title, language, hub } = model.collection;
	const absolute = (relative: string) => new URL(href(encodeURI(relative)), site).href;
	const pageOf = (number: number) =>
		file === "atom.xml" && number >= 1 && number <= archivesOf(part)
			? absolute(archivePath(part, number))
			: undefined;
	const entries = onPage(part.entries, archive);
	return {
		id: lasting(encodeURI(part.folder), model),
		title: part.title,
		description: part.description,
		author: title,
		language,
		page: absolute(part.folder),
		self: absolute(path),
		hub,
		updated: (entries[0] && dayInFeeds(entries[0])) ?? "1970-01-01",
		entries: entries.flatMap((entry) => feedEntry(entry, model, site)),
		archives: archive
			? {
					current: absolute(part.folder + file),
					previous: pageOf(archive - 1),
					next: pageOf(archive + 1),
				}
			: { previous: pageOf(archivesOf(part)) },
	};
}

/** The list of all feeds, as Atom. `site` is the origin of the site. */
export function feedList(model: Model, site: URL): FeedList {
	const { all, topics, organizations, authors } = followed(model);
	const absolute = (relative: string) => new URL(href(encodeURI(relative)), site).href;
	const feeds = (parts: readonly Followed[]) =>
		parts.map(({ title, folder }) => ({
			title,
			page: absolute(folder),
			url: absolute(`${folder}atom.xml`),
		}));
	return {
		title: model.collection.title,
		page: absolute(""),
		groups: [
			{ name: "All papers", feeds: feeds([all]) },
			{ name: "Topics", feeds: feeds(topics) },
			{ name: "Organisations", feeds: feeds(organizations) },
			{ name: "Authors", feeds: feeds(authors) },
		],
	};
}

function feedEntry(entry: Entry, model: Model, site: URL): FeedEntry[] {
	const { paper } = entry;
	const updated = dayInFeeds(entry);
	if (!updated) return [];
	const { authors = [], authorCount = 0, organization } = paper;
	const counted =
		authorCount === 1 ? ["1 author"] : authorCount > 1 ? [`${authorCount} authors`] : [];
	const group = organization ? [organization.name] : counted;
	// A paper that was renamed keeps the id of its first name.
	const first = paper.aliases?.[0] ?? paper.id;
	return [
		{
			id: lasting(`papers/${encodeURIComponent(first)}/`, model),
			url: new URL(urls.paper(paper.id), site).href,
			title: typographic(plainTitle(paper.title)),
			abstract: typographic(paper.abstract),
			published: isCalendarDate(paper.date ?? "") ? paper.date : undefined,
			updated,
			authors: authors.length > 0 ? authors : group,
			topics: paper.topics.flatMap((id) => {
				const topic = model.topic(id);
				return topic ? [{ id, name: topic.name }] : [];
			}),
			language: paper.language === model.collection.language ? undefined : paper.language,
		},
	];
}

/** The address of a page when the site was first published: RFC 4287 (4.2.6) wants ids that outlast a move. */
function lasting(path: string, { collection }: Model): string {
	const first = collection.firstUrl ?? collection.url;
	return new URL(path, first.endsWith("/") ? first : `${first}/`).href;
}

/** The newest papers, or those of a page of the archive. Its pages count from the oldest paper, so they stay. */
function onPage(entries: readonly Entry[], archive: number | undefined): readonly Entry[] {
	if (!archive) return entries.slice(0, PAPERS_IN_FEED);
	return entries.slice(
		entries.length - archive * PAPERS_IN_FEED,
		entries.length - (archive - 1) * PAPERS_IN_FEED,
	);
}

/** So many full pages hold all papers that are no longer in the feed itself. */
function archivesOf({ entries }: Followed): number {
	return Math.max(0, Math.ceil(entries.length / PAPERS_IN_FEED) - 1);
}

function archivePath({ folder }: Followed, number: number): string {
	return `${folder}atom/${number}.xml`;
}
