import { expect, test } from "vitest";
import { deliver, type Outcome } from "../digest/deliver.ts";
import { messageKey, type RecordLine } from "../digest/record.ts";
import { sender, serverAt } from "./smtp.ts";
import { mailServer, reply } from "./smtp-server.ts";

const FROM = "from@example.org";

/** Delivers to these addresses as the command does, with short pauses. */
async function delivered(url: string, addresses: string[], lines: RecordLine[] = []) {
	const server = serverAt(url);
	if (!server) throw new Error(url);
	const send = sender(server, FROM);
	const waited: number[] = [];
	const outcomes = await deliver({
		digest: "2026-w20",
		addresses,
		record: new Map(lines.map((line) => [messageKey(line), line.state])),
		send: (to) =>
			send(to, Buffer.from(`From: ${FROM}\r\nTo: ${to}\r\nSubject: Owls\r\n\r\nFly.\r\n`)),
		keep: (line) => void lines.push(line),
		pauses: [1, 2, 3],
		interval: 7,
		wait: async (milliseconds) => void waited.push(milliseconds),
	});
	return { outcomes: outcomes.map(shown), waited, lines, states: lines.map(({ state }) => state) };
}

function shown(outcome: Outcome): string {
	return Object.values(outcome).join(" ");
}

test("a server that is busy twice gets the message the third time, and once", async () => {
	let left = 2;
	const { accepted, url } = await mailServer({
		message: () => (left-- > 0 ? reply(451, "busy") : undefined),
	});
	const { outcomes, waited, states } = await delivered(url, ["a@example.org"]);
	expect(outcomes).toEqual(["a@example.org sent"]);
	expect(waited).toEqual([1, 2]);
	expect(states).toEqual(["sending", "sent"]);
	expect(accepted.map(({ to }) => to)).toEqual(["a@example.org"]);
});

test("who is refused for good is told and not asked again; the others get theirs", async () => {
	const asked: string[] = [];
	const { accepted, url } = await mailServer({
		recipient: (address) => {
			asked.push(address);
			return address.startsWith("gone") ? reply(550, "no such user") : undefined;
		},
	});
	const lines: RecordLine[] = [];
	const all = ["gone@example.org", "a@example.org"];
	const first = await delivered(url, all, lines);
	expect(first.outcomes).toEqual([
		"gone@example.org refused 550 no such user",
		"a@example.org sent",
	]);
	expect(first.waited).toEqual([7]);
	expect((await delivered(url, all, lines)).outcomes).toEqual([
		"gone@example.org given up the server has refused it in an earlier run",
		"a@example.org before",
	]);
	expect(asked).toEqual(all);
	expect(accepted).toHaveLength(1);
});

test("a sender whom the server does not take ends the run: no recipient is given up for it", async () => {
	const { url } = await mailServer({ from: () => reply(550, "who are you?") });
	const { outcomes, states } = await delivered(url, ["a@example.org", "b@example.org"]);
	expect(outcomes).toEqual([
		"a@example.org failed 550 who are you?",
		"b@example.org not tried 550 who are you?",
	]);
	expect(states).toEqual(["sending", "failed"]);
});

test("a message that the server does not take is refused for good", async () => {
	const { url } = await mailServer({ message: () => reply(554, "spam") });
	const { outcomes, waited } = await delivered(url, ["a@example.org"]);
	expect(outcomes).toEqual(["a@example.org refused 554 spam"]);
	expect(waited).toEqual([]);
});

test("a connection lost before the message is tried again; after four times it is left for the next run", async () => {
	let dropping = true;
	const { accepted, url } = await mailServer({
		recipient: (_, drop) => void (dropping && drop()),
	});
	const lines: RecordLine[] = [];
	const lost = await delivered(url, ["a@example.org"], lines);
	expect(lost.outcomes).toMatchInlineSnapshot(`
		[
		  "a@example.org failed Connection closed unexpectedly",
		]
	`);
	expect(lost.waited).toEqual([1, 2, 3]);
	dropping = false;
	expect((await delivered(url, ["a@example.org"], lines)).outcomes).toEqual(["a@example.org sent"]);
	expect(accepted).toHaveLength(1);
});

test("a connection lost when the message was whole: it may have arrived, so it is told and never sent again", async () => {
	let messages = 0;
	const { url } = await mailServer({
		message: (_, drop) => {
			messages += 1;
			drop();
			return false;
		},
	});
	const lines: RecordLine[] = [];
	const lost = await delivered(url, ["a@example.org"], lines);
	expect(lost.outcomes).toMatchInlineSnapshot(`
		[
		  "a@example.org unsure Connection closed unexpectedly",
		]
	`);
	expect((await delivered(url, ["a@example.org"], lines)).outcomes).toEqual([
		"a@example.org unsure an earlier run was stopped while it was sent",
	]);
	expect(messages).toBe(1);
});

test("a wrong password ends the run at once, and is shown to nobody", async () => {
	const { accepted, port } = await mailServer({ password: "right" });
	const { outcomes, waited } = await delivered(`smtp://me:s%40secret@127.0.0.1:${port}`, [
		"a@example.org",
		"b@example.org",
	]);
	expect(outcomes).toMatchInlineSnapshot(`
		[
		  "a@example.org failed 535 … is wrong",
		  "b@example.org not tried 535 … is wrong",
		]
	`);
	expect(waited).toEqual([]);
	expect(
		(await delivered(`smtp://me:right@127.0.0.1:${port}`, ["a@example.org"])).outcomes,
	).toEqual(["a@example.org sent"]);
	expect(accepted).toHaveLength(1);
});

test("a password goes to another machine encrypted alone", async () => {
	expect(serverAt("https://example.org")).toBeUndefined();
	expect(serverAt("smtps://a%40b:c%2Fd@example.org")).toEqual({
		host: "example.org",
		port: 465,
		secure: true,
		auth: { user: "a@b", pass: "c/d" },
	});
	const { port } = await mailServer({ password: "right" });
	const elsewhere = `smtp://me:right@[::ffff:127.0.0.1]:${port}`;
	expect((await delivered(elsewhere, ["a@example.org"])).outcomes).toMatchInlineSnapshot(`
		[
		  "a@example.org failed 500 Error: command not recognized",
		]
	`);
});
