import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { ask, POLITE } from "./ask.ts";
import { checkLinks } from "./check.ts";
import { linksIn } from "./places.ts";
import { isPublicAddress } from "./public-address.ts";
import { linkCounts, linkLines, linksIssue } from "./report.ts";

type Answering = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on this machine, and what it was asked: `METHOD /path`. */
async function server(answering: Answering) {
	const asked: string[] = [];
	const listener = createServer((request, response) => {
		asked.push(`${request.method} ${request.url}`);
		answering(request, response);
	});
	await new Promise<void>((listening) => listener.listen(0, "127.0.0.1", listening));
	onTestFinished(() => {
		listener.closeAllConnections();
		listener.close();
	});
	const { port } = listener.address() as AddressInfo;
	return { asked, origin: `http://127.0.0.1:${port}`, port };
}

/** As {@link POLITE}, but quick, and of the servers of the tests. */
const quick = { ...POLITE, mayAsk: () => true, timeout: 300, pause: 10, longestPause: 2_000 };

/** Answers by path: a status, and where it leads. */
function answers(pages: Record<string, [status: number, location?: string]>): Answering {
	return ({ url = "" }, response) => {
		const [status, location] = pages[url] ?? [404];
		response.writeHead(status, location === undefined ? {} : { location }).end();
	};
}

test("a page, a page that is gone, and pages of which nobody can tell", async () => {
	const { origin } = await server(
		answers({ "/ok": [200], "/gone": [410], "/no": [403], "/busy": [429], "/broken": [500] }),
	);
	const found: Record<string, unknown> = {};
	for (const path of ["/ok", "/gone", "/missing", "/no", "/busy", "/broken"]) {
		found[path] = await ask(origin + path, quick);
	}
	expect(found).toMatchInlineSnapshot(`
		{
		  "/broken": {
		    "kind": "unsure",
		    "reason": "500",
		  },
		  "/busy": {
		    "kind": "unsure",
		    "reason": "429",
		  },
		  "/gone": {
		    "kind": "gone",
		    "reason": "410",
		  },
		  "/missing": {
		    "kind": "gone",
		    "reason": "404",
		  },
		  "/no": {
		    "kind": "unsure",
		    "reason": "403",
		  },
		  "/ok": {
		    "kind": "ok",
		  },
		}
	`);
});

test("a page that moved for good is suggested, one that moved for now is fine", async () => {
	const { origin } = await server(
		answers({
			"/a": [301, "/b"],
			"/b": [308, "/c"],
			"/c": [200],
			"/now": [302, "/c"],
			"/mixed": [301, "/now"],
			"/dead": [301, "/missing"],
			"/circle": [301, "/circle"],
			"/file": [301, "file:///etc/passwd"],
			"/nowhere": [301, "http://["],
		}),
	);
	expect(await ask(`${origin}/a#part`, quick)).toEqual({ kind: "moved", to: `${origin}/c#part` });
	expect(await ask(`${origin}/now`, quick)).toEqual({ kind: "ok" });
	expect(await ask(`${origin}/mixed`, quick)).toEqual({ kind: "ok" });
	expect(await ask(`${origin}/dead`, quick)).toEqual({ kind: "gone", reason: "404" });
	expect(await ask(`${origin}/circle`, quick)).toEqual({
		kind: "unsure",
		reason: "redirects in a circle",
	});
	expect(await ask(`${origin}/file`, quick)).toEqual({
		kind: "unsure",
		reason: "a redirect away from the web",
	});
	expect(await ask(`${origin}/nowhere`, quick)).toEqual({
		kind: "unsure",
		reason: "a redirect to what is no address",
	});
});

test("redirects without end come to one", async () => {
	let page = 0;
	const { origin, asked } = await server((_, response) =>
		response.writeHead(301, { location: `/${page++}` }).end(),
	);
	expect(await ask(`${origin}/`, quick)).toEqual({
		kind: "unsure",
		reason: "more than 8 redirects",
	});
	expect(asked).toHaveLength(9);
});

test("a server that does not know HEAD is asked with GET, of which no more than the head is read", async () => {
	let sent = 0;
	const { origin, asked } = await server(({ method }, response) => {
		if (method === "HEAD") {
			response.writeHead(405).end();
			return;
		}
		response.writeHead(200);
		const more = () => {
			sent += 65_536;
			if (!response.destroyed && sent < 100e6) response.write(Buffer.alloc(65_536), more);
		};
		more();
	});
	expect(await ask(`${origin}/large`, quick)).toEqual({ kind: "ok" });
	expect(asked).toEqual(["HEAD /large", "GET /large"]);
	expect(sent).toBeLessThan(20e6);
});

test("a server that is busy is asked again when it says, at most three times", async () => {
	let times = 0;
	const times429 = await server((_, response) => {
		if (++times === 1) response.writeHead(429, { "retry-after": "1" }).end();
		else response.writeHead(200).end();
	});
	const start = performance.now();
	expect(await ask(times429.origin, quick)).toEqual({ kind: "ok" });
	expect(performance.now() - start).toBeGreaterThan(990);
	const always = await server((_, response) => response.writeHead(503).end());
	expect(await ask(always.origin, quick)).toEqual({ kind: "unsure", reason: "503" });
	const tomorrow = await server((_, response) =>
		response.writeHead(429, { "retry-after": "86400" }).end(),
	);
	expect(await ask(tomorrow.origin, quick)).toEqual({
		kind: "unsure",
		reason: "the server asks to come back later",
	});
	expect(tomorrow.asked).toHaveLength(1);
});

test("silence and broken connections are not death", async () => {
	const silent = await server(() => {});
	expect(await ask(silent.origin, quick)).toEqual({
		kind: "unsure",
		reason: "no answer within 0.3 s",
	});
	expect(silent.asked).toHaveLength(3);
	const rude = await server((request) => void request.socket.destroy());
	expect(await ask(rude.origin, quick)).toMatchObject({ kind: "unsure" });
});

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

test("this machine and the networks behind it are never asked", async () => {
	const { asked, port } = await server(answers({ "/": [200] }));
	for (const host of [
		"127.0.0.1",
		"localhost",
		"[::1]",
		"[::ffff:127.0.0.1]",
		"2130706433",
		"0x7f.1",
		"0177.0.0.1",
		"0.0.0.0",
		"①②⑦.0.0.1",
	]) {
		expect(await ask(`http://${host}:${port}/`, { ...POLITE, pause: 10 })).toEqual({
			kind: "unsure",
			reason: "not an address of the public internet",
		});
	}
	expect(asked).toEqual([]);
});

test("neither are they by a redirect", async () => {
	const inner = await server(answers({ "/": [200] }));
	const outer = await server(answers({ "/": [302, `http://localhost:${inner.port}/`] }));
	// The outer server stands for one on the internet: it has the address 127.0.0.1 and not the name.
	let times = 0;
	const mayAsk = (address: string) => isPublicAddress(address) || ++times === 1;
	expect(await ask(outer.origin, { ...quick, mayAsk })).toEqual({
		kind: "unsure",
		reason: "not an address of the public internet",
	});
	expect(outer.asked).toHaveLength(1);
	expect(inner.asked).toEqual([]);
});

test.each([
	["8.8.8.8", true],
	["172.32.0.1", true],
	["2606:4700::1111", true],
	["10.1.2.3", false],
	["172.16.0.1", false],
	["172.31.255.255", false],
	["192.168.1.1", false],
	["169.254.169.254", false],
	["100.64.0.1", false],
	["255.255.255.255", false],
	["224.0.0.1", false],
	["::", false],
	["fe80::1", false],
	["fd00::1", false],
	["ff02::1", false],
	["::ffff:10.0.0.1", false],
	["64:ff9b::a00:1", false],
	["2002:a00:1::", false],
	["2001::1", false],
	["example.org", false],
	["", false],
])("%s is on the public internet: %s", (address, expected) => {
	expect(isPublicAddress(address)).toBe(expected);
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
