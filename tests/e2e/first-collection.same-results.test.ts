import { readdirSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { archive, fileAddress, unpack } from "../archive.ts";
import { launchBrowser } from "../browser.ts";
import { type FaultyServer, serveFiles } from "../faulty-server.ts";
import { siteIn } from "../served.ts";
import { temporaryFolder } from "../site.ts";

/** Searches as addresses hold them, without their encoding. */
const SEARCHES = [
	// Words
	"q=tokens",
	"q=turkish",
	"q=visual tokens",
	"q=speculative decoding",
	"q=reasoning policy optimization",
	"q=language models scale reliably with over-training",
	"q=the",
	"q=1D",
	// Phrases
	'q="visual tokens"',
	'q="token pruning" training',
	'q="tokens visual"',
	'q="state of the art"',
	// What is left out
	"q=tokens -visual",
	'q=tokenizer -"large language"',
	"q=-tokens",
	// Parts of a paper
	"q=title:tokens",
	'q=title:"token pruning"',
	"q=author:finch",
	"q=org:epfl",
	"q=organisation:ucsb",
	"q=reasoning -title:token",
	// Filters in the query
	"q=topic:evaluation",
	'q=topic:"image generation" tokens',
	"q=year:2025",
	"q=year:2024..2025 reasoning",
	"q=year:..2023",
	"q=year:undated",
	"q=has:code",
	"q=diffusion -has:code",
	"q=has:discussion",
	// Filters in the address
	"topic=tokenization,evaluation",
	"q=tokens&topic=-reasoning&year=2024..2025",
	"q=tokens&has=code&topic=vision-language",
	"organization=UCSB AI Group",
	// Orders
	"q=tokens&sort=newest",
	"q=tokens&sort=discussed",
	"topic=reasoning&sort=discussed",
	// Misspelled, begun, spelled otherwise
	"q=halucination",
	"q=retrofiting langauge",
	"q=token*",
	"q=hierarch",
	"q=tokenisation",
	"q=TOKENIZÁTION cross-lingual",
	// Nothing to be found
	"q=xyzzyq",
	"q=turkish&topic=diffusion",
	// Not as the query language has it
	"q=auhtor:finch year:20",
	'q=topic:birds "visual tokens',
	"q=tokens OR has:wings",
	// Other scripts
	"q=语言模型 tokens",
	"q=токен الطيور",
];

/** What a search shows. */
interface Seen {
	status: string;
	notes: string;
	titles: string[];
	excerpts: string[];
	/** Each filter with its values and their counts. */
	filters: string[];
}

const { folder, remove } = temporaryFolder();
const dist = path.join(folder, "dist");
let browser: Browser;
let server: FaultyServer;
let online: Seen[];
let fromCopy: Seen[];
let fromArchive: Seen[];

beforeAll(async () => {
	await siteIn("content", dist);
	browser = await launchBrowser();
	server = await serveFiles(dist, "/offprint/");
	online = await searched(`${server.url}search/`, "online");
	fromCopy = await searched(`${server.url}search/`, "from the copy");
	const { code, output } = await archive(dist);
	if (code !== 0) throw new Error(output);
	fromArchive = await searched(fileAddress(unpacked(), "search/index.html"), "from the archive");
});
afterAll(async () => {
	await browser?.close();
	await server?.stop();
	remove();
});

/** What every search shows on a page of search that is opened from somewhere. */
async function searched(
	address: string,
	from: "online" | "from the copy" | "from the archive",
): Promise<Seen[]> {
	const context = await browser.newContext({
		serviceWorkers: from === "from the copy" ? "allow" : "block",
		offline: from === "from the archive",
	});
	const page = await context.newPage();
	if (from === "from the copy") {
		await page.goto(`${server.url}offline/`);
		await page.getByRole("button", { name: /^Take this collection offline/ }).click();
		await page.locator("[data-status]", { hasText: /^Done/ }).waitFor();
		await server.stop();
	}
	await page.goto(address);
	const seen: Seen[] = [];
	for (const search of SEARCHES) seen.push(await searchedOn(page, search));
	await context.close();
	return seen;
}

/** Goes to a search as the browser's buttons do, and gives what it shows when all of it is there. */
async function searchedOn(page: Page, search: string): Promise<Seen> {
	await page.evaluate((query) => {
		document.querySelector<HTMLElement>("[data-status]")?.removeAttribute("data-for");
		document.querySelector("[data-facets]")?.replaceChildren(document.createElement("hr"));
		history.pushState(null, "", `?${query}`);
		dispatchEvent(new PopStateEvent("popstate"));
	}, encoded(search));
	await page.waitForFunction(
		(query) =>
			document.querySelector<HTMLElement>("[data-status]")?.dataset.for === query &&
			!document.querySelector("[data-facets] hr"),
		new URLSearchParams(encoded(search)).get("q") ?? "",
	);
	return page.evaluate(() => {
		const texts = (selector: string) =>
			[...document.querySelectorAll(selector)].map((part) => part.textContent ?? "");
		return {
			status: texts("[data-status]").join(),
			notes: texts("[data-notes] > *").join("\n"),
			titles: texts("[data-results] h2"),
			excerpts: texts("[data-results] .teaser"),
			filters: texts("[data-facets] .facet"),
		};
	});
}

function encoded(search: string): string {
	return search
		.split("&")
		.map((part) => part.replace(/=(.*)/, (_, value) => `=${encodeURIComponent(value)}`))
		.join("&");
}

function unpacked(): string {
	const [zip = ""] = readdirSync(path.join(dist, "offline")).filter((name) =>
		name.endsWith(".zip"),
	);
	const target = path.join(folder, "unpacked");
	unpack(path.join(dist, "offline", zip), target);
	return path.join(target, zip.replace(/\.zip$/, ""));
}

test("fifty searches find what they found before", () => {
	expect(new Set(SEARCHES).size).toBe(50);
	const found = SEARCHES.map((search, at) => {
		const { status, titles = [] } = online[at] ?? {};
		const count = /(?:\d+|No) papers?|Nothing to look for/.exec(status ?? "")?.[0];
		return `${search}: ${[count, titles[0]?.slice(0, 50)].filter(Boolean).join(", ")}`;
	});
	expect(found.join("\n")).toMatchInlineSnapshot(`
		"q=tokens: 36 papers, Not All Tokens Learn Alike: Attention Entropy Reve
		q=turkish: 1 paper, Optimal Turkish Subword Strategies at Scale: Syste
		q=visual tokens: 4 papers, All You Need Are Random Visual Tokens? Demystifyin
		q=speculative decoding: 1 paper, Goose: Anisotropic Speculation Trees for Training-
		q=reasoning policy optimization: 2 papers, Improving Reasoning for Diffusion Language Models 
		q=language models scale reliably with over-training: 1 paper, Language models scale reliably with over-training 
		q=the: 35 papers, Bridging the Training-Inference Gap in LLMs by Lev
		q=1D: 1 paper, (1D) Ordered Tokens Enable Efficient Test-Time Sea
		q="visual tokens": 3 papers, All You Need Are Random Visual Tokens? Demystifyin
		q="token pruning" training: 2 papers, Training-Free Token Pruning via Zeroth-Order Gradi
		q="tokens visual": No papers
		q="state of the art": 9 papers, Beyond Next-Token: Next-X Prediction for Autoregre
		q=tokens -visual: 32 papers, Not All Tokens Learn Alike: Attention Entropy Reve
		q=tokenizer -"large language": 18 papers, Explaining and Mitigating Crosslingual Tokenizer I
		q=-tokens: No papers
		q=title:tokens: 23 papers, Not All Tokens Learn Alike: Attention Entropy Reve
		q=title:"token pruning": 3 papers, VLA-Pruner: Temporal-Aware Dual-Level Visual Token
		q=author:finch: No papers
		q=org:epfl: 1 paper, (1D) Ordered Tokens Enable Efficient Test-Time Sea
		q=organisation:ucsb: 1 paper, Length Value Model: Scalable Value Pretraining for
		q=reasoning -title:token: 5 papers, ReSET: Accurate Latency-Critical NVFP4 Reasoning v
		q=topic:evaluation: 7 papers, The African Language Tax: Quantifying the Cost, La
		q=topic:"image generation" tokens: 3 papers, (1D) Ordered Tokens Enable Efficient Test-Time Sea
		q=year:2025: 12 papers, All You Need Are Random Visual Tokens? Demystifyin
		q=year:2024..2025 reasoning: 9 papers, Critical Tokens Matter: Token-Level Contrastive Es
		q=year:..2023: 2 papers, Learn Your Tokens: Word-Pooled Tokenization for La
		q=year:undated: 2 papers, Forecasting Downstream Performance of LLMs With Pr
		q=has:code: 7 papers, ReSET: Accurate Latency-Critical NVFP4 Reasoning v
		q=diffusion -has:code: 3 papers, Improving Reasoning for Diffusion Language Models 
		q=has:discussion: 8 papers, Length Value Model: Scalable Value Pretraining for
		topic=tokenization,evaluation: 5 papers, The African Language Tax: Quantifying the Cost, La
		q=tokens&topic=-reasoning&year=2024..2025: 16 papers, Explaining and Mitigating Crosslingual Tokenizer I
		q=tokens&has=code&topic=vision-language: 1 paper, All You Need Are Random Visual Tokens? Demystifyin
		organization=UCSB AI Group: 1 paper, Length Value Model: Scalable Value Pretraining for
		q=tokens&sort=newest: 36 papers, The African Language Tax: Quantifying the Cost, La
		q=tokens&sort=discussed: 36 papers, Critical Tokens Matter: Token-Level Contrastive Es
		topic=reasoning&sort=discussed: 8 papers, Critical Tokens Matter: Token-Level Contrastive Es
		q=halucination: 1 paper, Scalable Token-Level Hallucination Detection in La
		q=retrofiting langauge: 1 paper, Retrofitting (Large) Language Models with Dynamic 
		q=token*: 36 papers, Critical Tokens Matter: Token-Level Contrastive Es
		q=hierarch: 1 paper, Hierarchical Autoregressive Transformers: Combinin
		q=tokenisation: 36 papers, Retrofitting (Large) Language Models with Dynamic 
		q=TOKENIZÁTION cross-lingual: 1 paper, Explaining and Mitigating Crosslingual Tokenizer I
		q=xyzzyq: No papers
		q=turkish&topic=diffusion: No papers
		q=auhtor:finch year:20: No papers
		q=topic:birds "visual tokens: 3 papers, All You Need Are Random Visual Tokens? Demystifyin
		q=tokens OR has:wings: 36 papers, Not All Tokens Learn Alike: Attention Entropy Reve
		q=语言模型 tokens: 36 papers, Explaining and Mitigating Crosslingual Tokenizer I
		q=токен الطيور: No papers"
	`);
});

test.each(SEARCHES)("%s: the same from the copy without a server, and in the archive", (search) => {
	const at = SEARCHES.indexOf(search);
	expect(online[at]?.status).not.toBe("");
	expect(fromCopy[at]).toEqual(online[at]);
	expect(fromArchive[at]).toEqual(online[at]);
});
