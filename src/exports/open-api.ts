import { CITATION_FORMATS } from "../paper/citations.ts";
import type { CONTRACTS } from "./contracts.ts";

/** A kind of file that programs read, for `/openapi.json` and for the page about it. */
export interface ProgramFile {
	/** Path within the site; parameters stand in braces. */
	path: string;
	/** Media type. */
	type: string;
	/** What it is, in one sentence. */
	summary: string;
	/** Its contract, where it has one. */
	schema?: keyof typeof CONTRACTS;
	/** True where large collections leave it out. */
	perPaper?: boolean;
}

/** A format in which papers are cited: all of them, and, but for BibLaTeX, each. */
function citationFiles(format: "bibtex" | "biblatex" | "ris" | "csl"): ProgramFile[] {
	const { name, file, type } = CITATION_FORMATS[format];
	const all = {
		path: `/papers.${file}`,
		type,
		summary: `Every paper as ${name}, without abstracts, which papers-with-abstracts.${file} has; beyond 25 MiB in parts: papers-2.${file} and so on. Each also packed, as .gz.`,
	};
	const each = {
		path: `/papers/{id}.${file}`,
		type,
		summary: `A paper as ${name}, with its abstract.`,
		perPaper: true,
	};
	return format === "biblatex" ? [all] : [all, each];
}

/** Every kind of file for programs, those that give most first. */
export const PROGRAM_FILES: readonly ProgramFile[] = [
	{
		path: "/papers.json",
		type: "application/json",
		summary:
			"Every paper, newest first, undated last; of more than 5,000 the newest 500, and the addresses of all parts.",
		schema: "papers",
	},
	{
		path: "/papers/part/{part}.json",
		type: "application/json",
		summary: "Every paper, 500 at a time, from 1 on; each part names the next.",
		schema: "part",
	},
	{
		path: "/papers/{id}.json",
		type: "application/json",
		summary: "A paper in full: with its notes, its source and what was mended in it.",
		schema: "paper",
		perPaper: true,
	},
	{
		path: "/papers/{id}.md",
		type: "text/markdown",
		summary: "A paper as Markdown, with formulas as TeX.",
		perPaper: true,
	},
	{
		path: "/topics.json",
		type: "application/json",
		summary: "The topics, each with the ids of its papers.",
		schema: "topics",
	},
	...(["bibtex", "biblatex", "ris", "csl"] as const).flatMap((format) => citationFiles(format)),
	{ path: "/feed.json", type: "application/feed+json", summary: "The newest papers as JSON Feed." },
	{ path: "/feed.xml", type: "application/rss+xml", summary: "The newest papers as RSS." },
	{ path: "/atom.xml", type: "application/atom+xml", summary: "The newest papers as Atom." },
	{ path: "/llms.txt", type: "text/plain", summary: "What is here, for language models." },
	{
		path: "/sitemap-index.xml",
		type: "application/xml",
		summary: "Every page, for search engines.",
	},
];

/** What each parameter of a path is. */
const PARAMETERS: Record<string, Record<string, unknown>> = {
	id: { description: "Id of a paper", schema: { type: "string" } },
	part: { description: "Number of the part, 1-based", schema: { type: "integer", minimum: 1 } },
};

/** The files of a site as an OpenAPI 3.1 description. `home` is its absolute address, with a slash at its end. */
export function openApi(
	{ title, description, home }: { title: string; description: string; home: string },
	files: readonly ProgramFile[],
): Record<string, unknown> {
	return {
		openapi: "3.1.0",
		info: { title, description, version: "1" },
		servers: [{ url: home.replace(/\/$/, "") }],
		paths: Object.fromEntries(
			files.map(({ path, type, summary, schema }) => [
				path,
				{
					get: {
						operationId: path.replace(/\W+/g, "_").replace(/^_|_$/g, ""),
						summary,
						parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
							name,
							in: "path",
							required: true,
							...PARAMETERS[name],
						})),
						responses: {
							200: {
								description: summary,
								content: {
									[type]: schema ? { schema: { $ref: `${home}schema/${schema}.json` } } : {},
								},
							},
							...(path.includes("{") ? { 404: { description: "There is no such file." } } : {}),
						},
					},
				},
			]),
		),
	};
}
