import { expect, test } from "vitest";
import { ask, POLITE } from "./ask.ts";
import { isPublicAddress } from "./public-address.ts";
import { answers, quick, server } from "./temporary-server.ts";

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
	let closed = 0;
	const { origin, asked } = await server(({ method }, response) => {
		response.on("close", () => closed++);
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
	await expect.poll(() => closed).toBe(2);
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
