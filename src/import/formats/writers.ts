/** A paper to be written in every format, for tests: its texts are those of an honest source. */
export interface WrittenPaper {
	title: string;
	/** Paragraphs parted by an empty line. */
	abstract: string;
	/** Names with `given` are persons; the others are groups. */
	authors: { given?: string; family: string }[];
	/** The source ends the authors with `others`. */
	others?: boolean;
	/** `2021-05-03`, `2021-05` or `2021`. */
	date: string;
	doi: string;
	arxiv: string;
	address: string;
	venue: string;
	language: string;
}

/** A fact that an entry may have of a paper. */
export type Fact = "abstract" | "more" | "partial date" | "doi" | "venue" | "language" | "address";

/** Writes papers in a format; `cannot` names the facts that the format has no place for. */
export interface Writer {
	cannot: Fact[];
	write(papers: readonly WrittenPaper[]): string;
}

type Author = WrittenPaper["authors"][number];

/** `Jane Doe`. */
export const printed = ({ given, family }: Author) => (given ? `${given} ${family}` : family);
const indexed = ({ given, family }: Author) => (given ? `${family}, ${given}` : family);
const names = (paper: WrittenPaper, name: (author: Author) => string, others = "others") => [
	...paper.authors.map(name),
	...(paper.others ? [others] : []),
];
const json = (value: unknown) => JSON.stringify(value, null, 1);
const parts = ({ date }: WrittenPaper) => date.split("-").map(Number);
const arxivAddress = ({ arxiv }: WrittenPaper) => `https://arxiv.org/abs/${arxiv}`;
/** Text files have no control characters: those that have some are refused as a whole. */
const plain = (text: string) => text.replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, " ");
const line = (text: string) => plain(text).replace(/\s+/g, " ").trim();
const xml = (text: string) =>
	plain(text)
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
const element = (name: string, text: string) => `<${name}>${xml(text)}</${name}>`;
const styled = (name: string, text: string) =>
	`<${name}><style face="normal" font="default" size="100%">${xml(text)}</style></${name}>`;
const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';

const daily = (papers: readonly WrittenPaper[]) =>
	papers.map((paper) => ({
		title: paper.title,
		paper: {
			id: paper.arxiv,
			title: paper.title,
			summary: paper.abstract,
			authors: names(paper, printed).map((name) => ({ name })),
			publishedAt: `${paper.date}T00:00:00.000Z`,
			projectPage: paper.address,
		},
	}));

const csl = (paper: WrittenPaper) => ({
	id: paper.doi,
	type: "article-journal",
	title: paper.title,
	abstract: paper.abstract,
	author: [
		...paper.authors.map(({ given, family }) => (given ? { given, family } : { literal: family })),
		...(paper.others ? [{ family: "others" }] : []),
	],
	issued: { "date-parts": [parts(paper)] },
	DOI: paper.doi,
	note: `arXiv:${paper.arxiv} [cs]`,
	URL: paper.address,
	"container-title": paper.venue,
	language: paper.language,
});

const announcement = (paper: WrittenPaper) =>
	`arXiv:${paper.arxiv}v1 Announce Type: new \nAbstract: ${paper.abstract}`;

/** Every format that holds papers, by the name that messages give it. */
export const writers: Record<string, Writer> = {
	"a Daily Papers page as text": {
		cannot: ["doi", "venue", "language", "more", "partial date", "address"],
		write: (papers) =>
			["Daily Papers", "byAK and the research community", "Jul 1, 2026"]
				.concat(
					...papers.map((paper) => [
						line(paper.title) || "-",
						line(paper.abstract) || "-",
						`  • ${paper.authors.length} authors\n·\nMay 3, 2021`,
					]),
				)
				.join("\n\n"),
	},
	"Daily Papers JSON": {
		cannot: ["doi", "venue", "language", "partial date"],
		write: (papers) => json(daily(papers)),
	},
	"a saved Daily Papers page": {
		cannot: ["doi", "venue", "language", "partial date"],
		write: (papers) =>
			`<!DOCTYPE html>\n<html><head><title>Daily Papers</title></head><body>\n<div class="SVELTE_HYDRATER" data-target="DailyPapers" data-props="${JSON.stringify(
				{ dateString: "2026-07-01", dailyPapers: daily(papers) },
			)
				.replaceAll("&", "&amp;")
				.replaceAll('"', "&quot;")}"></div>\n</body></html>`,
	},
	"Crossref JSON": {
		cannot: [],
		write: (papers) =>
			json({
				message: {
					items: papers.map((paper) => ({
						...csl(paper),
						title: [paper.title],
						"container-title": [paper.venue],
						resource: { primary: { URL: paper.address } },
						URL: `https://doi.org/${paper.doi}`,
					})),
				},
			}),
	},
	"CSL-JSON": { cannot: [], write: (papers) => json(papers.map(csl)) },
	"Zotero JSON": {
		cannot: [],
		write: (papers) =>
			json({
				config: { id: "36a3b0b5-bad0-4a04-b79b-441c7cef77db", label: "BetterBibTeX JSON" },
				items: papers.map((paper) => ({
					itemType: "journalArticle",
					title: paper.title,
					abstractNote: paper.abstract,
					creators: [
						...paper.authors.map(({ given, family }) =>
							given
								? { creatorType: "author", firstName: given, lastName: family }
								: { creatorType: "author", name: family },
						),
						...(paper.others ? [{ creatorType: "author", name: "others" }] : []),
						{ creatorType: "editor", firstName: "Not", lastName: "Author" },
					],
					date: paper.date,
					DOI: paper.doi,
					extra: `Note: x\narXiv:${paper.arxiv} [cs]`,
					url: paper.address,
					publicationTitle: paper.venue,
					language: paper.language,
				})),
			}),
	},
	"OpenReview JSON": {
		cannot: ["language", "partial date"],
		write: (papers) =>
			json({
				notes: papers.map((paper, index) => ({
					id: `note${index}`,
					forum: `note${index}`,
					pdate: Date.parse(paper.date),
					content: {
						title: { value: paper.title },
						abstract: { value: paper.abstract },
						authors: { value: names(paper, printed) },
						venue: { value: paper.venue },
						doi: { value: paper.doi },
						html: { value: paper.address },
						code: { value: arxivAddress(paper) },
					},
				})),
			}),
	},
	"arXiv Atom": {
		cannot: ["language", "partial date", "address"],
		write: (papers) =>
			`${XML}<feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/x</id>\n${papers
				.map(
					(paper) =>
						`<entry><id>http://arxiv.org/abs/${paper.arxiv}v1</id>${element("title", paper.title)}${element("summary", paper.abstract)}<published>${paper.date}T00:00:00Z</published>${names(
							paper,
							printed,
						)
							.map((name) => `<author>${element("name", name)}</author>`)
							.join(
								"",
							)}${element("arxiv:doi", paper.doi)}${element("arxiv:journal_ref", paper.venue)}<link title="pdf" href="${xml(paper.address)}"/></entry>`,
				)
				.join("\n")}\n</feed>`,
	},
	"arXiv RSS": {
		cannot: ["venue", "doi", "language", "partial date", "address"],
		write: (papers) =>
			`${XML}<rss version="2.0"><channel><title>cs.CL updates on arXiv.org</title>\n${papers
				.map(
					(paper) =>
						`<item>${element("title", paper.title)}<link>${arxivAddress(paper)}</link>${element("description", announcement(paper))}<pubDate>${new Date(paper.date).toUTCString()}</pubDate><arxiv:announce_type>new</arxiv:announce_type>${element("dc:creator", names(paper, printed).join(", "))}</item>`,
				)
				.join("\n")}\n</channel></rss>`,
	},
	"EndNote XML": {
		cannot: [],
		write: (papers) =>
			`${XML}<xml><records>${papers
				.map((paper) => {
					const [year = "", month, day] = paper.date.split("-");
					const when = month
						? new Date(paper.date).toLocaleDateString("en-US", {
								timeZone: "UTC",
								month: "short",
								...(day ? { day: "numeric" } : {}),
							})
						: "";
					return `<record><ref-type name="Journal Article">17</ref-type><contributors><authors>${names(
						paper,
						indexed,
					)
						.map((name) => styled("author", name))
						.join(
							"",
						)}</authors></contributors><titles>${styled("title", paper.title)}${styled("secondary-title", paper.venue)}</titles><dates>${styled("year", year)}<pub-dates>${styled("date", when)}</pub-dates></dates>${styled("electronic-resource-num", `DOI ${paper.doi}`)}${styled("accession-num", `arXiv:${paper.arxiv}`)}${styled("abstract", paper.abstract)}${styled("language", paper.language)}<urls><related-urls>${styled("url", paper.address)}</related-urls></urls></record>`;
				})
				.join("\n")}</records></xml>`,
	},
	"Zotero RDF": {
		cannot: [],
		write: (papers) =>
			`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#">\n${papers
				.map(
					(paper, index) =>
						`<bib:Article rdf:about="#item_${index}"><z:itemType>journalArticle</z:itemType><dcterms:isPartOf><bib:Journal>${element("dc:title", paper.venue)}${element("dc:identifier", `DOI ${paper.doi}`)}<dc:identifier>ISSN 0028-0836</dc:identifier></bib:Journal></dcterms:isPartOf><bib:authors><rdf:Seq>${[
							...paper.authors,
							...(paper.others ? [{ family: "others" } as Author] : []),
						]
							.map(
								({ given, family }) =>
									`<rdf:li><foaf:Person>${element("foaf:surname", family)}${given ? element("foaf:givenName", given) : ""}</foaf:Person></rdf:li>`,
							)
							.join(
								"",
							)}</rdf:Seq></bib:authors>${element("dc:title", paper.title)}${element("dcterms:abstract", paper.abstract)}${element("dc:date", paper.date)}${element("z:language", paper.language)}<dc:identifier><dcterms:URI>${element("rdf:value", paper.address)}</dcterms:URI></dc:identifier>${element("dc:description", `arXiv:${paper.arxiv} [cs]`)}</bib:Article>`,
				)
				.join("\n")}\n</rdf:RDF>`,
	},
	MODS: {
		cannot: [],
		write: (papers) =>
			`${XML}<modsCollection xmlns="http://www.loc.gov/mods/v3">\n${papers
				.map(
					(paper) =>
						`<mods><titleInfo>${element("title", paper.title)}</titleInfo>${[
							...paper.authors,
							...(paper.others ? [{ family: "others" } as Author] : []),
						]
							.map(({ given, family }) =>
								given
									? `<name type="personal"><namePart type="given">${xml(given)}</namePart><namePart type="family">${xml(family)}</namePart><role><roleTerm type="code">aut</roleTerm></role></name>`
									: `<name type="corporate">${element("namePart", family)}</name>`,
							)
							.join(
								"",
							)}<relatedItem type="host"><titleInfo>${element("title", paper.venue)}</titleInfo><originInfo>${element("dateIssued", paper.date)}</originInfo></relatedItem><identifier type="doi">${xml(paper.doi)}</identifier>${element("abstract", paper.abstract)}<language>${element("languageTerm", paper.language)}</language><location>${element("url", paper.address)}${element("url", arxivAddress(paper))}</location></mods>`,
				)
				.join("\n")}\n</modsCollection>`,
	},
	RIS: {
		cannot: [],
		write: (papers) =>
			papers
				.map((paper) =>
					[
						"TY  - JOUR",
						`TI  - ${line(paper.title)}`,
						...names(paper, indexed).map((name) => `AU  - ${line(name)}`),
						`AB  - ${plain(paper.abstract)}`,
						`DA  - ${paper.date.replaceAll("-", "/")}`,
						`DO  - ${line(paper.doi)}`,
						`AN  - arXiv:${paper.arxiv}`,
						`UR  - ${line(paper.address)}`,
						`T2  - ${line(paper.venue)}`,
						`LA  - ${paper.language}`,
						"ER  - ",
					].join("\n"),
				)
				.join("\n\n"),
	},
	"EndNote tagged": {
		cannot: [],
		write: (papers) =>
			papers
				.map((paper) =>
					[
						"%0 Journal Article",
						`%T ${line(paper.title)}`,
						...names(paper, indexed).map((name) => `%A ${line(name)}`),
						`%X ${plain(paper.abstract)}`,
						`%D ${paper.date.slice(0, 4)}`,
						`%8 ${paper.date}`,
						`%R ${line(paper.doi)}`,
						`%M arXiv:${paper.arxiv}`,
						`%U ${line(paper.address)}`,
						`%J ${line(paper.venue)}`,
						`%G ${paper.language}`,
					].join("\n"),
				)
				.join("\n\n"),
	},
	BibTeX: {
		cannot: [],
		write: (papers) =>
			papers
				.map(
					(paper) => `@article{key,
  title = {${plain(paper.title)}},
  author = {${paper.authors
		.map((author) => (author.given ? indexed(author) : `{${author.family}}`))
		.concat(paper.others ? ["others"] : [])
		.join(" and\n    ")}},
  abstract = {${plain(paper.abstract)}},
  date = {${paper.date}},
  doi = {${plain(paper.doi)}},
  eprint = {${paper.arxiv}},
  archiveprefix = {arXiv},
  url = {${plain(paper.address)}},
  journal = {${plain(paper.venue)}},
  langid = {${paper.language}},
}`,
				)
				.join("\n\n"),
	},
	"CSV or TSV with a header": {
		cannot: [],
		write: (papers) =>
			[
				[
					..."Key,Item Type,Publication Year,Author,Title,Publication Title,DOI,Url".split(","),
					..."Abstract Note,Date,Language,Extra".split(","),
				],
				...papers.map((paper) => [
					"KEY",
					"journalArticle",
					paper.date.slice(0, 4),
					names(paper, indexed).join("; "),
					paper.title,
					paper.venue,
					paper.doi,
					paper.address,
					paper.abstract,
					paper.date,
					paper.language,
					`arXiv:${paper.arxiv} [cs]`,
				]),
			]
				.map((row) => row.map((cell) => `"${plain(cell).replaceAll('"', '""')}"`).join(","))
				.join("\n"),
	},
};
