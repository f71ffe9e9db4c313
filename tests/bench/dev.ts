import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../site.ts";
import { start, stop } from "./measure.ts";
import { devOf } from "./ours.ts";
import { edit, type Subject } from "./subject.ts";

/** How long a person who edits waits, in milliseconds. */
export interface Waits {
	/** From the command to the first page, when it has been run before: the import of what is there already, and Astro. */
	start: number;
	/** The same the first time, when nothing is kept. */
	first: number;
	/** From the change of an abstract to the page that shows it. */
	edited: number;
}

const EVERY = 20;
const AT_MOST = 10 * 60 * 1000;

/**
 * Does what `npm run dev` does, asks for the front page, edits a paper and waits until its page
 * says so; and starts it twice more: the first two find caches that are not there, or of entries
 * which the first has changed.
 */
export async function develop(subject: Subject, content: string, id: string): Promise<Waits> {
	const { first, edited } = await serve(subject, content, id);
	await serve(subject, content);
	const { first: start } = await serve(subject, content);
	return { start, first, edited };
}

/** One run of `npm run dev`: milliseconds to the front page, and from the change of a paper, where one is named, to its page. */
async function serve(subject: Subject, content: string, id?: string) {
	const began = performance.now();
	const port = await freePort();
	const server = start(devOf(content, "--ignore-lock", "--port", String(port)));
	let printed = "";
	for (const stream of [server.stdout, server.stderr]) {
		stream?.on("data", (chunk) => {
			printed = (printed + chunk).slice(-20_000);
		});
	}
	const until = (holds: () => Promise<boolean>) =>
		poll(holds, () => (server.exitCode === null ? undefined : printed));
	try {
		const at = (path: string) => `http://localhost:${port}${path}`;
		await until(async () => (await textOf(at("/"))) !== undefined);
		const first = performance.now() - began;
		if (id === undefined) return { first, edited: 0 };
		const page = at(`/papers/${encodeURIComponent(id)}/`);
		await until(async () => (await textOf(page)) !== undefined);
		// What another run has written is still there.
		const sentence = `Sentence ${Date.now()} was written while the site was served.`;
		const changed = performance.now();
		edit(subject, id, sentence);
		await until(async () => (await textOf(page))?.includes(sentence) === true);
		return { first, edited: performance.now() - changed };
	} finally {
		await stop(server);
	}
}

/** The text of a page; nothing while no server answers. */
async function textOf(address: string): Promise<string | undefined> {
	try {
		const response = await fetch(address);
		const text = await response.text();
		return response.ok ? text : undefined;
	} catch {
		return undefined;
	}
}

/** Asks until it holds; throws after ten minutes, and with what the server printed where it has ended. */
async function poll(holds: () => Promise<boolean>, ended: () => string | undefined): Promise<void> {
	const end = performance.now() + AT_MOST;
	while (!(await holds())) {
		const printed = ended();
		if (printed !== undefined) throw new Error(`the development server ended:\n${printed}`);
		if (performance.now() > end) throw new Error("the development server took ten minutes");
		await pause(EVERY);
	}
}
