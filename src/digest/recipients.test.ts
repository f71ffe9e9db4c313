import { expect, test } from "vitest";
import { IssuesError } from "../paper/issues.ts";
import { readSubscribers, unsubscribeAddress, unsubscribeProblem } from "./recipients.ts";
import { readRecord } from "./record.ts";

test("subscribers: comments and empty lines are none", () => {
	const text = "\uFEFF# Friends\r\nada@example.org # since 2026\r\n\r\n  mary@example.org\n";
	expect(readSubscribers("list", text)).toEqual({
		value: ["ada@example.org", "mary@example.org"],
		issues: [],
	});
});

test("subscribers: every line that is no address, or one again, is told with its place", () => {
	const text =
		"ada@example.org\nAda <ada@example.org>\n ADA@example.org\nx\u2028Bcc: y@example.org\nnobody\n";
	expect(new IssuesError(readSubscribers("list", text).issues).message).toMatchInlineSnapshot(`
		"list:2:1 unexpected "Ada <ada@example.org>", expected a mail address
		    Write one address a line, without a name: ada@example.org.
		list:3:2 unexpected second "ADA@example.org", expected each address once: it stands in line 1
		    Remove one of the two lines.
		list:4:1 unexpected "x\\u2028Bcc: y@example.org", expected a mail address
		    Write one address a line, without a name: ada@example.org.
		list:5:1 unexpected "nobody", expected a mail address
		    Write one address a line, without a name: ada@example.org.
		4 problems"
	`);
	expect(new IssuesError(readSubscribers("list", "# none").issues).message).toMatchInlineSnapshot(`
		"list:1:1 unexpected end, expected at least one address
		    Write one address a line.
		1 problem"
	`);
});

test("the way off the list holds the address, whatever is in it", () => {
	expect(unsubscribeAddress("https://example.org/?u={address}", "a+b&c=d@example.org")).toBe(
		"https://example.org/?u=a%2Bb%26c%3Dd%40example.org",
	);
	expect(unsubscribeProblem("https://example.org/?u={address}")).toBeUndefined();
	for (const bad of [
		"http://example.org/{address}",
		"https://x.org/",
		"https://x.org/{address}>\r\nBcc: y",
	]) {
		expect(unsubscribeProblem(bad)).toContain("expected an address that begins with https://");
	}
});

test("a record that was damaged stops everything; a last line without its end was never finished", () => {
	const address = "0".repeat(64);
	const good = JSON.stringify({ digest: "2026-w20", address, state: "sent" });
	expect(readRecord("sent.jsonl", `${good}\n{"digest":"2026-w2`).value).toEqual(
		new Map([[`2026-w20 ${address}`, "sent"]]),
	);
	const { issues } = readRecord("sent.jsonl", `${good}\n<<<<<<< HEAD\n`);
	expect(new IssuesError(issues).message).toMatchInlineSnapshot(`
		"sent.jsonl:2:1 unexpected "<<<<<<< HEAD", expected a line such as {"digest":"2026-w20","address":"…","state":"sent"}
		    Restore the line from a copy; without it someone may get a digest twice.
		1 problem"
	`);
});
