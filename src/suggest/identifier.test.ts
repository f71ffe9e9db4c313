import { expect, test } from "vitest";
import { answer, type Reply, serveReplies } from "../../tests/api-server.ts";
import { fakeClock } from "../../tests/fake-clock.ts";
import { temporaryFolder } from "../../tests/looked-up.ts";
import { services } from "../import/lookup/client.ts";
import { lookUpAt } from "../import/lookup/look-up.ts";
import { papersIn, refusal } from "../import/temporary-content.ts";
import { runSuggestion } from "./run.ts";
import { content, issue } from "./temporary-issue.ts";

/** A server with these replies, and the client that asks it as arXiv and Crossref. */
async function asking(reply: (asked: string) => Reply | Reply[] | undefined) {
	const { url, requests } = await serveReplies(reply);
	const client = { arxiv: url, crossref: url, clock: fakeClock(), cache: temporaryFolder() };
	return { url, requests, lookUp: lookUpAt(services(client)) };
}

/** Why a suggestion of this identifier is refused, where the services reply so. */
async function refused(identifier: string, ...replies: Reply[]): Promise<string> {
	const folder = content();
	const { url, lookUp } = await asking(() => replies);
	const message = await refusal(folder, () => runSuggestion(folder, issue({ identifier }), lookUp));
	expect(papersIn(folder)).toEqual({});
	return message.replaceAll(url, "<url>");
}

test("of an identifier alone, the record is asked of arXiv or Crossref", async () => {
	const work = JSON.stringify({ message: { DOI: "10.1000/a?b#c", title: ["Owls"] } });
	const { requests, lookUp } = await asking((asked) =>
		asked.startsWith("/api") ? { file: "arxiv-one.xml" } : { body: work },
	);
	const folder = content();
	await runSuggestion(folder, issue({ identifier: "arXiv:2301.00001v2" }), lookUp);
	await runSuggestion(folder, issue({ identifier: "10.1000/a?b#c" }), lookUp);
	expect(requests).toEqual(["/api/query?id_list=2301.00001&max_results=1", "/works/10.1000/a?b#c"]);
	expect(Object.keys(papersIn(folder))).toEqual(["10.1000-a-b-c.mdx", "2301.00001.mdx"]);
});

test("a service that is busy for a moment is asked again", async () => {
	const { requests, lookUp } = await asking(() => [
		{ status: 503 },
		{ cut: "midway", file: "arxiv-one.xml" },
		{ file: "arxiv-one.xml" },
	]);
	const folder = content();
	const { id } = await runSuggestion(folder, issue({ identifier: "2301.00001" }), lookUp);
	expect(id).toBe("2301.00001");
	expect(requests).toHaveLength(3);
});

test("a maintainer is told that a paper has been withdrawn", async () => {
	const withdrawn = answer("arxiv-withdrawn.xml");
	const id = /arxiv\.org\/abs\/([\d.]+)/.exec(withdrawn)?.[1] ?? "";
	const { lookUp } = await asking(() => ({ body: withdrawn }));
	const { notes } = await runSuggestion(content(), issue({ identifier: id }), lookUp);
	expect(notes).toEqual([`arXiv ${id} has been withdrawn: its abstract may say why`]);
});

test("an answer that is no record is told", async () => {
	expect(
		await refused("10.1000/a", { status: 404, body: "Resource not found." }),
	).toMatchInlineSnapshot(`
		"issue:3:1 unexpected answer about DOI 10.1000/a, expected its record: Crossref does not know this DOI: it is mistyped, or registered elsewhere (DataCite, for data and software). Check it at https://doi.org/10.1000/a, and write content/papers/10.1000-a.mdx by hand
		    Check the identifier; or paste a record, or fill in the title and what belongs to it.
		1 problem"
	`);
	expect(await refused("10.1000/a", { status: 503 })).toMatchInlineSnapshot(`
		"issue:3:1 unexpected answer about DOI 10.1000/a, expected its record: Crossref answered 503. Try again later, or write content/papers/10.1000-a.mdx by hand
		    Check the identifier; or paste a record, or fill in the title and what belongs to it.
		1 problem"
	`);
	expect(await refused("10.1000/a", { body: "<html>" })).toContain(
		"Crossref answered with a web page",
	);
	expect(await refused("10.1000/a", { body: '{"message": {"DOI": "10.1000/b"}}' })).toContain(
		"Crossref answered with another DOI (10.1000/b)",
	);
});

test("an answer without end, and one that leads elsewhere, are not followed", async () => {
	expect(await refused("2301.00001", { body: Buffer.alloc(5 * 1024 * 1024, "x") })).toContain(
		"arXiv answered with more than 4 MB",
	);
	const elsewhere = { status: 302, headers: { location: "http://169.254.169.254/latest" } };
	expect(await refused("2301.00001", elsewhere)).toContain(
		"arXiv sent us elsewhere, to http://169.254.169.254/latest",
	);
});

test("a record that is longer than an entry may be is refused", async () => {
	const body = JSON.stringify({
		message: {
			DOI: "10.1000/a",
			title: ["Owls"],
			abstract: "word ".repeat(3_500),
			author: Array.from({ length: 5_000 }, (_, at) => ({ family: `Finch${at}`, given: "Ada" })),
		},
	});
	expect(await refused("10.1000/a", { body })).toMatchInlineSnapshot(`
		"issue:3:1 unexpected entry of 106585 bytes, expected at most 60000
		    An entry holds an abstract, not the whole paper: link to it.
		1 problem"
	`);
});
