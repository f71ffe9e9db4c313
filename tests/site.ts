import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

/** The commands that a person runs, run as they are, with the Node that npm scripts use. */
const ASTRO = path.resolve("node_modules/.bin/astro");
/** In the project where it runs. */
const BUILD = "src/build/main.ts";

/** What a command printed and how it ended. */
export interface Run {
	code: number | null;
	output: string;
}

/**
 * Where a command runs, if not here, with which environment variables beside ours, and how large
 * files the system lets it write at most: in the blocks of the shell's `ulimit -f`, 512 or 1,024 bytes.
 */
interface Place {
	cwd?: string;
	env?: Readonly<Record<string, string>>;
	largestFile?: number;
}

/** Runs a command of the project, with another content folder where one is given. */
export function run(
	command: string,
	args: readonly string[],
	content?: string,
	place: Place = {},
): Promise<Run> {
	const child = start(command, args, content, place);
	let output = "";
	child.stdout?.on("data", (chunk) => {
		output += chunk;
	});
	child.stderr?.on("data", (chunk) => {
		output += chunk;
	});
	return new Promise((resolve, reject) => {
		child.on("error", reject);
		child.on("close", (code) => resolve({ code, output }));
	});
}

/** Builds a content folder into an output folder. */
export function build(content: string, outDir: string, place: Place = {}): Promise<Run> {
	return run(BUILD, ["--outDir", outDir], content, place);
}

/** Builds the project in a folder as it is there, with these environment variables. */
export function buildIn(
	project: string,
	outDir: string,
	env: Readonly<Record<string, string>>,
): Promise<Run> {
	return run(BUILD, ["--outDir", outDir], undefined, { cwd: project, env });
}

/** Builds a content folder, and fails loudly if that fails. */
export async function buildSite(content: string, outDir: string): Promise<void> {
	const { code, output } = await build(content, outDir);
	if (code !== 0) throw new Error(`the build of ${content} ended with ${code}:\n${output}`);
}

/** A served site. */
export interface Served {
	/** Address of the front page, base path included. */
	url: string;
	stop(): void;
}

/** A site that is served while it is edited. */
export interface Developed extends Served {
	/** What was printed until now. */
	output(): string;
	/** The exit code, once it has ended. */
	ended: Promise<number | null>;
}

/** Serves a content folder as `npm run dev` does, from the project in a folder; `url` answers once the server has begun. */
export async function develop(content: string, place: Place): Promise<Developed> {
	const port = await freePort();
	const args = ["--ignore-lock", "--port", String(port)];
	const child = start("src/development/main.ts", args, content, place);
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream?.on("data", (chunk) => {
			output += chunk;
		});
	}
	const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
	return {
		url: `http://localhost:${port}`,
		output: () => output,
		ended,
		stop: () => child.kill("SIGINT"),
	};
}

/** Serves a built site as `npm run preview` does. */
export async function serveSite(content: string, outDir: string): Promise<Served> {
	const port = await freePort();
	const child = start(
		ASTRO,
		["preview", "--ignore-lock", "--port", String(port), "--outDir", outDir],
		content,
	);
	const url = await new Promise<string>((resolve, reject) => {
		let output = "";
		const read = (chunk: Buffer) => {
			output += chunk;
			const address = /http:\/\/localhost:\d+\S*/.exec(output)?.[0];
			if (address) resolve(address);
		};
		child.stdout?.on("data", read);
		child.stderr?.on("data", read);
		child.on("close", () => reject(new Error(`the server ended: ${output}`)));
	});
	return { url, stop: () => child.kill() };
}

/**
 * Copies the birds without their pages of prose, where they say nothing to a test: all
 * collections of one address that have none share a program, which takes seconds to make.
 */
export function copyBirds(content: string): void {
	cpSync("tests/fixtures/birds", content, {
		recursive: true,
		filter: (file) => path.basename(file) !== "pages",
	});
}

/** A folder for one test file, in that for temporary ones; `remove` takes it away. */
export function temporaryFolder(parent = temporary()): { folder: string; remove(): void } {
	const folder = mkdtempSync(path.join(parent, "offprint-"));
	return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Files in memory, on Linux. */
const MEMORY = "/dev/shm";

/** Bytes: ten times what all tests of a run have there at one time. */
const ENOUGH = 2e9;

/**
 * Where sites are built: in memory where that has room for them, since a good part of the time goes
 * into folders that a disk makes and removes (https://docs.kernel.org/filesystems/ext4/).
 */
function temporary(): string {
	try {
		const { bavail, bsize } = statfsSync(MEMORY);
		const room = Math.min(bavail * bsize, process.availableMemory() / 2);
		if (room > ENOUGH) return MEMORY;
	} catch {
		// Another system.
	}
	return tmpdir();
}

function start(
	command: string,
	args: readonly string[],
	content?: string,
	place: Place = {},
): ChildProcess {
	const env = {
		...process.env,
		NO_COLOR: "1",
		...(content ? { OFFPRINT_CONTENT: content } : {}),
		...place.env,
	};
	// Vitest's own settings would change how Astro and Vite behave.
	for (const name of ["NODE_ENV", "VITEST", "TEST", "DEV", "PROD", "MODE", "BASE_URL", "SSR"]) {
		delete (env as NodeJS.ProcessEnv)[name];
	}
	const all = [process.execPath, command, ...args];
	const limited = ["sh", "-c", `ulimit -f ${place.largestFile} && exec "$@"`, "sh", ...all];
	const [program = "", ...rest] = place.largestFile === undefined ? all : limited;
	return spawn(program, rest, { cwd: place.cwd, env, stdio: ["ignore", "pipe", "pipe"] });
}

/** A port that nothing listens on. */
export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.on("error", reject);
		server.listen(0, () => {
			const address = server.address();
			server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
		});
	});
}
