import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { built, paper, reader } from "../../../tests/search-index.ts";
import type { FileKind } from "../../search/index-files.ts";
import type * as Engine from "./engine.ts";
import { FileProblem } from "./files.ts";
import { failureMessage, notes, summary } from "./messages.ts";
import { readState } from "./state.ts";

let engine: typeof Engine;

beforeAll(async () => {
	const { bundle } = await built(
		[
			paper({
				title: "Visual token pruning",
				abstract: "We prune tokens of an image. Modeling, modern modes, moduli, models.",
				authors: ["Ada Finch"],
				date: "2026-05-01",
				topics: ["vision"],
			}),
			paper({
				title: "A survey of tokenizers",
				abstract: "Tokenization of text. An image is no text.",
				date: "2025-04-01",
			}),
			paper({ title: "Swifts", abstract: "Swifts sleep on the wing.", topics: ["birds"] }),
		],
		"en",
		[
			{ id: "vision", name: "Vision" },
			{ id: "birds", name: "Birds" },
		],
	);
	// As the archive tells where it is.
	vi.stubGlobal("offprintPlace", {
		read: reader(bundle),
		citations: reader(bundle),
		link: (path: string) => path,
	});
	engine = await import("./engine.ts");
});
afterAll(() => void vi.unstubAllGlobals());

/** What a reader is told above the results: the sentence, then the notes. */
async function told(address: string): Promise<string> {
	const finding = await engine.find(readState(address));
	return [summary(finding), ...notes(finding)].join("\n");
}

test("the number of papers and what was asked", async () => {
	expect(await told("")).toMatchInlineSnapshot(`"Nothing to look for"`);
	expect(await told("?q=image")).toMatchInlineSnapshot(`"2 papers for “image”"`);
	expect(await told("?q=visual")).toMatchInlineSnapshot(`"1 paper for “visual”"`);
	expect(await told("?q=image&year=2026")).toMatchInlineSnapshot(
		`"1 paper for “image” with these filters"`,
	);
	expect(await told("?q=image+year:2026")).toMatchInlineSnapshot(
		`"1 paper for “image year:2026” with these filters"`,
	);
	expect(await told("?topic=vision")).toMatchInlineSnapshot(`"1 paper with these filters"`);
	expect(await told("?q=image&year=2020")).toMatchInlineSnapshot(
		`"No papers for “image” with these filters"`,
	);
});

test("words that no paper has", async () => {
	expect(await told("?q=albatross")).toMatchInlineSnapshot(`
		"No papers for “albatross”
		No paper has “albatross”."
	`);
	expect(await told("?q=albatross+image")).toMatchInlineSnapshot(`
		"2 papers for “albatross image”
		No paper has “albatross”.
		These have the other words."
	`);
	expect(await told("?q=title:wing")).toMatchInlineSnapshot(`
		"No papers for “title:wing”
		No paper has “wing” in its title."
	`);
	expect(await told("?q=author:image+org:image")).toMatchInlineSnapshot(`
		"No papers for “author:image org:image”
		No paper has “image” among its authors.
		No paper has “image” as its organisation."
	`);
	expect(await told('?q="token+visual"')).toMatchInlineSnapshot(`
		"No papers for “"token visual"”
		No paper has “token visual”."
	`);
});

test("papers with most of the words", async () => {
	expect(await told("?q=visual+image+survey")).toMatchInlineSnapshot(`
		"2 papers for “visual image survey”
		No paper has all the words. These have most of them."
	`);
});

test("words that were read otherwise", async () => {
	expect(await told("?q=vizual+tokens")).toMatchInlineSnapshot(`
		"Showing results for “visual tokens”: 1 paper
		No paper has “vizual”."
	`);
	expect(await told("?q=vizual+surwey")).toMatchInlineSnapshot(`
		"Showing results for “visual survey”: 2 papers
		No paper has “vizual”.
		No paper has “surwey”.
		No paper has all the words. These have most of them."
	`);
	expect(await told("?q=title:survey+surve+author:fnich")).toMatchInlineSnapshot(`
		"Showing results for “title:survey surve author:finch”: 1 paper
		No paper has “fnich”.
		No paper has all the words. These have most of them.
		“surve” is read as the beginning of “survey”."
	`);
	expect(await told("?q=mod")).toMatchInlineSnapshot(`
		"1 paper for “mod”
		“mod” is read as the beginning of “modes”, “models”, “modern” and 2 more."
	`);
	expect(await told("?q=sle")).toMatchInlineSnapshot(`
		"1 paper for “sle”
		“sle” is read as the beginning of “sleep”."
	`);
	expect(await told("?q=survey+pru*")).toMatchInlineSnapshot(`
		"2 papers for “survey pru*”
		No paper has all the words. These have most of them.
		“pru” is read as the beginning of “prune” and “pruning”."
	`);
});

test("a query that cannot be as it was meant", async () => {
	expect(await told("?q=image+year:20266")).toMatchInlineSnapshot(`
		"2 papers for “image year:20266”
		“year:20266” is no year. Write year:2025, year:2024..2026, year:2024.. or year:undated."
	`);
	expect(await told("?q=image+topic:fish")).toMatchInlineSnapshot(`
		"2 papers for “image topic:fish”
		There is no topic “fish”. The topics are vision, birds."
	`);
	expect(await told('?q="visual+token')).toMatchInlineSnapshot(`
		"1 paper for “"visual token”
		The quotation mark before “visual token” is not closed: everything after it is one phrase."
	`);
	expect(await told("?q=visual+AND+token")).toMatchInlineSnapshot(`
		"1 paper for “visual AND token”
		AND is left aside. Papers are found that have all the words; there is no “or”."
	`);
});

test("a reader who finds nothing is offered what to give up", async () => {
	const drops = async (address: string) => {
		const finding = await engine.find(readState(address));
		return (await engine.dropsOf(finding)).map(
			({ papers, state }) => `${engine.searchAddress(state)} ${papers}`,
		);
	};
	expect(await drops("?q=image&year=2020&topic=vision")).toEqual([
		"/search/?q=image&topic=vision 1",
	]);
	expect(await drops("?q=swifts+year:2026")).toEqual(["/search/?q=swifts 1"]);
	// The year that is given up is the one that was written so, not the beginning of another.
	expect(await drops("?q=year:2026..+year:2026+-topic:vision")).toEqual([
		"/search/?q=year%3A2026..+year%3A2026 1",
	]);
	expect(await drops("?q=albatross&year=2026")).toEqual([]);
});

test("a reader of a word that no paper has is offered words that begin so", async () => {
	const near = async (address: string) => {
		const finding = await engine.find(readState(address));
		return (await engine.nearTerms(finding)).map(({ query }) => query);
	};
	expect(await near("?q=swiftness+visual")).toEqual([]);
	expect(await near("?q=imaxxxxxx+visual")).toEqual(["image visual"]);
	expect(await near("?q=title:visxxxxxx")).toEqual(["title:visual"]);
	expect(await near("?q=imaxxxxxxes+imaxxxxxx")).toEqual(["image imaxxxxxx", "imaxxxxxxes image"]);
	expect(await near("?q=xylophone")).toEqual([]);
});

test("a file that fails is told with what is missing, why, and what to do", () => {
	const kinds: FileKind[] = ["entry", "contents", "words", "chunk", "filter", "record"];
	const reasons: FileProblem["reason"][] = ["offline", "refused", "missing", "page", "damaged"];
	const message = (kind: FileKind, reason: FileProblem["reason"]) =>
		failureMessage(new FileProblem("a/b", kind, reason, "404"));
	expect(kinds.map((kind) => message(kind, "offline")).join("\n")).toMatchInlineSnapshot(`
		"The search is not complete: the entry of the search index could not be loaded. You are offline, and it is not on this device. Try again when you are connected, or open the copy on this device, if you have taken one.
		The search is not complete: the search index’s table of contents could not be loaded. You are offline, and it is not on this device. Try again when you are connected, or open the copy on this device, if you have taken one.
		The search is not complete: a list of words could not be loaded. You are offline, and it is not on this device. Try again when you are connected, or open the copy on this device, if you have taken one.
		The search is not complete: a part of the search index could not be loaded. You are offline, and it is not on this device. Try again when you are connected, or open the copy on this device, if you have taken one.
		The search is not complete: the list of a filter could not be loaded. You are offline, and it is not on this device. Try again when you are connected, or open the copy on this device, if you have taken one.
		The search is not complete: the record of a paper could not be loaded. You are offline, and it is not on this device. Try again when you are connected, or open the copy on this device, if you have taken one."
	`);
	expect(reasons.map((reason) => message("chunk", reason)).join("\n")).toMatchInlineSnapshot(`
		"The search is not complete: a part of the search index could not be loaded. You are offline, and it is not on this device. Try again when you are connected, or open the copy on this device, if you have taken one.
		The search is not complete: a part of the search index could not be loaded. The connection failed. Check the connection and try again.
		The search is not complete: a part of the search index could not be loaded. The server does not have it; perhaps the site is just being updated. Try again in a minute; if it stays, tell the people who keep this site.
		The search is not complete: a part of the search index could not be loaded. A web page came in its place, as networks with a login do it. Log in to the network and try again.
		The search is not complete: a part of the search index could not be loaded. It arrived damaged. Try again; if it stays, reload the page."
	`);
});
