import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { isCalendarDate } from "../../paper/dates.ts";
import { array, type Json, object, string } from "../json.ts";
import type { Format } from "../record.ts";
import { areDailyPapers, dailyPapersOf } from "./daily-papers-json.ts";

/** What the page has been drawn from. */
interface PageData {
	papers: unknown[];
	/** The day of the page. */
	day: string | undefined;
	line: number;
}

/**
 * A Daily Papers page that a browser has saved: the data that it has been drawn from stands in
 * an attribute, `data-props`, as JSON with papers in the shape of the API.
 */
export const dailyPapersHtml: Format = {
	name: "a saved Daily Papers page",
	writtenByPrograms: true,

	recognises: (text) => pageData(text) !== undefined,

	parse(text, _file, facts) {
		const { papers, day, line } = pageData(text) ?? { papers: [], line: 1 };
		const listed = facts.listed ?? (isCalendarDate(day ?? "") ? day : undefined);
		return { ...dailyPapersOf(papers, () => line), ...(listed ? { listed } : {}) };
	},
};

let last: { text: string; data: PageData | undefined } | undefined;

/** The data of a page; it is asked for twice. */
function pageData(text: string): PageData | undefined {
	if (!/^\s*</.test(text) || !text.includes("data-props")) return undefined;
	if (last?.text !== text) last = { text, data: find(text) };
	return last.data;
}

function find(text: string): PageData | undefined {
	const nodes: DefaultTreeAdapterTypes.Node[] = [parse(text, { sourceCodeLocationInfo: true })];
	// The list grows while it is read: pages nest deeper than calls may.
	for (const node of nodes) {
		if ("attrs" in node) {
			const props = node.attrs.find(({ name }) => name === "data-props");
			const place = node.sourceCodeLocation?.attrs?.["data-props"];
			const data = props && dataIn(props.value);
			if (data) return { ...data, line: place?.startLine ?? 1 };
		}
		for (const child of "childNodes" in node ? node.childNodes : []) nodes.push(child);
	}
	return undefined;
}

function dataIn(props: string): Omit<PageData, "line"> | undefined {
	let value: Json;
	try {
		value = object(JSON.parse(props));
	} catch {
		return undefined;
	}
	const papers = Object.values(value).find(areDailyPapers);
	return papers ? { papers: array(papers), day: string(value.dateString) } : undefined;
}
