import fc from "fast-check";
import { expect, test } from "vitest";
import { WHOLE } from "../../tests/whole.ts";
import { type Entry, readEntry } from "../entry/read.ts";
import { dateMeant, dayMeant } from "./dates.ts";
import { mendEntry } from "./fix.ts";
import { secureAddress } from "./hosts.ts";

const RUNS = WHOLE ? 6_000 : 500;

const space = fc.constantFrom("", "", " ", "  ", "\t", "   ");
const pick = <T>(...values: T[]) => fc.constantFrom(...values);

/** Lines of a key, as people write them: with odd dates, quotes, comments, empty lines. */
const keyLines = fc.record({
	title: pick(
		"title: On Owls",
		"title: 'On Owls' # mine",
		"title: |\n  On \n  Owls",
		'title: "On\n\n  Owls "',
		"title: >-\n  On\n\n  Owls",
	),
	date: pick(
		"date: 2024-2-9",
		"date: '9 Feb 2024'",
		"date: 02/09/2024",
		"date: Feb 2024",
		"date: 2024",
		"date: 2024-02-09 #x",
		"",
		"",
	),
	venue: pick("venue: ICML", "# venue: ICML", ""),
	links: pick(
		"links:\n  arxiv: http://arxiv.org/abs/1\n  # mine\n  project: http://owls.example",
		"links: {doi: 'http://dx.doi.org/10.1/a'}",
		"",
	),
	topics: pick("topics: [owls]", "topics:\n- owls\n- birds", ""),
	source: pick("source:\n  listing: a.txt\n  listed: 2024/3/1", ""),
});
const body = fc
	.array(
		pick(
			"Owls fly.",
			"They  hunt",
			"`code  ",
			"in` line",
			"```",
			"$$",
			"# Notes",
			"- item",
			"  more",
			"> said",
			"| a | b |\n|---|---|",
			"[a](http://arxiv.org/a) http://arxiv.org/b",
			"[b]: http://github.com/b",
			"\\",
			"",
			"",
		).chain((line) => space.map((end) => line + end)),
		{ maxLength: 12 },
	)
	.map((lines) => lines.join("\n"));

const entry = fc
	.tuple(keyLines, fc.nat(), space, body, fc.boolean(), fc.boolean(), fc.boolean())
	.map(([keys, seed, end, text, windows, mark, last]) => {
		const lines = Object.values(keys).filter(Boolean);
		const turn = lines.length > 0 ? seed % lines.length : 0;
		const yaml = [...lines.slice(turn), ...lines.slice(0, turn)].join(`${end}\n`);
		const all = `---\n${yaml}\n---${end}\n\n${text}${last ? "\n" : ""}`;
		return (mark ? "\uFEFF" : "") + (windows ? all.replaceAll("\n", "\r\n") : all);
	});

/** What may differ before and after. */
function comparable(read: Entry) {
	const { links = {}, date, source, ...paper } = read.paper;
	const secure = (html: string) =>
		html.replace(/(?<=href=")[^"]*/g, (url) => secureAddress(url) ?? url);
	return {
		paper,
		date: date && (dateMeant(date) ?? date),
		source: source && { ...source, listed: dayMeant(source.listed ?? "") },
		links: Object.fromEntries(
			Object.entries(links).map(([kind, url]) => [kind, secureAddress(String(url)) ?? url]),
		),
		html: [read.titleHtml, secure(read.abstractHtml), secure(read.notesHtml)],
	};
}

/** Everything but white space at the ends of lines, in the order of letters: what no mend adds or loses. */
const letters = (text: string) =>
	text
		.split(/\r?\n/)
		.map((line) => line.trimEnd())
		.filter((line) => !/date|listed|https?:/.test(line))
		.filter(Boolean)
		.sort();

test("a mended entry is the same paper, nothing in it is lost, and a second mend finds nothing", () => {
	let changed = 0;
	let readable = 0;
	fc.assert(
		fc.property(entry, (text) => {
			const before = readEntry("on-owls.mdx", text).entry;
			const result = mendEntry("on-owls.mdx", text);
			if (result.mended.length === 0) {
				expect(result.text).toBe(text);
				return;
			}
			changed++;
			const after = readEntry("on-owls.mdx", result.text).entry;
			if (!after) throw new Error("no longer reads");
			if (before) {
				readable++;
				expect(comparable(after)).toEqual(comparable(before));
			}
			expect(letters(result.text)).toEqual(letters(text));
			const ends = (of: string) => [
				of.startsWith("\uFEFF"),
				of.includes("\r"),
				/(?<!\r)\n/.test(of),
			];
			expect(ends(result.text)).toEqual(ends(text));
			expect(mendEntry("on-owls.mdx", result.text)).toEqual({ text: result.text, mended: [] });
		}),
		{ numRuns: RUNS },
	);
	expect(changed).toBeGreaterThan(RUNS / 5);
	expect(readable).toBeGreaterThan(RUNS / 15);
});

test("any text at all is mended to one that reads, or stays", () => {
	const any = fc.oneof(
		fc.string({ unit: "binary" }),
		fc.string({ unit: fc.constantFrom(..."-:#|'\" \nab") }),
	);
	fc.assert(
		fc.property(any, any, (yaml, text) => {
			const whole = `---\ndate: 2024-2-9\ntitle: T\n${yaml}\n---\n${text}`;
			const result = mendEntry("on-owls.mdx", whole);
			if (result.text !== whole) expect(readEntry("on-owls.mdx", result.text).issues).toEqual([]);
		}),
		{ numRuns: RUNS, examples: [["--- -", ""]] },
	);
});
