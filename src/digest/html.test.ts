import { parse } from "parse5";
import { expect, test } from "vitest";
import type { Digest, DigestPaper } from "./digest.ts";
import { digestHtml } from "./html.ts";
import { digestMail } from "./mail.ts";
import { digestPeriod } from "./period.ts";

const paper = (title: string): DigestPaper => ({
	url: `https://example.org/papers/${encodeURIComponent(title)}/`,
	title,
	facts: "Ada Lovelace · 11 May 2026 · 4 comments",
	teaser: title,
	language: "zh",
});

const whole = (title: string): Digest => ({
	id: "2026-W20",
	subject: `${title}: 11–17 May 2026`,
	collection: title,
	period: digestPeriod("2026-05-12", "week"),
	language: "en",
	site: "https://example.org/",
	web: "https://example.org/dates/2026/w20/",
	count: 70,
	more: 10,
	discussed: [paper(title)],
	topics: [{ name: title, papers: [paper(title), paper("Owls")] }],
});

/** Every element of a page, with its attributes. */
function elements(html: string): { name: string; attributes: Record<string, string> }[] {
	const all: { name: string; attributes: Record<string, string> }[] = [];
	const visit = (node: unknown) => {
		const { tagName, attrs, childNodes } = node as {
			tagName?: string;
			attrs?: { name: string; value: string }[];
			childNodes?: unknown[];
		};
		const attributes = Object.fromEntries((attrs ?? []).map(({ name, value }) => [name, value]));
		if (tagName) all.push({ name: tagName, attributes });
		for (const child of childNodes ?? []) visit(child);
	};
	visit(parse(html));
	return all;
}

test("a digest has only styles that Gmail, Outlook and Apple Mail know, each where Outlook minds it", () => {
	const styles = elements(digestHtml(whole("Owls"), "https://example.org/leave")).flatMap(
		({ name, attributes: { style = "" } }) =>
			style
				.split(";")
				.filter(Boolean)
				.map((rule) => {
					const [property = "", value = ""] = rule.split(/:(.*)/);
					return { name, property, value };
				}),
	);
	expect([...new Set(styles.map(({ property }) => property))].sort()).toMatchInlineSnapshot(`
		[
		  "border-collapse",
		  "border-top",
		  "color",
		  "font",
		  "font-size",
		  "font-weight",
		  "line-height",
		  "margin",
		  "margin-top",
		  "max-width",
		  "padding",
		  "padding-top",
		  "width",
		  "word-break",
		]
	`);
	const padded = styles.filter(({ property, value }) => property === "padding" && value !== "0");
	expect(padded.map(({ name }) => name)).toEqual(["td"]);
	const wide = styles.filter(({ property }) => property.endsWith("width"));
	expect(new Set(wide.map(({ name }) => name))).toEqual(new Set(["table"]));
	const colours = styles.flatMap(({ value }) => value.match(/#\w+|rgb.*|hsl.*/g) ?? []);
	expect(colours.filter((colour) => !/^#[0-9a-f]{6}$/.test(colour))).toEqual([]);
	const fonts = styles.filter(({ property }) => property === "font");
	expect(new Set(fonts.map(({ value }) => value.replace(/^\S+ /, "")))).toEqual(
		new Set(["Georgia,serif", "Arial,Helvetica,sans-serif"]),
	);
});

test("numbers of a list stand in one column, though a title is read from the right", () => {
	const items = elements(digestHtml(whole("هجرة الطيور"))).filter(({ name }) => name === "li");
	expect(items.length).toBeGreaterThan(0);
	expect(items.filter(({ attributes }) => "dir" in attributes)).toEqual([]);
});

test("no line of a mail is longer than mail servers take, whatever the titles and addresses", async () => {
	const address = `https://example.org/leave?token=${"a".repeat(700)}`;
	for (const title of ["猫".repeat(300), "🦉".repeat(300), "x".repeat(300), "Owls"]) {
		const message = await digestMail(whole(title), {
			from: "owls@example.org",
			to: "ada@example.org",
			unsubscribe: address,
		});
		const lines = message.toString("latin1").split("\r\n");
		const longest = Math.max(...lines.map((line) => line.length));
		expect(longest, title.slice(0, 3)).toBeLessThanOrEqual(998);
	}
});
