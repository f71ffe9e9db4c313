import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { serveReplies } from "../../../tests/api-server.ts";
import { fakeClock } from "../../../tests/fake-clock.ts";
import { always, lookedUp, temporaryFolder } from "../../../tests/looked-up.ts";

test("what was found is kept for seven days, and longer where there is no network", async () => {
	const server = await always(
		{ file: "arxiv-one.xml" },
		{ file: "arxiv-one.xml" },
		{ cut: "before" },
	);
	const setting = { clock: fakeClock(), cache: temporaryFolder() };
	const again = async () => (await lookedUp(server.url, ["2301.00001"], setting)).lines;
	const day = 24 * 60 * 60 * 1000;
	const first = await again();
	await setting.clock.sleep(7 * day - 10_000);
	expect(await again()).toEqual(first);
	expect(server.requests).toHaveLength(1);
	await setting.clock.sleep(10_000);
	expect(await again()).toEqual(first);
	expect(server.requests).toHaveLength(2);
	await setting.clock.sleep(30 * day);
	expect((await again()).join("\n")).toMatchInlineSnapshot(
		`"arxiv:2301.00001: “Owls & wrens: a title that is wrapped” – arXiv could not be reached (the connection was cut): arXiv 2301.00001 is taken from an older answer"`,
	);
});

test("that nothing was found is kept for an hour", async () => {
	const server = await serveReplies(() => undefined);
	const setting = { clock: fakeClock(), cache: temporaryFolder() };
	const again = async () => (await lookedUp(server.url, ["10.1000/none"], setting)).lines;
	const first = await again();
	await setting.clock.sleep(59 * 60_000);
	expect(await again()).toEqual(first);
	expect(server.requests).toHaveLength(1);
	await setting.clock.sleep(60_000);
	expect(await again()).toEqual(first);
	expect(server.requests).toHaveLength(2);
});

test("a kept answer that is damaged is asked for again, and no temporary file stays", async () => {
	const server = await always({ file: "arxiv-one.xml" });
	const cache = temporaryFolder();
	const { lines } = await lookedUp(server.url, ["2301.00001"], { cache });
	const [name = "", ...others] = readdirSync(path.join(cache, "answers"));
	expect(others).toEqual([]);
	for (const damaged of ["", "{", "[]", '{"at": 1e99, "text": 7}', '{"at": "x"}']) {
		writeFileSync(path.join(cache, "answers", name), damaged);
		expect((await lookedUp(server.url, ["2301.00001"], { cache })).lines).toEqual(lines);
	}
	expect(server.requests).toHaveLength(6);
});

test("where nothing can be kept, answers come all the same", async () => {
	const server = await always({ file: "arxiv-one.xml" });
	const folder = temporaryFolder();
	const cache = path.join(folder, "file");
	writeFileSync(cache, "");
	const { lines } = await lookedUp(server.url, ["2301.00001"], { cache });
	expect(lines).toEqual(["arxiv:2301.00001: “Owls & wrens: a title that is wrapped”"]);
});
