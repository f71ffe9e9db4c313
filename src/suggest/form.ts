import type { Issue } from "../paper/issues.ts";

/** The fields of the issue form (`.github/ISSUE_TEMPLATE/suggest-a-paper.yml`), in its order, with their labels. */
export const LABELS = {
	identifier: "arXiv id or DOI",
	record: "Record",
	title: "Title",
	authors: "Authors",
	date: "Date of publication",
	venue: "Venue",
	links: "Links",
	abstract: "Abstract",
	topics: "Topics",
} as const;

/** Name of a field of the form. */
export type FieldName = keyof typeof LABELS;

/** What was written into a field, with the line of the issue (1-based) at which it begins. */
export interface Field {
	text: string;
	line: number;
}

/** The fields that were filled in. */
export type Form = Partial<Record<FieldName, Field>>;

/** How messages name the text of an issue. */
export const ISSUE = "issue";

/** GitHub takes no more for the text of an issue. */
const MAX_CHARACTERS = 65_536;

/** What GitHub writes for a field that was left empty. */
const EMPTY = "_No response_";

const ONE_LINE: readonly FieldName[] = ["identifier", "title", "date", "venue", "topics"];

const names = Object.keys(LABELS) as FieldName[];

/**
 * Reads the text of an issue as GitHub writes it out of the form: for each field a heading
 * `### Label`, an empty line, the value. Any other heading belongs to a value. Since anybody
 * can write such a text by hand, each label stands exactly once, in the form's order:
 * a heading within a value never begins another field.
 */
export function readForm(body: string): { form: Form; issues: Issue[] } {
	const problem = (line: number, message: string, fix: string) => ({
		form: {},
		issues: [{ file: ISSUE, line, column: 1, message, fix }],
	});
	if (body.length > MAX_CHARACTERS) {
		const message = `unexpected ${body.length} characters, expected at most ${MAX_CHARACTERS}`;
		return problem(1, message, "Leave out what is not the paper’s record.");
	}
	const lines = body.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
	const headings = lines.flatMap((text, at) => {
		const name = names.find((candidate) => text.trimEnd() === `### ${LABELS[candidate]}`);
		return name ? [{ name, at }] : [];
	});
	for (const [index, name] of names.entries()) {
		const found = headings[index];
		if (found?.name === name) continue;
		const message = `unexpected ${found ? `heading “${LABELS[found.name]}”` : "end"}, expected the heading “### ${LABELS[name]}”`;
		const fix =
			"Write the suggestion with the form “Suggest a paper”, and keep its headings as they are.";
		return problem((found?.at ?? lines.length - 1) + 1, message, fix);
	}
	const additional = headings[names.length];
	if (additional) {
		const message = `unexpected second heading “${LABELS[additional.name]}”, expected it once`;
		return problem(additional.at + 1, message, "Write it otherwise where it is part of a value.");
	}
	const above = lines.slice(0, headings[0]?.at).findIndex((text) => text.trim() !== "");
	if (above >= 0) {
		const message = `unexpected text above the heading “### ${LABELS.identifier}”, expected the form alone`;
		return problem(above + 1, message, "Write it into a field, or as a comment on the issue.");
	}
	const form: Form = {};
	const issues: Issue[] = [];
	for (const [index, { name, at }] of headings.entries()) {
		const field = valueIn(lines, at + 1, headings[index + 1]?.at ?? lines.length);
		if (!field) continue;
		form[name] = field;
		const second = ONE_LINE.includes(name) ? field.text.indexOf("\n") : -1;
		if (second >= 0) {
			const message = `unexpected second line of “${LABELS[name]}”, expected one line`;
			const fix = "Write it in one line.";
			issues.push({ file: ISSUE, line: field.line + 1, column: 1, message, fix });
		}
	}
	return { form, issues };
}

/** The value between two headings, without empty lines around it and the fence that GitHub puts around records. */
function valueIn(lines: readonly string[], from: number, to: number): Field | undefined {
	const value = lines.slice(from, to);
	let line = from + 1;
	const trim = () => {
		while (value.length > 0 && value.at(-1)?.trim() === "") value.pop();
		while (value.length > 0 && value[0]?.trim() === "") {
			value.shift();
			line++;
		}
	};
	trim();
	if (
		value.length >= 2 &&
		/^`{3,}text$/.test(value[0] ?? "") &&
		/^`{3,}$/.test(value.at(-1) ?? "")
	) {
		value.pop();
		value.shift();
		line++;
		trim();
	}
	const text = value.join("\n");
	return text === "" || text.trim() === EMPTY ? undefined : { text, line };
}
