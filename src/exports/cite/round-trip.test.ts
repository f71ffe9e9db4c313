import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { plugins } from "@citation-js/core";
import { describe, expect, test } from "vitest";
import { citableOf } from "../../../tests/entry.ts";
import { WHOLE } from "../../../tests/whole.ts";
import { bibtex } from "../../import/formats/bibtex.ts";
import { cslJson } from "../../import/formats/csl-json.ts";
import { ris } from "../../import/formats/ris.ts";
import { toPlainText } from "../../import/plain-text.ts";
import type { Format } from "../../import/record.ts";
import { citationKeys } from "../../paper/citation-key.ts";
import { type Citable, joinCitations } from "../../paper/citations.ts";
import { languageTag } from "../../paper/languages.ts";
import type { Paper } from "../../paper/schema.ts";
import { oneLine } from "../cited-paper.ts";
import { type CslItem, cslItem } from "./csl-item.ts";
import { citation, type ProgramFormat } from "./texts.ts";

/** What a reference manager keeps of a paper. */
interface Kept {
	title: string;
	authors: string[];
	date: string | undefined;
	doi: string | undefined;
	venue: string | undefined;
	url: string | undefined;
	language: string | undefined;
	/** In one line: only CSL-JSON has paragraphs. */
	abstract: string;
}

/** A list as our own importer reads it: BibTeX through @retorquere/bibtex-parser, RIS and CSL-JSON by itself. */
function imported(format: Format, text: string): Kept[] {
	const { papers, issues, rejections } = format.parse(text, "papers", {});
	expect([issues, rejections]).toEqual([[], []]);
	return papers.map(({ title, abstract, authors = [], date, links = {}, ...rest }) => ({
		title: title.text,
		authors,
		date,
		doi: rest.doi,
		venue: rest.venue,
		url: links.paper ?? links.openreview ?? links.pdf ?? links.code ?? links.arxiv ?? links.doi,
		language: rest.language,
		abstract: oneLine(abstract.text),
	}));
}

/** A list as citation-js reads it. */
function citationJs(type: string, text: string): Kept[] {
	return plugins.input.chain(text, { forceType: type }).map((item) => ({
		title: item.title.replace(/<\/?span[^>]*>/g, ""),
		authors: (item.author ?? []).map(printed),
		date: dateOf(item),
		doi: item.DOI,
		venue: item["container-title"]?.replace(/<\/?span[^>]*>/g, ""),
		url: item.URL,
		language: languageTag(item.language),
		abstract: oneLine((item.abstract ?? "").replace(/<\/?span[^>]*>/g, "")),
	}));
}

/** BibTeX as citation-js reads it. What it knows in BibLaTeX alone, though BibTeX has it too, it reads as that. */
function citationJsBibtex(text: string): Kept[] {
	const more = citationJs("@biblatex/text", text);
	return citationJs("@bibtex/text", text).map((kept, at) => {
		const { language, abstract = "" } = more[at] ?? {};
		return { ...kept, language, abstract };
	});
}

/** Names in which a source put the accent of í over an ı without dot: readers of LaTeX make one letter of them. */
const oneLetter = (kept: Kept): Kept => ({
	...kept,
	authors: kept.authors.map((name) => name.replaceAll("ı\u0301", "í")),
});

function printed(name: NonNullable<CslItem["author"]>[number]): string {
	const parts = [name.given, name["non-dropping-particle"], name.family, name.suffix, name.literal];
	return parts.filter(Boolean).join(" ");
}

function dateOf({ issued }: CslItem): string | undefined {
	return issued?.["date-parts"][0]?.map((part) => String(part).padStart(2, "0")).join("-");
}

function expected(citables: readonly Citable[]): Kept[] {
	return citables.map((citable) => {
		const item = cslItem(citable);
		return {
			title: item.title,
			authors: (citable.paper.authors ?? []).map((name) => name.replace(/\s+/g, " ")),
			date: citable.paper.date,
			doi: item.DOI,
			venue: item["container-title"],
			url: item.URL,
			language: item.language,
			abstract: oneLine(citable.paper.abstract),
		};
	});
}

function citablesOf(papers: readonly Paper[]): Citable[] {
	const keys = citationKeys(papers);
	return papers.map((paper) =>
		citableOf({
			paper,
			key: keys.get(paper.id) ?? "",
			title: paper.title,
			page: `https://example.org/papers/${paper.id}/`,
			language: paper.language ?? "en",
		}),
	);
}

const fileOf = (format: ProgramFormat, citables: readonly Citable[], abstract = true) =>
	joinCitations(
		format,
		citables.map((citable) => citation(format, citable, { abstract })),
	);

const paper = (id: string, facts: Partial<Paper>): Paper => ({
	id,
	title: "Swifts",
	abstract: "",
	topics: [],
	links: {},
	...facts,
});

const HOSTILE = [
	paper("abstract", {
		abstract: "50% of $5 _ ^ ~ # \\ \\alpha { }} {{ | <b>\n\nER  - \n\n@article{x, a = {b}}",
		language: "zh-Hans",
		links: { openreview: "https://openreview.net/forum?id=a_b%7D&x=~#c" },
	}),
	paper("markup", { title: "]]> </script> <i>swifts</i> &amp; & <", authors: ["null", "others"] }),
	paper("latex", { title: "50% of $5 _ ^ ~ # \\ \\alpha { }} {{ | -- ``q'' @article{x," }),
	paper("lines", { title: "One\ntwo\r\n TY  - JOUR\nER  - ", abstract: "a\n\nER  - \nb" }),
	paper("marks", { title: "\u202bهجرة\u202c الطيور 🐦 👩‍🔬", authors: ["محمد علي"] }),
	paper("long", { title: "word ".repeat(1000).trim() }),
	paper("names", {
		title: "Über Vögel: naïve Größe, Łódź, Çalıkuşu, ﬁn, Việt, Øre, ½",
		authors: [
			"Ludwig van Beethoven",
			"Martin Luther King Jr.",
			"山田太郎",
			"Émile Çelik",
			"Łukasz Ørsted",
			"Nguyễn Văn Ả",
			"The ATLAS Collaboration",
			"Simon and Schuster",
			"{Brace} O'Neil",
			"__proto__",
		],
	}),
	paper("old", { date: "1665-03-06", title: "Of Swifts", venue: "Philosophical Transactions" }),
	paper("month", { date: "2022-05", title: "Swifts of May", venue: "AAAI 2022" }),
	paper("year", { date: "2022", title: "Swifts of a year", venue: "AAAI 2022" }),
	paper("future", { date: "2099-12-31", title: "Swifts to come", venue: "AAAI 2099" }),
	paper("doi", {
		title: "DOIs & addresses",
		venue: "Journal of Birds & Bees",
		links: {
			doi: "https://doi.org/10.1000/a_b(c)%23d",
			paper: "https://example.org/a_b?c=%7Bd%7D&e=f%25",
		},
	}),
	paper("constructor", { title: "constructor" }),
];

/** The parsers: what they make of a text. */
const PARSERS: [name: string, format: ProgramFormat, read: (text: string) => Kept[]][] = [
	["citation-js", "bibtex", citationJsBibtex],
	["citation-js", "biblatex", (text) => citationJs("@biblatex/text", text)],
	["citation-js", "ris", (text) => citationJs("@ris/file", text)],
	["citation-js", "csl", (text) => citationJs("@csl/list+object", JSON.parse(text))],
	["our importer", "bibtex", (text) => imported(bibtex, text)],
	["our importer", "biblatex", (text) => imported(bibtex, text)],
	["our importer", "ris", (text) => imported(ris, text)],
	["our importer", "csl", (text) => imported(cslJson, text)],
];

const FORMATS = new Set(PARSERS.map(([, format]) => format));

describe.each(PARSERS)("%s reads our %s", (parser, format, read) => {
	test.each(HOSTILE.map((hostile) => [hostile.id, hostile] as const))("%s", (_, hostile) => {
		const citables = citablesOf([hostile]);
		// An importer takes away what looks like markup; from CSL-JSON, which escapes nothing, too.
		const facts =
			parser === "our importer" ? imported(cslJson, fileOf("csl", citables)) : expected(citables);
		expect(read(fileOf(format, citables))).toEqual(facts);
	});
});

const CORPUS = "../shared/corpora/conferences-10k.csl.json.gz";

/** Papers of the corpus, a few of them but for `npm run test:whole`, or of the seed's fixture where it is not there. */
function realPapers(): { papers: Paper[]; from: string } {
	const there = existsSync(CORPUS);
	const from = there ? CORPUS : "tests/fixtures/listings/names-and-math.csl.json";
	const text = there ? gunzipSync(readFileSync(from)).toString() : readFileSync(from, "utf8");
	const { papers: all } = cslJson.parse(text, from, {});
	const papers = WHOLE || !there ? all : all.filter((_, at) => at % 25 === 0);
	return {
		from,
		papers: papers.map((listed, at) =>
			paper(`p${at}`, {
				title: listed.title.text,
				// Once more: one abstract has LaTeX within broken LaTeX, which an importer takes away.
				abstract: at % WITH_ABSTRACT === 0 ? toPlainText(listed.abstract.text) : "",
				...(listed.links ? { links: listed.links } : {}),
				...(listed.authors ? { authors: listed.authors } : {}),
				language: LANGUAGES[at % LANGUAGES.length] ?? "en",
				...(listed.venue ? { venue: listed.venue } : {}),
				...(listed.date ? { date: listed.date } : {}),
			}),
		),
	};
}

/** The corpus says nothing of languages: its papers take turns. */
const LANGUAGES = ["en", "de", "en-GB", "pt-BR", "zh-Hans", "fr"];

const AT_ONCE = 500;

/** Abstracts are most of a file, and of the time that reading it takes: one paper in so many has its own. */
const WITH_ABSTRACT = 10;

test("real papers read the same in every program", { timeout: 600_000 }, () => {
	const { papers, from } = realPapers();
	const citables = citablesOf(papers);
	const facts = expected(citables);
	const told: string[] = [];
	const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(1);
	expect(new Set(citables.map(({ key }) => key)).size).toBe(papers.length);
	for (const format of FORMATS) {
		const started = performance.now();
		const texts = citables.map((citable) => citation(format, citable, { abstract: true }));
		told.push(`${format}: written in ${seconds(started)} s`);
		for (const [parser, , read] of PARSERS.filter(([, its]) => its === format)) {
			const begun = performance.now();
			for (let at = 0; at < texts.length; at += AT_ONCE) {
				const back = read(joinCitations(format, texts.slice(at, at + AT_ONCE)));
				const wanted = facts.slice(at, at + AT_ONCE);
				const same = back.map((kept, index) => {
					// Readers of BibTeX turn formulas into markup of their own, or into signs such as β.
					const title = wanted[index]?.title ?? "";
					return /bib/.test(format) && title.includes("$") ? { ...kept, title } : kept;
				});
				expect(same.map(oneLetter), `${parser} ${format}`).toEqual(wanted.map(oneLetter));
			}
			told.push(`${format}: read by ${parser} in ${seconds(begun)} s`);
		}
	}
	console.log([`${papers.length} papers of ${from}`, ...told].join("\n"));
});
