import {
	type Author,
	arxivAddress,
	indexed,
	names,
	plain,
	printed,
	type Writer,
	type WrittenPaper,
} from "./writing.ts";

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

const announcement = (paper: WrittenPaper) =>
	`arXiv:${paper.arxiv}v1 Announce Type: new \nAbstract: ${paper.abstract}`;

/** Formats that are XML, see {@link Writer}. */
export const xmlWriters: Record<string, Writer> = {
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
};
