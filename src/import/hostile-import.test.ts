import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { hostile } from "../../tests/hostile/all.ts";
import { inspect } from "../../tests/hostile/inspect.ts";
import { WHOLE } from "../../tests/whole.ts";
import { readEntry } from "../entry/read.ts";
import { frontMatterSchemaFor } from "../paper/schema.ts";
import { detectFormat } from "./detect.ts";
import { writers } from "./formats/writers.ts";
import type { WrittenPaper } from "./formats/writing.ts";
import { runImport } from "./run.ts";
import { temporaryContent } from "./temporary-content.ts";

const folder = mkdtempSync(path.join(tmpdir(), "canary-"));
const canary = path.join(folder, "canary");
const schema = frontMatterSchemaFor(["topic"]);

beforeAll(() => {
	vi.stubEnv("OFFPRINT_CANARY", canary);
});
afterAll(() => {
	vi.unstubAllEnvs();
	rmSync(folder, { recursive: true });
});

const honest: WrittenPaper = {
	title: "An honest title",
	abstract: "Text.",
	authors: [{ given: "Jane", family: "Doe" }],
	date: "2021-05-03",
	doi: "10.1000/honest",
	arxiv: "2105.00001",
	address: "https://example.org/",
	venue: "Journal of Owls",
	language: "en",
};

/** Each place of a record that takes a text, and a record with a hostile text there. */
const PLACES: Record<string, (text: string) => Partial<WrittenPaper>> = {
	title: (text) => ({ title: text }),
	author: (text) => ({ authors: [{ family: text }, { given: text, family: text }] }),
	abstract: (text) => ({ abstract: text }),
	venue: (text) => ({ venue: text, language: text }),
	link: (text) => ({ address: text, doi: text }),
};

const texts = hostile.filter(({ where }) => where !== "file name").map(({ text }) => text);

/** Of so many formats, a text is tried in one; in all where everything is. */
const FORMATS_A_TEXT = WHOLE ? 1 : 4;

/** A record for each text, at one of the places: in each format at the next one. */
function recordsOf(format: number): WrittenPaper[] {
	const places = Object.values(PLACES);
	const tried = texts.filter((_, at) => (at + format) % FORMATS_A_TEXT === 0);
	return tried.map((text, at) => ({
		...honest,
		title: `Title ${at}`,
		doi: `10.1000/${at}`,
		arxiv: `2105.${String(at).padStart(5, "0")}`,
		...places[(at + format) % places.length]?.(text),
	}));
}

const formats = Object.entries(writers).map(([name, { write }], at) => ({ name, write, at }));

test.each(formats)(
	"$name: no hostile text runs, is lost, or becomes more than text",
	{
		timeout: 60_000,
	},
	async ({ name, write, at }) => {
		const records = recordsOf(at);
		const source = write(records);
		const detected = detectFormat("a", source);
		expect("format" in detected && detected.format.name).toBe(name);
		const content = temporaryContent({
			"sources/listings.yaml": "a: {listed: 2026-07-01, complete: true}\n",
			"sources/a": source,
		});
		const { outcomes, proposals } = await runImport(content, { dryRun: true });
		const wrong: string[] = [];
		for (const { entry, line, title } of proposals) {
			const read = readEntry(`papers/${entry.id}.mdx`, entry.text, { schema });
			const tell = (what: string) => wrong.push(`${line} “${title}”: ${what}`);
			for (const { message } of read.issues) tell(message.slice(0, 200));
			if (!read.entry) continue;
			const { titleHtml, abstractHtml, notesHtml, paper } = read.entry;
			for (const problem of inspect(titleHtml + abstractHtml)) tell(problem);
			if (notesHtml !== "") tell("has notes");
			for (const address of Object.values(paper.links)) {
				if (!/^https?:$/.test(new URL(address ?? "").protocol)) tell(`links to ${address}`);
			}
		}
		expect(wrong).toEqual([]);
		expect(outcomes).toHaveLength(records.length);
		// Most are kept: an import that rejects everything would not show anything.
		expect(proposals.length).toBeGreaterThan(records.length * 0.8);
		expect(existsSync(canary)).toBe(false);
		expect("canary" in globalThis).toBe(false);
		expect("polluted" in {}).toBe(false);
	},
);
