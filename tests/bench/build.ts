import { statfsSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { contentFolder } from "../../src/entry/folder.ts";
import type { Entry } from "../../src/entry/read.ts";
import { readContent } from "../../src/entry/read-content.ts";
import { temporaryFolder } from "../site.ts";
import { roomFor, setAside } from "./aside.ts";
import { buildAgain, buildCold, type Log, unequal } from "./cold.ts";
import { recordsFor, writeSources } from "./collection.ts";
import { develop } from "./dev.ts";
import { bytes, whole } from "./figures.ts";
import { firstQueryOf } from "./first-query.ts";
import { type Grown, grow, growthTable } from "./growth.ts";
import { expectProc, type Measured, measure, medians } from "./measure.ts";
import { type Options, optionsOf } from "./options.ts";
import { importSources, ours, removeCaches, withCards } from "./ours.ts";
import { contentOf, differences } from "./outputs.ts";
import { NotHere } from "./packages.ts";
import { peer } from "./peers.ts";
import { againTable, coldTable, machine, record, targetTable } from "./report.ts";
import { edit, type Subject } from "./subject.ts";
import { type Results, targets } from "./targets.ts";

/**
 * `npm run bench`: builds of this project beside those of Hugo, Eleventy and Astro with Pagefind's
 * program, on real papers, as whole processes. It says what it could not measure.
 */
const { papers, runs, ...options } = read();
expectProc();
if (statSync(tmpdir()).dev !== statSync(".").dev) {
	console.error(`Astro cannot build from here into ${tmpdir()}, another file system.`);
	console.error("Set TMPDIR to a folder on the file system of this one.");
	process.exit(1);
}

const room = statfsSync(tmpdir());
if (room.bavail * room.bsize < roomFor(papers, runs)) {
	console.error(
		`There may be too little room in ${tmpdir()}: what builds write stays there until the`,
	);
	console.error(
		`end, up to ${bytes(roomFor(papers, runs))} in ${runs === 1 ? "one run" : `${runs} runs`}.`,
	);
}

// Ends the program where there is no corpus.
const records = recordsFor(papers);
const { folder, remove } = temporaryFolder(tmpdir());
const content = path.join(folder, "content");
const notes: string[] = [];
const log: Log = { step: tell, failure: (text) => notes.push(text) };
try {
	const imported = await imports();
	const { entries } = readContent(contentFolder(content));
	const own = ours(content, entries, path.join(folder, "site"));
	const results: Results = { papers, imported, cold: [], again: new Map() };
	if (options.rows.includes("builds")) Object.assign(results, await builds(own, entries));
	if (options.rows.includes("dev")) {
		await part("serving while editing", async () => {
			results.waits = await develop(own, content, entries[entries.length >> 2]?.paper.id ?? "");
		});
	}
	if (options.rows.includes("growth")) results.grown = await growth();
	report(results, own);
} finally {
	removeCaches(content);
	remove();
}

async function imports(): Promise<Measured> {
	const all: Measured[] = [];
	writeSources(content, records);
	for (let run = 0; run < runs; run++) {
		tell(`importing ${whole(papers)} records, run ${run + 1} of ${runs}`);
		setAside(path.join(content, "papers"));
		setAside(path.join(content, "ids.txt"));
		all.push(await importSources(content));
	}
	return medians(all);
}

async function builds(own: Subject, entries: readonly Entry[]) {
	const rivals = options.peers.flatMap((name) => {
		tell(`writing the site of ${name}`);
		try {
			return [peer(name, path.join(folder, name), entries)];
		} catch (cause) {
			if (!(cause instanceof NotHere)) throw cause;
			notes.push(`${name} is left out: ${cause.message}`);
			return [];
		}
	});
	const mine = options.ours ? [own] : [];
	const kept = mine.map((subject) => withCards(subject, content));
	const cold = await buildCold([...mine, ...kept, ...rivals], runs, log);
	notes.push(...unequal(cold, papers));
	const standing = [...mine, ...rivals].filter((subject) =>
		cold.some((built) => built.subject === subject),
	);
	const id = entries[entries.length >> 1]?.paper.id ?? "";
	const change = (subject: Subject, run: number) =>
		edit(subject, id, `A sentence was added, number ${run + 1}.`);
	const found = await buildAgain(standing, runs, change, log);
	const again = new Map([...found].map(([{ name }, figures]) => [name, figures]));
	return { cold, again, ...(found.has(own) ? await compared(own) : {}) };
}

/** In what the site as it was built again differs from one built from nothing. */
async function compared(own: Subject): Promise<Pick<Results, "different">> {
	const before = contentOf(own.out);
	let different: string[] | undefined;
	await part("building from nothing what was built again, to compare", async () => {
		own.clear();
		await measure(own.build);
		different = differences(before, contentOf(own.out));
		notes.push(...different.slice(0, 5).map((line) => `built again, then from nothing: ${line}`));
	});
	return different ? { different } : {};
}

async function growth(): Promise<Grown[]> {
	const grown: Grown[] = [];
	for (const size of options.sizes) {
		await part(`a collection of ${whole(size)} papers`, async () => {
			grown.push(await grow(size, folder, firstQueryOf));
		});
	}
	return grown;
}

/** Does a part of the work. One that fails is told at the end, and takes nothing else with it. */
async function part(name: string, work: () => Promise<void>): Promise<void> {
	tell(name);
	try {
		await work();
	} catch (cause) {
		notes.push(`${name}: ${cause instanceof Error ? cause.message : cause}`);
	}
}

function report(results: Results, own: Subject): void {
	const subjects = results.cold.length > 0 ? results.cold.map(({ subject }) => subject) : [own];
	const size = results.cold.length === 0 && results.grown ? "growth" : `${whole(papers)} papers`;
	const text = [
		`## ${new Date().toISOString().slice(0, 10)}, ${size}, ${runs === 1 ? "one run" : `medians of ${runs} runs in turns`}`,
		`${machine()}. ${subjects.map(({ name, versions }) => `${name}: ${versions}`).join("; ")}.`,
		...(results.cold.length > 0 ? [coldTable(results.cold), againTable([...results.again])] : []),
		...(results.grown ? [growthTable(results.grown)] : []),
		targetTable(targets(results)),
		...(notes.length > 0 ? [notes.map((note) => `- ${note}`).join("\n")] : []),
	].join("\n\n");
	console.log(text);
	if (options.record) record(text);
	if (notes.length > 0) process.exitCode = 1;
}

function tell(step: string): void {
	console.error(`${new Date().toTimeString().slice(0, 8)} ${step}`);
}

function read(): Options {
	try {
		return optionsOf(process.argv.slice(2));
	} catch (cause) {
		console.error(cause instanceof Error ? cause.message : cause);
		process.exit(2);
	}
}
