import { type Citation, citationFormat } from "../citation.ts";
import { array, elementLines, type Json, jsonValue, object, string } from "../json.ts";
import { mostPrecise } from "../known-as.ts";
import { citationOf, dateOf } from "./csl-json.ts";

/**
 * JSON of Crossref's REST API: a work or a list of works under `message`, or works
 * alone. https://api.crossref.org/swagger-ui/index.html
 */
export const crossref = citationFormat(
	"Crossref JSON",
	(text) => worksOf(text).works.some(isWork),
	(text) => {
		const { works, path } = worksOf(text);
		const lines = path ? elementLines(text, path) : [];
		return works.map((work, index) => ({
			line: lines[index] ?? 1,
			citation: citationOfWork(object(work)),
		}));
	},
);

function worksOf(text: string): { works: unknown[]; path?: string[] } {
	const value = jsonValue(text);
	if (Array.isArray(value)) return { works: value, path: [] };
	const { message, items } = object(value);
	if (Array.isArray(object(message).items)) {
		return { works: array(object(message).items), path: ["message", "items"] };
	}
	if (Array.isArray(items)) return { works: items, path: ["items"] };
	return { works: [message ?? value] };
}

/** What tells a work from an item of CSL-JSON: its DOI, and a title that is an array. */
function isWork(value: unknown): boolean {
	const work = object(value);
	return typeof work.DOI === "string" && Array.isArray(work.title);
}

function citationOfWork(work: Json): Citation {
	const citation = citationOf(work);
	const subtitle = string(work.subtitle);
	const whole = !subtitle || citation.title?.includes(subtitle);
	const pdf = array(work.link)
		.map(object)
		.find((link) => link["content-type"] === "application/pdf");
	const dates = ["published-online", "published", "published-print", "issued", "posted"];
	return {
		...citation,
		title: whole ? citation.title : `${citation.title}: ${subtitle}`,
		date: mostPrecise(dates.map((key) => dateOf(object(work[key])))),
		addresses: [
			string(object(object(work.resource).primary).URL),
			string(work.URL),
			string(pdf?.URL),
		],
	};
}
