import { expect, test } from "vitest";
import { readEntry } from "../../entry/read.ts";
import { detectFormat } from "../detect.ts";
import { parseSource } from "../parse-source.ts";
import type { ParsedListing } from "../record.ts";
import { runImport } from "../run.ts";
import { papersIn, temporaryContent } from "../temporary-content.ts";
import { writers } from "./writers.ts";
import { type Fact, printed, type WrittenPaper } from "./writing.ts";

const paper: WrittenPaper = {
	title: "A plain title",
	abstract: "One paragraph.\n\nAnother one.",
	authors: [{ given: "Jane", family: "Doe" }],
	date: "2021-05-03",
	doi: "10.1000/plain",
	arxiv: "2105.00001",
	address: "https://example.org/plain.pdf",
	venue: "Journal of Owls",
	language: "de",
};

/** Papers whose facts are the same out of every format that has a place for them. */
const papers: WrittenPaper[] = [
	paper,
	{
		...paper,
		title: "Particles, a family name that is a word, and persons called Null and None",
		authors: [
			{ given: "Jan Willem", family: "van der Berg" },
			{ given: "María José", family: "de la Cruz" },
			{ given: "Muhammad ibn Musa", family: "al-Khwarizmi" },
			{ given: "Christopher", family: "Null" },
			{ family: "None" },
			{ given: "Jean", family: "d’Alembert" },
		],
		doi: "10.1000/particles",
		arxiv: "2105.00002",
	},
	{
		...paper,
		title: "A collaboration and others",
		authors: [{ family: "ATLAS Collaboration" }, { given: "Ada", family: "Lovelace" }],
		others: true,
		doi: "10.1000/others",
		arxiv: "2105.00003",
	},
	{
		...paper,
		title: "Math $\\mathcal{O}(n^2)$ stays, as do 5 % and “quotes” and 名前",
		abstract: "We show $\\alpha_i \\le \\beta$ for 94 % of owls.\n\nAnd so on: é, ß, 😀.",
		doi: "10.1000/math",
		arxiv: "2105.00004",
	},
	{
		...paper,
		title: "Five thousand authors",
		authors: Array.from({ length: 5_000 }, (_, at) => ({
			given: `Given${at}`,
			family: `Family${at}`,
		})),
		doi: "10.1000/many",
		arxiv: "2105.00005",
	},
	{ ...paper, title: "Only a month", date: "2021-05", doi: "10.1000/month", arxiv: "2105.00006" },
	{ ...paper, title: "Only a year", date: "2021", doi: "10.1000/year", arxiv: "2105.00007" },
];

function parse(text: string | Uint8Array): ParsedListing {
	const bytes = Buffer.from(text);
	return parseSource({ listing: "a", file: "a", bytes }, { listed: "2026-07-01" });
}

/** The facts of a paper, but for those that a format has no place for. */
function factsOf(made: ParsedListing["papers"][number], cannot: Fact[], text: boolean) {
	const { title, abstract, authors, moreAuthors, date, doi, venue, language } = made;
	const { links } = made;
	const can = (fact: Fact) => !cannot.includes(fact);
	return {
		title: title.text,
		// A page copied as text has no paragraphs, ids or names.
		...(text
			? { abstract: abstract.text.replace(/\s+/g, " ") }
			: { abstract: abstract.text, authors, arxiv: made.arxiv }),
		...(can("more") ? { more: moreAuthors === true } : {}),
		...(can("partial date") ? { date } : {}),
		...(can("doi") ? { doi } : {}),
		...(can("venue") ? { venue } : {}),
		...(can("language") ? { language } : {}),
		...(can("address") ? { address: links?.pdf ?? links?.project } : {}),
	};
}

/** What a paper as written looks like once it has been read. */
function asParsed(written: WrittenPaper): ParsedListing["papers"][number] {
	const { title, abstract, authors, date, doi, arxiv, venue, language } = written;
	const span = (text: string) => ({ text, line: 1, column: 1 });
	return {
		title: span(title),
		abstract: span(abstract),
		authors: authors.map(printed),
		...(written.others ? { moreAuthors: true } : {}),
		date,
		doi,
		arxiv,
		venue,
		language,
		links: { pdf: written.address },
	};
}

const formats = Object.entries(writers).map(([name, writer]) => ({ name, ...writer }));

test.each(formats)(
	"$name gives the same papers as every other format",
	({ name, cannot, write }) => {
		const carried = cannot.includes("partial date")
			? papers.map((each) => ({ ...each, date: `${each.date}-05-03`.slice(0, 10) }))
			: papers;
		const source = write(carried);
		const detected = detectFormat("a", source);
		expect("format" in detected && detected.format.name).toBe(name);
		const { papers: made, rejections, issues } = parse(source);
		expect({ rejections, issues }).toEqual({ rejections: [], issues: [] });
		const text = name.endsWith("as text");
		expect(made.map((each) => factsOf(each, cannot, text))).toEqual(
			carried.map((each) => factsOf(asParsed(each), cannot, text)),
		);
	},
);

test.each(formats.filter(({ name }) => !name.endsWith("as text")))(
	"$name is read alike with a byte order mark and Windows line ends, and refused in UTF-16",
	({ write }) => {
		const source = write(papers.slice(0, 4));
		const { papers: expected } = parse(source);
		const { papers: made, issues } = parse(`\uFEFF${source.replaceAll("\n", "\r\n")}`);
		expect(issues).toEqual([]);
		expect(made.map(({ title, authors }) => [title.text, authors])).toEqual(
			expected.map(({ title, authors }) => [title.text, authors]),
		);
		for (const marked of [source, `\uFEFF${source}`]) {
			const [issue] = parse(Buffer.from(marked, "utf16le")).issues;
			expect(issue?.message).toContain("UTF-16, expected UTF-8 text");
		}
	},
);

/** Texts as sources mark them up, and what they say. */
const MARKED_UP: [string, string][] = [
	["Erd{\\H o}s and Garc{\\'\\i}a on {BERT}", "Erdős and García on BERT"],
	["Caf&eacute; &amp; H<sub>2</sub>O", "Café & H₂O"],
	["A title\n   of two lines", "A title of two lines"],
	["E. <i>coli</i> at &lt;5 µm", "E. coli at <5 µm"],
];

test.each(formats.filter(({ name }) => !/Daily/.test(name)))(
	"$name: LaTeX, HTML and wrapped lines in a title become the characters that they stand for",
	({ write }) => {
		const source = write(
			MARKED_UP.map(([title], at) => ({ ...paper, title, doi: `10.1000/${at}`, arxiv: "" })),
		);
		expect(parse(source).papers.map(({ title }) => title.text)).toEqual(
			MARKED_UP.map(([, title]) => title),
		);
	},
);

const JATS =
	"<jats:title>Abstract</jats:title><jats:sec><jats:title>Aim</jats:title><jats:p>To show <jats:inline-formula><jats:tex-math>$\\alpha$</jats:tex-math></jats:inline-formula>.</jats:p></jats:sec><jats:p>Two.</jats:p>";

test.each(formats.filter(({ name }) => !/Daily|BibTeX/.test(name)))(
	"$name: an abstract in JATS becomes paragraphs",
	({ write }) => {
		const [made] = parse(write([{ ...paper, abstract: JATS }])).papers;
		expect(made?.abstract.text).toBe("Aim\n\nTo show $\\alpha$.\n\nTwo.");
	},
);

test("a paper of 5,000 authors becomes an entry that can be read", async () => {
	const source = writers.RIS?.write(papers.slice(4, 5)) ?? "";
	const folder = temporaryContent({ "sources/a.ris": source });
	await runImport(folder);
	const [[file, text] = ["", ""]] = Object.entries(papersIn(folder));
	const { entry, issues } = readEntry(file, text);
	expect(issues).toEqual([]);
	expect(entry?.paper.authors).toHaveLength(5_000);
});

test("JSON of the wrong shape loses a field, not the paper, nor the papers after it", () => {
	const odd = [null, 5, true, [], [[]], {}, [["x"]], { x: [{}] }, "", "null", Number.MAX_VALUE];
	const keys = "author issued abstract DOI URL container-title language note creators content";
	const items = odd.flatMap((value) =>
		keys.split(" ").map((key) => ({ id: "x", type: "a", title: "T", [key]: value })),
	);
	const { papers: made, rejections, issues } = parse(JSON.stringify(items));
	expect(issues).toEqual([]);
	expect([made.length, rejections]).toEqual([items.length, []]);
});
