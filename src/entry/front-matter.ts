import { type Document, LineCounter, parseDocument, visit } from "yaml";
import type { z } from "zod";
import { formatDate } from "../paper/dates.ts";
import type { Issue } from "../paper/issues.ts";
import { nearest } from "../paper/nearest.ts";
import { daysMeant } from "../paper/written-days.ts";
import { issueAt, type Place } from "./markup.ts";
import { offsetOf } from "./yaml-places.ts";

/** YAML values read and checked, or every problem with its place. */
export type Checked<T> = { value: T; issues: [] } | { value?: undefined; issues: Issue[] };

/** A piece of YAML in a file. */
export interface YamlSource {
	file: string;
	text: string;
	/** Lines of the file above the piece: 1 for front matter, 0 for a file of its own. */
	linesAbove: number;
}

/** A problem that no schema tells, with where the value stands: keys and places in lists. */
interface Further {
	path: (string | number)[];
	message: string;
	fix: string;
}

/**
 * Parses YAML (1.2 core schema) and checks it. Each issue points at the very key
 * or value; an unknown key names the nearest known one. `further` finds more problems in the
 * values, which it gets as they are, unchecked.
 */
export function readYaml<Schema extends z.ZodType>(
	source: YamlSource,
	schema: Schema,
	further: (values: unknown) => Further[] = () => [],
): Checked<z.output<Schema>> {
	const lineCounter = new LineCounter();
	const document = parseDocument(source.text, {
		lineCounter,
		prettyErrors: false,
		logLevel: "error",
	});
	const placeAt = (offset: number): Place => {
		const { line, col } = lineCounter.linePos(offset);
		return { line: line + source.linesAbove, column: col };
	};
	const unread = [...syntaxProblems(document), ...aliases(document)];
	if (unread.length > 0) {
		const issues = unread.map(({ offset, message, fix }) =>
			issueAt(source.file, placeAt(offset), message, fix),
		);
		// One slip confuses what follows it: the first problem of a line is the one to mend.
		return { issues: issues.filter(({ line }, at) => line !== issues[at - 1]?.line) };
	}
	const values: unknown = document.toJS({ maxAliasCount: 0, reviver: wellFormed }) ?? {};
	const checked = schema.safeParse(values);
	const others = further(values).map(({ path, ...told }) => ({
		...told,
		path: path.map(String),
		key: false,
	}));
	if (checked.success && others.length === 0) return { value: checked.data, issues: [] };
	const { shown, more } = firstOf(checked.error?.issues ?? []);
	const issues = [...shown.flatMap(explain), ...others].map(({ path, key, message, fix }) => {
		const offset = offsetOf(document.contents, path, key);
		return issueAt(source.file, placeAt(offset), message, fix);
	});
	if (more > 0) {
		const message = `unexpected ${more.toLocaleString("en")} more problems, expected none`;
		const fix = "Mend those that are told; then the others are.";
		issues.push(issueAt(source.file, placeAt(source.text.length), message, fix));
	}
	return { issues };

	function explain(problem: z.core.$ZodIssue) {
		const path = problem.path.map(String);
		if (problem.code === "unrecognized_keys") {
			return problem.keys.map((key) => {
				const guess = nearest(key, knownKeys(schema, path));
				const known = [...knownKeys(schema, path)].join(", ");
				return {
					path: [...path, key],
					key: true,
					message: `unexpected key ${JSON.stringify(key)}, expected one of ${known}`,
					fix: guess ? `Did you mean ${JSON.stringify(guess)}?` : "Remove the key.",
				};
			});
		}
		const name = path.join(".") || "the whole";
		const found = valueAt(document.toJS(), path);
		if (found === undefined) {
			return [
				{
					path,
					key: true,
					message: `unexpected end, expected a key ${JSON.stringify(name)}`,
					fix: `Add a line \`${path.at(-1)}: …\`.`,
				},
			];
		}
		const known = problem.code === "custom" ? (problem.params?.known as string[]) : undefined;
		const guess = known && nearest(String(found), known);
		const wanted = problem.message.replace(/^.*expected /i, "").replace(/, received .*$/, "");
		const expected = PLAIN_TYPES[wanted] ?? wanted;
		const unquoted = wanted === "string" && typeof found !== "object" && found !== null;
		return [
			{
				path,
				key: false,
				message: `unexpected ${quote(found)} as ${name}, expected ${expected}`,
				fix: unquoted
					? `Put it in quotes: "${String(found)}".`
					: guess
						? `Did you mean ${JSON.stringify(guess)}?`
						: (dayFix(path, found) ?? `Correct ${name}, or remove it if it is not known.`),
			},
		];
	}
}

/** The mend of a day that was written in another form: in each way in which it can be read. */
function dayFix(path: readonly string[], found: unknown): string | undefined {
	if (typeof found !== "string" || !["date", "listed"].includes(path.at(-1) ?? ""))
		return undefined;
	const days = daysMeant(found).map((day) => `${day} if it is ${formatDate(day)}`);
	if (days.length > 1) return `Write ${days.join(", or ")}.`;
	return days.length > 0 ? `Write ${daysMeant(found)}.` : undefined;
}

/** Half a character, which `"\ud800"` can stand for, has no bytes in any file of the site. */
function wellFormed(_key: unknown, value: unknown): unknown {
	return typeof value === "string" ? value.toWellFormed() : value;
}

/** To find the place of a problem takes the longer the more keys there are, and nobody reads thousands. */
const MOST_PROBLEMS = 50;

/** The first problems, of which each unknown key is one, and how many more there are. */
function firstOf(problems: readonly z.core.$ZodIssue[]) {
	const shown: z.core.$ZodIssue[] = [];
	let told = 0;
	let all = 0;
	for (const problem of problems) {
		const room = Math.max(0, MOST_PROBLEMS - told);
		const size = problem.code === "unrecognized_keys" ? problem.keys.length : 1;
		all += size;
		if (room === 0) continue;
		told += Math.min(room, size);
		shown.push(
			problem.code === "unrecognized_keys"
				? { ...problem, keys: problem.keys.slice(0, room) }
				: problem,
		);
	}
	return { shown, more: all - told };
}

/** What people call the types of values. */
const PLAIN_TYPES: Record<string, string> = {
	string: "a text",
	array: "a list, each item on a line that begins with -",
	object: "keys with values",
	record: "keys with values",
	number: "a number",
};

function syntaxProblems({ errors }: Document) {
	return errors.map(({ pos, message }) => ({
		offset: pos[0],
		message: `unexpected YAML: ${message.replace(/\s+/g, " ")}, expected \`key: value\` lines`,
		fix: /unique/i.test(message)
			? "Keep one of the two lines."
			: 'Put a text that holds ": ", " #" or quotes in "double quotes".',
	}));
}

/** Aliases are refused: a few lines of them can stand for gigabytes. */
function aliases(document: Document) {
	const found: { offset: number; message: string; fix: string }[] = [];
	visit(document, {
		Alias: (_key, { source, range }) => {
			found.push({
				offset: range?.[0] ?? 0,
				message: `unexpected alias *${source}, expected a value`,
				fix: "Write the value out here; a text that begins with * needs quotes.",
			});
		},
	});
	return found;
}

/** A value as JSON, cut where it is long. */
function quote(value: unknown): string {
	const text = JSON.stringify(value);
	return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function valueAt(value: unknown, path: readonly string[]): unknown {
	return path.reduce<unknown>(
		(at, key) => (at && typeof at === "object" ? (at as Record<string, unknown>)[key] : undefined),
		value,
	);
}

/** Keys that the schema knows at a path: `shape` of objects, through wrappers, arrays and records. */
function knownKeys(schema: z.ZodType, path: readonly string[]): Set<string> {
	let at: unknown = schema;
	for (const step of [...path, undefined]) {
		at = unwrap(at);
		if (step === undefined) break;
		const shape = (at as { shape?: Record<string, unknown> }).shape;
		const { element, valueType } = at as { element?: unknown; valueType?: unknown };
		at = shape ? shape[step] : (element ?? valueType);
	}
	return new Set(Object.keys((at as { shape?: object })?.shape ?? {}));
}

function unwrap(schema: unknown): unknown {
	let at = schema;
	while (at && typeof at === "object" && !("shape" in at) && "def" in at) {
		const inner = (at.def as { innerType?: unknown }).innerType;
		if (!inner) break;
		at = inner;
	}
	return at;
}
