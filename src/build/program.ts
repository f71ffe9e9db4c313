import { spawn } from "node:child_process";
import { utimesSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";
import { contextOf } from "../cache/kept.ts";
import { newestOnDisk } from "../cache/on-disk.ts";
import { OWN_CACHES } from "../cache/place.ts";
import { namesIn, readSealed, remove, sweep, writeSealed } from "../cache/sealed.ts";
import { siteOf } from "../collection/site.ts";
import { contentFolder, proseFiles } from "../entry/folder.ts";
import { oneBuild } from "./one-build.ts";
import type { PageStyle } from "./page-result.ts";

/** The program that renders the pages, as Astro and Vite have made it of `src/` and the pages of prose. */
export interface Program {
	/** Modules that run in the build: path to bytes. */
	server: Map<string, Uint8Array>;
	/** Name of the module to begin with. */
	entry: string;
	/** Name of the module with what `astro-runtime.ts` exports. */
	runtime: string;
	/** Scripts, styles and pictures of the site, from its root. */
	client: Map<string, Uint8Array>;
	/** Styles of each page, by Astro's name for it. */
	styles: Map<string, PageStyle[]>;
	serviceWorker: Uint8Array;
	/** False where something decides how it is that nobody can know of beforehand: the next build makes it anew. */
	lasting: boolean;
}

/** Programs that are kept: a checkout has few contents, bases and states of its source. */
const KEPT = 6;

const COMPILE = fileURLToPath(new URL("compile.ts", import.meta.url));

/**
 * The program for this checkout and content: from an earlier build where nothing that decides it
 * has changed, otherwise made by Astro in a process of its own, which takes seconds.
 */
export async function beginProgram(): Promise<Program> {
	const folder = path.resolve(OWN_CACHES, "programs");
	const file = path.join(folder, `${context()}.bin`);
	const known = kept(file);
	if (known) return known;
	// Astro writes the same files for every collection.
	const release = await oneBuild(".astro/program.lock", () => {});
	try {
		// Another build may have made it meanwhile.
		return kept(file) ?? (await make(folder, file));
	} finally {
		release();
	}
}

/** Makes the program, and keeps it in a file of a folder. */
async function make(folder: string, file: string): Promise<Program> {
	// Where nothing can be kept there is a program all the same.
	const made = await compile(path.resolve(".astro/program.bin"));
	if (made.lasting) {
		writeSealed(file, serialize(made));
		const wanted = new Set(newest(folder));
		sweep(folder, (name) => wanted.has(name));
	}
	return made;
}

/** What decides the program. Entries do not: it reads them when it runs. */
function context(): string {
	const { site, base } = siteOf();
	const folder = contentFolder();
	const prose = proseFiles(folder);
	// Where they lie stands in the program, if there are any.
	const place = prose.length > 0 ? path.resolve(folder.pages) : "";
	const made = contextOf(
		["src", "astro.config.mjs", "tsconfig.json", ".env", ".env.production", folder.pages],
		[process.cwd(), site, base, place],
	);
	return made.slice(0, 32);
}

function read(file: string): Program | undefined {
	try {
		return deserialize(readSealed(file) ?? new Uint8Array());
	} catch {
		// It is made anew.
		return undefined;
	}
}

/** A program that is kept, if it is, noted as used. */
function kept(file: string): Program | undefined {
	const found = read(file);
	if (!found) return undefined;
	try {
		const now = new Date();
		utimesSync(file, now, now);
	} catch {
		// A cache that cannot be written is read all the same.
	}
	return found;
}

/** The programs that were used last. */
function newest(folder: string): string[] {
	const places = namesIn(folder).map((name) => path.join(folder, name));
	return newestOnDisk(places)
		.slice(0, KEPT)
		.map((place) => path.basename(place));
}

async function compile(file: string): Promise<Program> {
	await compiled(file);
	const made = read(file);
	remove(file);
	if (!made) throw new Error(`${file}: expected the program for the pages there, found none`);
	return made;
}

/** Writes a program that was made, for the build that waits for it. */
export function writeProgram(file: string, program: Program): void {
	writeSealed(file, serialize(program));
}

function compiled(file: string): Promise<void> {
	const child = spawn(process.execPath, [COMPILE, file], { stdio: ["ignore", 1, 2] });
	const end = () => child.kill();
	process.once("exit", end);
	return new Promise((done, failed) => {
		child.once("error", failed);
		child.once("close", (code) => {
			process.removeListener("exit", end);
			if (code === 0) done();
			else failed(new Error("the program for the pages could not be made: see above"));
		});
	});
}
