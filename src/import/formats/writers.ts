import { jsonWriters } from "./writers-json.ts";
import { xmlWriters } from "./writers-xml.ts";
import { indexed, line, names, plain, type Writer } from "./writing.ts";

/** Every format that holds papers, by the name that messages give it. */
export const writers: Record<string, Writer> = {
	...jsonWriters,
	...xmlWriters,
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
						`LA  - ${line(paper.language)}`,
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
						`%G ${line(paper.language)}`,
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
		.map((author) => plain(author.given ? indexed(author) : `{${author.family}}`))
		.concat(paper.others ? ["others"] : [])
		.join(" and\n    ")}},
  abstract = {${plain(paper.abstract)}},
  date = {${paper.date}},
  doi = {${plain(paper.doi)}},
  eprint = {${paper.arxiv}},
  archiveprefix = {arXiv},
  url = {${plain(paper.address)}},
  journal = {${plain(paper.venue)}},
  langid = {${plain(paper.language)}},
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
