import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { simpleParser } from "mailparser";
import { expect, onTestFinished, test } from "vitest";
import { sha256 } from "../digest/mail.ts";
import { temporaryContent } from "../import/temporary-content.ts";
import { offprint } from "./command.ts";
import { mailServer } from "./smtp-server.ts";

const UNSUBSCRIBE = "https://example.org/leave?u={address}";

/** A collection with a paper in week 20 of 2026, a folder for digests, and these subscribers. */
function given(...subscribers: string[]) {
	const content = temporaryContent({
		"collection.yaml": "title: Owls\ntagline: Owls.\nurl: https://example.org/a/\n",
		"papers/owls.mdx": "---\ntitle: On Owls\ndate: 2026-05-11\n---\n\nOwls fly.\n",
	}).root;
	const out = mkdtempSync(path.join(tmpdir(), "digests-"));
	onTestFinished(() => rmSync(out, { recursive: true }));
	const list = path.join(out, "list.txt");
	writeFileSync(list, subscribers.map((address) => `${address}\n`).join(""));
	const args = ["digest", "--since=2026-05-13", `--out=${out}`];
	const send = [
		...[...args, "--send", "--from=from@example.org", `--subscribers=${list}`],
		...[`--unsubscribe=${UNSUBSCRIBE}`, "--per-minute=6000"],
	];
	const run = async (flags: string[], url = "", env: Record<string, string> = {}) => {
		const ran = await offprint(flags, { content, env: { OFFPRINT_SMTP: url, ...env } });
		const shown = (text: string) => text.replaceAll(out, "digests");
		return { ...ran, stdout: shown(ran.stdout), stderr: shown(ran.stderr) };
	};
	return { content, out, args, send, run, record: path.join(out, "sent.jsonl") };
}

test("a digest as files: HTML, plain text and a mail to open", async () => {
	const { args, run, out } = given();
	expect(await run(args)).toMatchInlineSnapshot(`
		{
		  "code": 0,
		  "stderr": "",
		  "stdout": "Owls: 11–17 May 2026: 1 paper
		digests/2026-w20.html
		digests/2026-w20.txt
		digests/2026-w20.eml
		",
		}
	`);
	const mail = await simpleParser(readFileSync(path.join(out, "2026-w20.eml")));
	expect([
		mail.subject,
		mail.from?.text,
		mail.text?.includes("https://example.org/a/papers/owls/"),
	]).toEqual(["Owls: 11–17 May 2026", '"Owls" <no-reply@example.org>', true]);
	expect(mail.text).toBe(readFileSync(path.join(out, "2026-w20.txt"), "utf8"));
	await run(args, "", { SITE_URL: "https://ada.example.org/fork/" });
	const links = readFileSync(path.join(out, "2026-w20.txt"), "utf8").match(/https:\S+/g) ?? [];
	expect(links.filter((link) => !link.startsWith("https://ada.example.org/fork/"))).toEqual([]);
});

test("nothing new: it says so and sends nothing", async () => {
	const { send, run, out } = given("a@example.org");
	const { accepted, url } = await mailServer();
	expect(await run([...send, "--since=2026-06-01"], url)).toMatchInlineSnapshot(`
		{
		  "code": 0,
		  "stderr": "",
		  "stdout": "Nothing new in 1–7 June 2026: there is no digest.
		",
		}
	`);
	expect(accepted).toEqual([]);
	expect(readdirSync(out)).toEqual(["list.txt"]);
});

test("each subscriber gets one message of their own, with a way off the list, and no second one", async () => {
	const { send, run, record } = given("a@example.org", "B@example.org");
	const { accepted, url } = await mailServer();
	expect(await run([...send, "--dry-run"])).toMatchInlineSnapshot(`
		{
		  "code": 0,
		  "stderr": "",
		  "stdout": "Owls: 11–17 May 2026
		a@example.org would be sent
		B@example.org would be sent
		2 recipients = 2 would be sent + 0 sent before + 0 not sent
		",
		}
	`);
	expect(existsSync(record)).toBe(false);
	expect(accepted).toEqual([]);
	expect((await run(send, url)).code).toBe(0);
	expect(await run(send, url)).toMatchInlineSnapshot(`
		{
		  "code": 0,
		  "stderr": "",
		  "stdout": "Owls: 11–17 May 2026
		a@example.org sent before
		B@example.org sent before
		2 recipients = 0 sent + 2 sent before + 0 not sent
		",
		}
	`);
	expect(
		accepted.map(({ to, mail }) => [
			to,
			[mail.to]
				.flat()
				.map((one) => one?.text)
				.join(),
		]),
	).toEqual([
		["a@example.org", "a@example.org"],
		["B@example.org", "B@example.org"],
	]);
	const [list] = accepted.map(({ mail }) =>
		mail.headerLines.flatMap(({ key, line }) =>
			key.startsWith("list-") ? [line.replace(/\s+/g, " ")] : [],
		),
	);
	expect(list).toMatchInlineSnapshot(`
		[
		  "List-Unsubscribe: <https://example.org/leave?u=a%40example.org>, <mailto:from@example.org?subject=unsubscribe>",
		  "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
		]
	`);
	expect(readFileSync(record, "utf8")).toBe(
		["a@example.org", "b@example.org"]
			.flatMap((address) =>
				["sending", "sent"].map(
					(state) => `${JSON.stringify({ digest: "2026-w20", address: sha256(address), state })}\n`,
				),
			)
			.join(""),
	);
});

test.each(["before the message", "before the answer"])(
	"stopped dead %s, and run again: nobody gets a second copy, and who may have none is told",
	async (moment) => {
		const { content, send, run } = given("a@example.org", "b@example.org", "c@example.org");
		const arrived: string[] = [];
		let child: ChildProcess | undefined;
		const kill = (address: string, now: string) => {
			if (address === "b@example.org" && now === moment) child?.kill("SIGKILL");
			return undefined;
		};
		const { url } = await mailServer({
			recipient: (address) => kill(address, "before the message"),
			message: (address) => {
				arrived.push(address);
				return kill(address, "before the answer");
			},
		});
		const { PATH = "" } = process.env;
		child = spawn(process.execPath, ["src/cli/main.ts", ...send], {
			env: { PATH, OFFPRINT_CONTENT: content, OFFPRINT_SMTP: url },
		});
		expect(await once(child, "exit")).toEqual([null, "SIGKILL"]);
		child = undefined;
		const again = await run(send, url);
		expect(again.stdout).toContain("a@example.org sent before\nc@example.org sent\n");
		expect(again.stderr).toContain(
			"b@example.org may have it: an earlier run was stopped while it was sent",
		);
		expect(again.code).toBe(1);
		const copies = (address: string) => arrived.filter((one) => one === address).length;
		expect(copies("a@example.org")).toBe(1);
		expect(copies("b@example.org")).toBe(moment === "before the answer" ? 1 : 0);
		expect(copies("c@example.org")).toBe(1);
	},
);

test("a line of the record that a crash has cut off is put right, and the rest of it holds", async () => {
	const { send, run, record } = given("a@example.org", "b@example.org");
	const { accepted, url } = await mailServer();
	const line = (address: string, state: string) =>
		`${JSON.stringify({ digest: "2026-w20", address: sha256(address), state })}\n`;
	const before = line("a@example.org", "sending") + line("a@example.org", "sent");
	writeFileSync(record, `${before}${line("b@example.org", "sending").slice(0, 40)}`);
	expect((await run(send, url)).code).toBe(0);
	expect(accepted.map(({ to }) => to)).toEqual(["b@example.org"]);
	const after = line("b@example.org", "sending") + line("b@example.org", "sent");
	expect(readFileSync(record, "utf8")).toBe(before + after);
});

test("wrong use sends nothing, tells all of it, and shows no password", async () => {
	const { args, send, run, out } = given("nobody");
	const bad = [
		"--send",
		"--from=x\r\nBcc: y@example.org",
		"--per-minute=0",
		"--unsubscribe=http://x",
	];
	const of = async (flags: string[], url?: string) => {
		const { code, stderr } = await run(flags, url);
		return `${code} ${stderr}`;
	};
	expect(
		[
			await of(["digest", "--since=May"]),
			await of([...args, ...bad]),
			await of([...args, "--send", "--subscribers=list"], "https://me:secret@example.org"),
			await of(send, "smtps://me:secret@example.org"),
		].join("---\n"),
	).toMatchInlineSnapshot(`
		"2 unexpected --since "May", expected a day as YYYY-MM-DD
		For help: npm run digest -- --help
		---
		2 unexpected --from "x\\r\\nBcc: y@example.org", expected a mail address
		For help: npm run digest -- --help
		---
		2 unexpected end, expected --from with the sender's address
		unexpected --subscribers without --unsubscribe, expected a way to leave the list
		unexpected OFFPRINT_SMTP, expected smtps://user:password@host:port
		For help: npm run digest -- --help
		---
		1 digests/list.txt:1:1 unexpected "nobody", expected a mail address
		    Write one address a line, without a name: ada@example.org.
		1 problem
		"
	`);
	expect(readdirSync(out)).toEqual(["list.txt"]);
});
