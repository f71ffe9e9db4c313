import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readTopics } from "../entry/content-folder.ts";
import { readEntry } from "../entry/read.ts";
import { idFromTitle } from "../paper/identifiers.ts";
import { frontMatterSchemaFor, type Paper } from "../paper/schema.ts";
import { ledger } from "./ledger.ts";
import { runImport } from "./run.ts";
import { papersIn, temporaryContent } from "./temporary-content.ts";

const LISTING = "000_b91141bbd423acf1.txt";

/**
 * The papers of the listing, read by eye and in its order: day, authors or organisation,
 * comments, title, links. The listing was seen on 1 July 2026; a day without a year is the
 * latest such day up to then.
 */
const PAPERS = `
2026-06-10 | 7 authors | | ReSET: Accurate Latency-Critical NVFP4 Reasoning via Step-Aware Temperature Scaling | code https://github.com/aiha-lab/ReSET
2026-04-28 | ucsbai UCSB AI Group | 2 | Length Value Model: Scalable Value Pretraining for Token-Level Length Modeling | code https://github.com/eric-ai-lab/Length-Value-Model
2025-10-10 | 6 authors | | Informed Routing in LLMs: Smarter Token-Level Computation for Faster Inference | code https://github.com/EIT-NLP/informed-routing
2026-05-03 | 12 authors | | SpecEdit: Training-Free Acceleration for Diffusion based Image Editing via Semantic Locking |
2026-05-11 | 5 authors | | Conditional Memory Enhanced Item Representation for Generative Recommendation |
2025-10-09 | 7 authors | | Improving Reasoning for Diffusion Language Models via Group Diffusion Policy Optimization |
2025-11-20 | 7 authors | | VLA-Pruner: Temporal-Aware Dual-Level Visual Token Pruning for Efficient Vision-Language-Action Inference |
2025-08-04 | 2 authors | | CharBench: Evaluating the Role of Tokenization in Character-Level Tasks |
2025-10-24 | 4 authors | | Explaining and Mitigating Crosslingual Tokenizer Inequities |
2025-02-27 | 6 authors | 2 | Beyond Next-Token: Next-X Prediction for Autoregressive Visual Generation |
2023-10-17 | 4 authors | | Learn Your Tokens: Word-Pooled Tokenization for Language Modeling |
2025-10-18 | 4 authors | | FrugalPrompt: Reducing Contextual Overhead in Large Language Models via Token Attribution | code https://github.com/Starscream-11813/Frugal-ICL
2025-01-17 | 4 authors | 4 | Hierarchical Autoregressive Transformers: Combining Byte- and Word-Level Processing for Robust, Adaptable Language Models |
2024-10-11 | 6 authors | | Exact Byte-Level Probabilities from Tokenized Language Models for FIM-Tasks and Model Ensembles |
2025-09-29 | 6 authors | | Training-Free Token Pruning via Zeroth-Order Gradient Estimation in Vision-Language Models |
2026-03-02 | 4 authors | | Towards Improved Sentence Representations using Token Graphs | code https://github.com/ipsitmantri/GLOT
2024-11-29 | 9 authors | 7 | Critical Tokens Matter: Token-Level Contrastive Estimation Enhence LLM's Reasoning Capability |
2026-06-22 | 1 authors | | The African Language Tax: Quantifying the Cost, Latency, and Context Penalty of Tokenizing African Languages in Frontier LLMs |
2024-10-18 | 7 authors | | Bridging the Training-Inference Gap in LLMs by Leveraging Self-Generated Tokens |
2026-05-07 | 4 authors | | Not All Tokens Learn Alike: Attention Entropy Reveals Heterogeneous Signals in RL Reasoning |
2024-11-27 | 3 authors | | Retrofitting (Large) Language Models with Dynamic Tokenization |
2026-01-21 | 3 authors | | Say Anything but This: When Tokenizer Betrays Reasoning in LLMs |
2023-07-05 | 6 authors | | SkipDecode: Autoregressive Skip Decoding with Batching and Caching for Efficient LLM Inference |
2026-04-01 | 3 authors | | Goose: Anisotropic Speculation Trees for Training-Free Speculative Decoding |
2026-04-15 | EPFL-VILAB EPFL VILAB | 2 | (1D) Ordered Tokens Enable Efficient Test-Time Search |
2024-11-07 | 3 authors | 3 | Needle Threading: Can LLMs Follow Threads through Near-Million-Scale Haystacks? |
2025-06-11 | 21 authors | 2 | Discrete Audio Tokens: More Than a Survey! | project https://poonehmousavi.github.io/dates-website/
2026-01-13 | 5 authors | | An Information-Theoretic Perspective on LLM Tokenizers |
 | | | Optimal Turkish Subword Strategies at Scale: Systematic Evaluation of Data, Vocabulary, Morphology Interplay |
2025-12-08 | 11 authors | | All You Need Are Random Visual Tokens? Demystifying Token Pruning in VLLMs | code https://github.com/YahongWang1/Information-Horizon
2025-09-26 | 8 authors | | Learning More with Less: A Dynamic Dual-Level Down-Sampling Framework for Efficient Policy Optimization |
2024-10-16 | 3 authors | | Qtok: A Comprehensive Framework for Evaluating Multilingual Tokenizer Quality in Large Language Models |
 | | | Forecasting Downstream Performance of LLMs With Proxy Metrics |
2024-03-13 | 23 authors | 1 | Language models scale reliably with over-training and on downstream tasks | code https://github.com/mlfoundations/scaling
2026-05-11 | 5 authors | | Scalable Token-Level Hallucination Detection in Large Language Models |
2026-02-08 | 5 authors | | Understanding Dynamic Compute Allocation in Recurrent Transformers |
`;

/** What is mended, by the place of the paper in the list, in the order of its text. */
const REPAIRS: Record<number, [from: string, to: string][]> = {
	1: [
		["sim!", "~"],
		["2.5!times", "2.5×"],
		["2!times", "2×"],
	],
	3: [["--", "–"]],
	9: [["``optimal''", "“optimal”"]],
	10: [
		["``token''", "“token”"],
		["ktimes k", "k × k"],
		["20times", "20×"],
		["2.2times", "2.2×"],
		["\\eg", "e.g."],
	],
	13: [["~", " "]],
	14: [["\"tokenization bias''", "“tokenization bias”"]],
	15: [["\\%", "%"]],
	17: [["``critical tokens''", "“critical tokens”"]],
	26: [["--", "–"]],
	31: [
		["D^3S", "D³S"],
		["D^3S", "D³S"],
		["|A_{i,t}|times H_{i,t}", "$|A_{i,t}| \\times H_{i,t}$"],
		["D^3S", "D³S"],
		["D^3S", "D³S"],
	],
	33: [
		["10{,}000times", "10,000×"],
		["18times", "18×"],
	],
	34: [
		["32times", "32×"],
		["x2014", "—"],
		["300times", "300×"],
		["20times", "20×"],
	],
};

/** What only looks damaged, or what only the authors know, and so stays as it is. */
const LEFT: Record<number, string[]> = {
	12: ["top-k% tokens", "bottom-k% and random-k% tokens"],
	15: ["We propose \\ours, a", "that \\ours consistently"],
	18: ["GPT-5 / o200k_base,", "(cl100k_base)", "up to 8.92x for N'Ko"],
	21: ["by >20% across", "sequence reduction - relative"],
	24: ["(~6x median gap, range 2-18x"],
	29: ['a "subwords manifest", that'],
	33: ["top-k accuracy", "Rho = 0.81"],
	34: ['"Chinchilla optimal" regime'],
};

const content = "content";
const source = (name: string) => readFileSync(path.join(content, "sources", name), "utf8");
const lines = source(LISTING).split("\n");

interface Row {
	number: number;
	title: string;
	facts: Partial<Paper>;
}

const rows: Row[] = PAPERS.trim()
	.split("\n")
	.map((line, at): Row => {
		const [date = "", who = "", comments = "", title = "", links = ""] = line
			.split("|")
			.map((cell) => cell.trim());
		const authors = /^(\d+) authors$/.exec(who)?.[1];
		const [handle = "", ...name] = who.split(" ");
		const [kind = "", address = ""] = links.split(" ");
		return {
			number: at + 1,
			title,
			facts: {
				...(date ? { date } : {}),
				...(authors
					? { authorCount: Number(authors) }
					: who
						? { organization: { handle, name: name.join(" ") } }
						: {}),
				...(comments ? { commentCount: Number(comments) } : {}),
				links: kind ? { [kind]: address } : {},
			},
		};
	});

/** The abstract as the listing prints it, with the repairs of the list above made by hand. */
function abstractOf({ number, title }: Row): string {
	const printed = lines.indexOf(title.replace("Byte- and", "Byte-~and"));
	let rest = lines[printed + 2] ?? "";
	let done = "";
	for (const [from, to] of number === 13 ? [] : (REPAIRS[number] ?? [])) {
		const at = rest.indexOf(from);
		expect(at, `${from} in paper ${number}`).toBeGreaterThanOrEqual(0);
		done += rest.slice(0, at) + to.replaceAll("$", "").replace("\\times", "×");
		rest = rest.slice(at + from.length);
	}
	return done + rest;
}

async function importSeed() {
	const folder = temporaryContent({
		"topics.yaml": readFileSync(path.join(content, "topics.yaml"), "utf8"),
		"sources/listings.yaml": source("listings.yaml"),
		[`sources/${LISTING}`]: source(LISTING),
	});
	const report = await runImport(folder);
	const schema = frontMatterSchemaFor((readTopics(folder).value ?? []).map(({ id }) => id));
	const papers = Object.entries(papersIn(folder)).map(([name, text]) => {
		const { entry, issues } = readEntry(name, text, { schema });
		expect(issues).toEqual([]);
		return entry?.paper;
	});
	return { folder, report, papers };
}

test("every one of the 36 papers has every fact that the listing states, and no other", async () => {
	const { report, papers } = await importSeed();
	expect(rows).toHaveLength(36);
	expect(papers).toHaveLength(36);
	expect(ledger(report.outcomes)).toBe(
		"36 records read = 36 created + 0 unchanged + 0 kept (edited) + 0 rejected",
	);
	expect(report.proposals.map(({ entry }) => entry.id)).toEqual(
		rows.map(({ title }) => idFromTitle(title)),
	);
	for (const row of rows) {
		const paper = papers.find((candidate) => candidate?.title === row.title);
		const repairs = REPAIRS[row.number]?.map(([from, to]) => ({ from, to }));
		expect(paper, row.title).toEqual({
			...row.facts,
			id: idFromTitle(row.title),
			title: row.title,
			abstract: abstractOf(row),
			topics: paper?.topics,
			source: {
				listing: LISTING,
				listed: "2026-07-01",
				digests: expect.objectContaining({ title: expect.stringMatching(/^[0-9a-f]{10}$/) }),
				...(repairs ? { repairs } : {}),
			},
		});
		expect(paper?.topics.length, row.title).toBeGreaterThan(0);
		for (const text of LEFT[row.number] ?? []) expect(paper?.abstract).toContain(text);
	}
});

test("each repair stands in the listing where it is said to stand", async () => {
	const { report } = await importSeed();
	const repairs = report.proposals.flatMap(({ entry }) => entry.repairs);
	expect(repairs).toHaveLength(Object.values(REPAIRS).flat().length);
	for (const { from, line, column } of repairs) {
		expect(lines[line - 1]?.slice(column - 1, column - 1 + from.length)).toBe(from);
	}
});

test("macros of the authors are named, not guessed", async () => {
	const left = (await importSeed()).report.proposals.flatMap(({ entry }) => entry.left);
	expect(left).toEqual(["\\ours", "\\ours"]);
});

test("the entries of the collection have what the importer gives them, edits aside", async () => {
	const names = readdirSync(path.join(content, "sources"));
	const papers = readdirSync(path.join(content, "papers")).map(
		(name) => [name, readFileSync(path.join(content, "papers", name), "utf8")] as const,
	);
	const folder = temporaryContent({
		"topics.yaml": readFileSync(path.join(content, "topics.yaml"), "utf8"),
		...Object.fromEntries(names.map((name) => [`sources/${name}`, source(name)])),
		...Object.fromEntries(papers.map(([name, text]) => [`papers/${name}`, text])),
	});
	const { files, notes } = await runImport(folder);
	expect([files, notes]).toEqual([[], []]);
	expect(papers.length).toBeGreaterThanOrEqual(36);
});
