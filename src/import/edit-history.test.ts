import fc from "fast-check";
import { expect, test } from "vitest";
import { isMap, isScalar, isSeq, type Pair, parseDocument } from "yaml";
import { WHOLE } from "../../tests/whole.ts";
import { FRONT_MATTER, fieldsIn, frontMatterIn, toLineFeeds } from "../entry/fields.ts";
import { readEntry } from "../entry/read.ts";
import type { ListedIn } from "../paper/schema.ts";
import { proposeEntry } from "./entry-of.ts";
import type { Decision } from "./merge-field.ts";
import { type Proposal, planImport } from "./plan.ts";

const FILE = "papers/2301.00001.mdx";

/** What a source says of the paper; numbers stand for values, so that histories shrink well. */
interface Facts {
	title: number;
	abstract: number | undefined;
	date: number | undefined;
	venue: number | undefined;
	upvotes: number | undefined;
	authors: number | undefined;
	code: number | undefined;
}

/** The first is completed by all after it, and the last two contradict each other. */
const DATES = ["2026", "2026-01", "2026-01-10", "2026-01-11"];

type Edit =
	| { do: "set"; field: string; value: number }
	| { do: "delete"; field: string; value: number }
	| { do: "comment"; value: number }
	| { do: "note"; value: number }
	| { do: "abstract"; value: number }
	| { do: "reverse" | "rotate" | "flow" | "windows" | "unix" };
type Step = { source: 0 | 1; facts: Facts } | { import: readonly (0 | 1)[] } | { edit: Edit };

function propose(from: string, facts: Facts): Proposal {
	const span = (text: string) => ({ text, line: 1, column: 1 });
	const is = <T>(value: number | undefined, make: (value: number) => T) =>
		value === undefined ? undefined : make(value);
	const paper = {
		title: span(`${from} title ${facts.title}: a study`),
		abstract: span(
			is(facts.abstract, (at) => `Abstract ${at} of ${from}.\n\nWith $x_${at}$ < 1.`) ?? "",
		),
		arxiv: "2301.00001",
		links: {
			arxiv: "https://arxiv.org/abs/2301.00001",
			...(facts.code === undefined ? {} : { code: `https://${from}.org/${facts.code}` }),
		},
		...(facts.date === undefined ? {} : { date: DATES[facts.date] as string }),
		...(facts.venue === undefined ? {} : { venue: `${from}: venue ${facts.venue}` }),
		...(facts.upvotes === undefined ? {} : { upvotes: facts.upvotes }),
		...(facts.authors === undefined
			? {}
			: { authors: Array.from({ length: facts.authors + 1 }, (_, at) => `${from} Author ${at}`) }),
		sound: true as const,
	};
	const entry = proposeEntry(paper, { listing: from, listed: undefined }, () => []);
	return { listing: from, line: 1, title: "t", entry };
}

/** A value that no source gives. */
function mine(field: string, value: number): unknown {
	if (field === "date") return `2020-02-0${value + 1}`;
	if (field === "upvotes") return 1000 + value;
	if (field === "authors") return [`My Author ${value}`, "Another: One"];
	return field === "links.code"
		? `https://my.org/${value}`
		: `My “${field}”: ${value} # no comment`;
}

/** A person's edit, made as an editor would: the file may look different afterwards. */
function edited(text: string, edit: Edit): string {
	const eol = text.includes("\r\n") ? "\r\n" : "\n";
	const lines = toLineFeeds(text);
	if (edit.do === "windows") return lines.replaceAll("\n", "\r\n");
	if (edit.do === "unix") return lines;
	const front = FRONT_MATTER.exec(lines);
	let body = lines.slice(front?.[0].length);
	const document = parseDocument(front?.[1] ?? "");
	const map = document.contents;
	if (!isMap(map)) throw new Error("an entry has front matter");
	if (edit.do === "note") body += `\n## Note ${edit.value}\n\nMine ${edit.value}.\n`;
	else if (edit.do === "abstract") {
		const notes = body.search(/^## /m);
		body = `\nMy abstract ${edit.value}.\n\n${notes < 0 ? "" : body.slice(notes)}`;
	} else if (edit.do === "reverse") map.items.reverse();
	else if (edit.do === "rotate") map.items.push(...map.items.splice(0, 2));
	else if (edit.do === "flow") {
		for (const key of ["links", "authors"]) {
			const value = map.get(key, true);
			if (value && "flow" in value) (value as { flow?: boolean }).flow = true;
		}
	} else if (edit.do === "comment") {
		const pair = map.items[edit.value % map.items.length] as Pair;
		if (isScalar(pair.key)) pair.key.commentBefore = ` c${edit.value}`;
		const value = isSeq(pair.value) ? pair.value.items[0] : pair.value;
		if (isScalar(value)) value.comment = ` d${edit.value}`;
	} else if (edit.do === "set") document.setIn(edit.field.split("."), mine(edit.field, edit.value));
	else if (edit.do === "delete") {
		const path = edit.field.split(".");
		document.deleteIn(path);
		if (path[1] && frontMatterIn(`---\n${document}---\n`)?.links === null) document.delete("links");
		const links = map.get("links");
		if (isMap(links) && links.items.length === 0) document.delete("links");
	}
	return `---\n${document.toString({ lineWidth: 0 })}---\n${body}`.replaceAll("\n", eol);
}

const sourcesIn = (text: string): ListedIn[] => {
	const { source, otherSources } = frontMatterIn(text) ?? {};
	return [source, ...((otherSources as unknown[]) ?? [])].filter(Boolean) as ListedIn[];
};
const gives = (text: string, field: string) =>
	sourcesIn(text).find(({ digests }) => digests?.[field] !== undefined)?.listing;
const comments = (text: string) => text.match(/# [cd]\d+/g) ?? [];

const NOTHING: Facts = {
	title: 0,
	abstract: undefined,
	date: undefined,
	venue: undefined,
	upvotes: undefined,
	authors: undefined,
	code: undefined,
};

/** The date of one source is completed by the other, edited, and dropped there: it is that of the first again. */
const DROPPED: [[Facts, Facts], Step[], Decision] = [
	[NOTHING, { ...NOTHING, date: 0 }],
	[
		{ import: [1, 0] },
		{ source: 0, facts: { ...NOTHING, date: 1 } },
		{ import: [0] },
		{ edit: { do: "set", field: "date", value: 0 } },
		{ source: 0, facts: NOTHING },
	],
	"theirs",
];

const some = fc.option(fc.nat(3), { nil: undefined, freq: 2 });
const facts: fc.Arbitrary<Facts> = fc.record({
	title: fc.nat(2),
	abstract: some,
	date: some,
	venue: some,
	upvotes: some,
	authors: some,
	code: some,
});
const field = fc.constantFrom("date", "venue", "upvotes", "authors", "links.code");
const edit: fc.Arbitrary<Edit> = fc.oneof(
	fc.record({ do: fc.constantFrom("set" as const, "delete" as const), field, value: fc.nat(3) }),
	fc.record({ do: fc.constant("set" as const), field: fc.constant("title"), value: fc.nat(3) }),
	fc.record({
		do: fc.constantFrom("comment" as const, "note" as const, "abstract" as const),
		value: fc.nat(9),
	}),
	fc.record({
		do: fc.constantFrom(
			"reverse" as const,
			"rotate" as const,
			"flow" as const,
			"windows" as const,
			"unix" as const,
		),
	}),
);
const step: fc.Arbitrary<Step> = fc.oneof(
	fc.record({ source: fc.constantFrom(0 as const, 1 as const), facts }),
	fc.record({
		import: fc.constantFrom([0] as const, [1] as const, [0, 1] as const, [1, 0] as const),
	}),
	{ arbitrary: fc.record({ edit }), weight: 3 },
);

test("whatever a source and a person change in turn: no edit is lost, all else follows, and a second import changes nothing", {
	timeout: 120_000,
}, () => {
	const seen = { edits: 0, clashes: 0 };
	fc.assert(
		fc.property(
			fc.tuple(facts, facts),
			fc.array(step, { minLength: 3, maxLength: 12, size: "max" }),
			fc.constantFrom<Decision>("ours", "theirs"),
			(start, steps, decision) => {
				const now = [...start];
				let text: string | undefined;
				/** What a person wrote last in each field; `undefined` is a field that was deleted. */
				const wrote = new Map<string, unknown>();

				const importAll = (which: readonly number[], decided?: Decision) => {
					const entries = text === undefined ? [] : [{ file: FILE, text }];
					const proposals = which.map((at) => propose("ab"[at] ?? "", now[at] as Facts));
					const plan = planImport(proposals, entries, (id) => `papers/${id}.mdx`, decided);
					expect(plan.notes).toEqual([]);
					expect(plan.files.map(({ file }) => file)).toEqual(plan.files.length > 0 ? [FILE] : []);
					const before = text;
					text = plan.files[0]?.text ?? text ?? "";
					expect(readEntry(FILE, text).issues).toEqual([]);
					if (before !== undefined) {
						expect(comments(text)).toEqual(expect.arrayContaining(comments(before)));
						expect(/(?<!\r)\n/.test(text)).toBe(/(?<!\r)\n/.test(before));
						const notes = (of: string) => of.slice(of.search(/^## /m) + 1 || of.length);
						expect(notes(text)).toBe(notes(before));
					}
					return plan;
				};
				const checkEdits = () => {
					const fields = fieldsIn(text ?? "");
					for (const [name, value] of wrote)
						expect([name, fields?.get(name)]).toEqual([name, value]);
				};

				for (const step of [{ import: [0] }, ...steps, { import: [0, 1] }] as Step[]) {
					if ("source" in step) now[step.source] = step.facts;
					else if ("import" in step) {
						importAll(step.import);
						checkEdits();
						const after = text;
						expect(importAll(step.import).files).toEqual([]);
						expect(text).toBe(after);
					} else if (text !== undefined) {
						const { edit } = step;
						seen.edits++;
						text = edited(text, edit);
						if (edit.do === "set") wrote.set(edit.field, mine(edit.field, edit.value));
						if (edit.do === "abstract") wrote.set("abstract", `My abstract ${edit.value}.`);
						// What no source gave, a person takes back by deleting it.
						if (edit.do === "delete") {
							if (gives(text, edit.field)) wrote.set(edit.field, undefined);
							else wrote.delete(edit.field);
						}
					}
				}

				const follows = (name: string) => {
					const owner = gives(text ?? "", name);
					const [a, b] = ["a", "b"].map((from, at) =>
						propose(from, now[at] as Facts).entry.fields.get(name),
					);
					return owner ? (owner === "a" ? a : b) : undefined;
				};
				const names = ["title", "abstract", "date", "venue", "upvotes", "authors", "links.code"];
				for (const name of names.filter((name) => !wrote.has(name))) {
					expect([name, fieldsIn(text ?? "")?.get(name)]).toEqual([name, follows(name)]);
				}

				const clashes = importAll([0, 1]).outcomes.flatMap((outcome) =>
					"clashes" in outcome ? outcome.clashes : [],
				);
				seen.clashes += clashes.length;
				for (const { field } of clashes) expect([...wrote.keys()]).toContain(field);
				const before = fieldsIn(text ?? "");
				importAll([0, 1], decision);
				if (decision === "ours") expect(fieldsIn(text ?? "")).toEqual(before);
				else
					for (const { field } of clashes)
						expect([field, fieldsIn(text ?? "")?.get(field)]).toEqual([field, follows(field)]);
				const told = importAll([0, 1]).outcomes.flatMap((outcome) =>
					"clashes" in outcome ? outcome.clashes : [],
				);
				expect(told).toEqual([]);
			},
		),
		{ numRuns: WHOLE ? 600 : 60, examples: [DROPPED] },
	);
	// The histories have to hold what they are about.
	expect(seen.clashes).toBeGreaterThan(5);
	expect(seen.edits).toBeGreaterThan(150);
});
