import { expect, test } from "vitest";
import { type Facts, identityOf, PaperIndex, samePaper } from "./same-paper.ts";

const paper = (facts: Partial<Facts>): Facts => ({
	id: "a",
	title: "On the Flight of Owls",
	...facts,
});
const doi = (value: string) => ({ links: { doi: `https://doi.org/${value}` } });
const arxiv = (value: string) => ({ links: { arxiv: `https://arxiv.org/abs/${value}` } });
const authors = ["Ada Lovelace", "Kurt Gödel"];

/** What two papers are found by, in either order, and through the index too. */
function same(a: Partial<Facts>, b: Partial<Facts>): string | undefined {
	const [one, other] = [identityOf(paper(a)), identityOf(paper(b))];
	const index = new PaperIndex<string>();
	index.add(one, "found");
	expect(index.find(other)?.same).toEqual(samePaper(one, other));
	expect(samePaper(other, one)?.by).toBe(samePaper(one, other)?.by);
	return samePaper(one, other)?.by;
}

test.each<[string, string | undefined, Partial<Facts>, Partial<Facts>]>([
	[
		"a DOI, in any case",
		"doi",
		{ ...doi("10.1000/ABC"), title: "One" },
		{ ...doi("10.1000/abc"), title: "Two" },
	],
	[
		"a DOI in the id",
		"doi",
		{ id: "10.1000-abc", title: "One" },
		{ ...doi("10.1000/abc"), title: "Two" },
	],
	[
		"a DOI in a former id",
		"doi",
		{ aliases: ["10.1000-abc"], title: "One" },
		{ ...doi("10.1000/abc"), title: "Two" },
	],
	["no DOI: another one", undefined, doi("10.1000/abc"), doi("10.1000/abd")],
	[
		"no paper: the DOI of a volume, given for every paper in it",
		undefined,
		{ ...doi("10.1000/v"), title: "One", authors: ["Ada Lovelace"] },
		{ ...doi("10.1000/v"), title: "Two", authors: ["Kurt Gödel"] },
	],
	[
		"an arXiv id, whatever the version",
		"arxiv",
		{ ...arxiv("2301.00001v1"), title: "One" },
		{ ...arxiv("2301.00001v3"), title: "Two" },
	],
	[
		"an arXiv id in the id",
		"arxiv",
		{ id: "2301.00001", title: "One" },
		{ ...arxiv("2301.00001"), title: "Two" },
	],
	[
		"an old arXiv id",
		"arxiv",
		{ id: "math.gt-0309136", title: "One" },
		{ ...arxiv("math.GT/0309136"), title: "Two" },
	],
	[
		"an arXiv id in the address of a PDF",
		"arxiv",
		{ ...arxiv("2301.00001"), title: "One" },
		{ links: { pdf: "https://arxiv.org/pdf/2301.00001v2.pdf" }, title: "Two" },
	],
	[
		"an arXiv id as DOI",
		"arxiv",
		{ ...arxiv("2301.00001"), title: "One" },
		{ ...doi("10.48550/arXiv.2301.00001"), title: "Two" },
	],
	["no arXiv id: another one", undefined, arxiv("2301.00001"), arxiv("2301.00002")],
	[
		"an id of arXiv’s form in a title",
		undefined,
		{ id: "covid-1234567", title: "One" },
		{ ...arxiv("covid/1234567"), title: "Two" },
	],
	[
		"a title, though one is published and one a preprint",
		"title",
		{ ...doi("10.1000/a"), authors },
		{ ...arxiv("2301.00001"), authors },
	],
	[
		"a title in another case, with other accents, marks and spaces",
		"title",
		{ title: "Gödel’s  Owls: a multi-modal Study" },
		{ title: "GODEL'S OWLS – A Multimodal study." },
	],
	[
		"a title with math in another markup",
		"title",
		{ title: "The $\\mathcal{O}(n)$ Owls of $\\alpha_2$" },
		{ title: "The O(n) owls of α2" },
	],
	[
		"a title with an ampersand",
		"title",
		{ title: "Owls &amp; Wrens" },
		{ title: "Owls and wrens" },
	],
	["a title, where one side has no authors", "title", { authors }, {}],
	[
		"a title, where one side leaves out authors",
		"title",
		{ authors },
		{ authors: ["A. Lovelace"] },
	],
	["no title: the authors differ", undefined, { authors }, { authors: ["Alan Turing"] }],
	[
		"a title, where one side puts family names first",
		"title",
		{ authors },
		{ authors: ["Lovelace, Ada", "Gödel, Kurt"] },
	],
	[
		"no title: another collaboration",
		undefined,
		{ authors: ["ATLAS Collaboration"] },
		{ authors: ["CMS Collaboration"] },
	],
	[
		"no title: another language of that name",
		undefined,
		{ title: "Owls in C" },
		{ title: "Owls in C++" },
	],
	[
		"no title: other numbers where the letters agree",
		undefined,
		{ title: "Owls of 4 5" },
		{ title: "Owls of 45" },
	],
	[
		"no title: words that say the contrary",
		undefined,
		{ authors, title: "Supervised Learning of Flight" },
		{ authors, title: "Unsupervised Learning of Flight" },
	],
	[
		"nearly a title, with the same authors",
		"near-title",
		{ authors, title: "A Tokenizer for the Big Owls" },
		{ authors, title: "The Tokeniser for Big Owls" },
	],
	[
		"no title: nearly one, without authors",
		undefined,
		{ authors, title: "A Tokenizer for the Big Owls" },
		{ title: "A Tokeniser for the Big Owls" },
	],
	[
		"no title: nearly one, with one author more",
		undefined,
		{ authors, title: "A Tokenizer for the Big Owls" },
		{ authors: [...authors, "Alan Turing"], title: "A Tokeniser for the Big Owls" },
	],
	[
		"no title: another part",
		undefined,
		{ authors, title: "The Flight of Owls, Part I" },
		{ authors, title: "The Flight of Owls, Part II" },
	],
	[
		"no title: another year",
		undefined,
		{ authors, title: "Findings on Owls 2021" },
		{ authors, title: "Findings on Owls 2022" },
	],
	[
		"a part with its number in other figures",
		"title",
		{ title: "The Flight of Owls, Part II" },
		{ title: "The flight of owls – part II" },
	],
	["no title: one that many papers have", undefined, { title: "Preface" }, { title: "Preface" }],
	[
		"no title: one that many papers have, by the same authors",
		undefined,
		{ title: "Guest Editorial", authors },
		{ title: "Guest editorial", authors },
	],
	[
		"such a title by the same authors in one venue",
		"title",
		{ title: "Guest Editorial", authors, venue: "Owls 3" },
		{ title: "Guest editorial", authors, venue: "Owls, 3" },
	],
	[
		"such a title by the same authors of one day",
		"title",
		{ title: "Preface", authors, date: "2026-05-11" },
		{ title: "Preface", authors, date: "2026-05-11" },
	],
	[
		"no title: such a title by the same authors of another day",
		undefined,
		{ title: "Preface", authors, date: "2026-05-11" },
		{ title: "Preface", authors, date: "2026-05-12" },
	],
	[
		"no title: such a title by the same authors of one month",
		undefined,
		{ title: "Preface", authors, date: "2026-05" },
		{ title: "Preface", authors, date: "2026-05" },
	],
	["no title: none has letters", undefined, { title: "?" }, { title: "!" }],
])("two records are one paper by %s", (_, by, a, b) => {
	expect(same(a, b)).toBe(by);
});

test("10,000 papers are compared with 10,000 in a second, also where all have the same authors", () => {
	const papers = Array.from({ length: 10_000 }, (_, at) =>
		identityOf(
			paper({
				id: `p-${at}`,
				title: `${at.toString(36)} owl in flight number ${at}`,
				authors: ["Wei Wang"],
			}),
		),
	);
	const index = new PaperIndex<number>();
	const started = process.cpuUsage();
	for (const [at, identity] of papers.entries()) index.add(identity, at);
	expect(papers.map((identity) => index.find(identity)?.item)).toEqual(papers.map((_, at) => at));
	const { user, system } = process.cpuUsage(started);
	expect((user + system) / 1e6).toBeLessThan(1);
});
