import { expect, test } from "vitest";
import { checkLinks } from "./check.ts";
import { linksIn } from "./places.ts";
import { linkCounts, linkLines, linksIssue } from "./report.ts";
import { answers, quick, server } from "./temporary-server.ts";

test("a name that no server has is gone, unless no name at all is known here", async () => {
	const { origin } = await server(answers({ "/": [200] }));
	const at = { file: "a.mdx", line: 1, column: 1 };
	const [nobody, somebody] = ["http://nobody.invalid/", `${origin}/`].map((address) => ({
		...at,
		address,
	}));
	if (!nobody || !somebody) throw new Error("there are two links");
	// Whether this machine has a name server must not matter to the test.
	const lookup = ((_name: string, _options: object, done: (error: Error) => void) =>
		done(Object.assign(new Error("not found"), { code: "ENOTFOUND" }))) as typeof quick.lookup;
	const reasons = async (links: (typeof nobody)[]) =>
		(await checkLinks(links, { manners: { ...quick, lookup }, between: 0 })).map(
			({ answer }) => answer,
		);
	expect(await reasons([nobody, somebody])).toEqual([
		{ kind: "gone", reason: "no server has that name" },
		{ kind: "ok" },
	]);
	expect(await reasons([nobody])).toEqual([
		{ kind: "unsure", reason: "no connection to the internet" },
	]);
});

test("a host is asked one thing at a time, and each address once", async () => {
	let now = 0;
	let most = 0;
	const { origin, asked } = await server((_, response) => {
		most = Math.max(most, ++now);
		setTimeout(() => {
			now--;
			response.writeHead(200).end();
		}, 20);
	});
	const links = ["/a", "/b", "/a", "/c"].map((path, index) => ({
		address: origin + path,
		file: "a.mdx",
		line: index + 1,
		column: 1,
	}));
	const checked = await checkLinks(links, { manners: quick, between: 1 });
	expect(checked.map(({ line, answer }) => `${line} ${answer.kind}`)).toEqual([
		"1 ok",
		"2 ok",
		"3 ok",
		"4 ok",
	]);
	expect(asked).toEqual(["HEAD /a", "HEAD /b", "HEAD /c"]);
	expect(most).toBe(1);
});

test("links stand in the front matter and in the text, with their places", () => {
	const entry = [
		"---",
		"title: See https://example.org/title",
		"links:",
		"  code: https://example.org/code",
		'  "paper": "https://example.org/paper#a"',
		"---",
		"",
		"[A](https://example.org/a) and https://example.org/b, not `https://example.org/code-span`.",
		"",
		"## Notes",
		"",
		"[in the site](/papers/a/) [mail](mailto:a@example.org) [c]",
		"",
		'<Video href="https://example.org/v" title="V"/>',
		"",
		"[c]: https://example.org/c",
		"",
	].join("\r\n");
	expect(
		linksIn("a.mdx", entry).map(({ line, column, address }) => `${line}:${column} ${address}`),
	).toMatchInlineSnapshot(`
		[
		  "4:9 https://example.org/code",
		  "5:12 https://example.org/paper#a",
		  "8:1 https://example.org/a",
		  "8:32 https://example.org/b",
		  "14:1 https://example.org/v",
		  "16:1 https://example.org/c",
		]
	`);
	expect(linksIn("a.mdx", "no front matter, {broken")).toEqual([]);
});

test("the report says where, what and how to mend it", () => {
	const at = { file: "content/papers/a.mdx", column: 9 };
	const links = [
		{ ...at, line: 3, address: "https://example.org/a", answer: { kind: "ok" } as const },
		{
			...at,
			line: 4,
			address: "https://example.org/b",
			answer: { kind: "moved", to: "https://example.org/c" } as const,
		},
		{
			...at,
			line: 5,
			address: "https://example.org/```",
			answer: { kind: "gone", reason: "404" } as const,
		},
		{
			...at,
			line: 6,
			address: "https://example.org/e",
			answer: { kind: "unsure", reason: "403" } as const,
		},
	];
	expect([...linkLines(links), linkCounts(links)].join("\n")).toMatchInlineSnapshot(`
		"content/papers/a.mdx:4:9 moved for good: https://example.org/b
		    Write https://example.org/c instead.
		content/papers/a.mdx:5:9 gone (404): https://example.org/\`\`\`
		    Link to where it is now, or remove the link.
		content/papers/a.mdx:6:9 unsure (403): https://example.org/e
		    Open it in a browser.
		4 links: 1 lead to a page, 1 moved, 1 gone, 1 unsure"
	`);
	expect(linksIssue(links)).toMatchInlineSnapshot(`
		"4 links: 1 lead to a page, 1 moved, 1 gone, 1 unsure. \`npm run links\` asks them again. This issue is written anew every week, and closed when none is gone.

		\`\`\`text
		content/papers/a.mdx:5:9 gone (404): https://example.org/%60%60%60
		    Link to where it is now, or remove the link.
		\`\`\`

		Moved for good:

		\`\`\`text
		content/papers/a.mdx:4:9 moved for good: https://example.org/b
		    Write https://example.org/c instead.
		\`\`\`"
	`);
	expect(linksIssue(links.slice(0, 2))).toBe("");
	const gone = links.slice(2, 3);
	const many = Array.from({ length: 2_000 }, () => gone).flat();
	expect(Buffer.byteLength(linksIssue(many))).toBeLessThan(60_000);
	expect(linksIssue(many)).toMatch(/and \d+ more: `npm run links`$/);
});
