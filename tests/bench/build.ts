import { rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { contentFolder } from "../../src/entry/content-folder.ts";
import { readContent } from "../../src/entry/read-content.ts";
import { temporaryFolder } from "../site.ts";
import { buildAgain, buildCold, type Log, unequal } from "./cold.ts";
import { recordsFor, writeSources } from "./collection.ts";
import { develop } from "./dev.ts";
import { whole } from "./figures.ts";
import { firstQueryOf } from "./first-query.ts";
import { type Grown, grow, growthTable } from "./growth.ts";
import { expectProc, type Measured, measure, medians } from "./measure.ts";
import { importSources, ours, removeCaches, withCards } from "./ours.ts";
import { contentOf, differences } from "./outputs.ts";
import { NotHere } from "./packages.ts";
import { peer } from "./peers.ts";
import { PEERS } from "./recipes.ts";
import { againTable, coldTable, machine, record, targetTable } from "./report.ts";
import { edit, type Subject } from "./subject.ts";
import { type Results, targets } from "./targets.ts";

/**
 * `npm run bench`: builds of this project beside those of Hugo, Eleventy and Astro with Pagefind's
 * program, on real papers, as whole processes. It says what it could not measure.
 */
const { values: options } = parseArgs({
	options: {
		/** 1,000 papers, each once. */
		quick: { type: "boolean", default: false },
		papers: { type: "string" },
		runs: { type: "string" },
		/** Names with commas: ours, hugo, eleventy, astro. */
		only: { type: "string" },
		/** Also 1,000, 10,000 and 100,000 papers, or up to so many. */
		growth: { type: "boolean", default: false },
		"grow-to": { type: "string", default: "100000" },
		/** Adds the report to RESULTS.md. */
		record: { type: "boolean", default: false },
	},
});
const papers = Number(options.papers ?? (options.quick ? 1000 : 10_000));
const runs = Number(options.runs ?? (options.quick ? 1 : 5));
const only = options.only?.split(",") ?? ["ours", ...PEERS];
const wrong = only.filter((name) => !["ours", ...PEERS].includes(name));
if (wrong.length > 0 || !(papers >= 1) || !(runs >= 1)) {
	console.error("unexpected option, expected --papers and --runs of 1 or more, --only of");
	console.error(`ours,${PEERS.join(",")}`);
	process.exit(2);
}
expectProc();
if (statSync(tmpdir()).dev !== statSync(".").dev) {
	console.error(`Astro cannot build from here into ${tmpdir()}, another file system.`);
	console.error("Set TMPDIR to a folder on the file system of this one.");
	process.exit(1);
}

const { folder, remove } = temporaryFolder();
const content = path.join(folder, "content");
const notes: string[] = [];
const log: Log = { step: tell, failure: (text) => notes.push(text) };
try {
	const imported = await imports();
	const { entries } = readContent(contentFolder(content));
	const own = ours(content, entries, path.join(folder, "site"));
	const rivals = PEERS.filter((name) => only.includes(name)).flatMap((name) => {
		tell(`writing the site of ${name}`);
		try {
			return [peer(name, path.join(folder, name), entries)];
		} catch (cause) {
			if (!(cause instanceof NotHere)) throw cause;
			notes.push(`${name} is left out: ${cause.message}`);
			return [];
		}
	});
	const measured = only.includes("ours") ? [own, ...rivals] : rivals;
	const results: Results = {
		papers,
		imported,
		cold: await cold(only.includes("ours") ? [own, withCards(own, content), ...rivals] : rivals),
		...(await again(measured, own, entries[entries.length >> 1]?.paper.id ?? "")),
	};
	if (only.includes("ours")) {
		tell("serving while editing");
		results.waits = await develop(own, content, entries[entries.length >> 2]?.paper.id ?? "");
	}
	if (options.growth) results.grown = await growth();
	report(results, measured);
} finally {
	removeCaches(content);
	remove();
}

async function imports(): Promise<Measured> {
	const all: Measured[] = [];
	writeSources(content, recordsFor(papers));
	for (let run = 0; run < runs; run++) {
		tell(`importing ${whole(papers)} records, run ${run + 1} of ${runs}`);
		rmSync(path.join(content, "papers"), { recursive: true, force: true });
		rmSync(path.join(content, "ids.txt"), { force: true });
		all.push(await importSources(content));
	}
	return medians(all);
}

async function cold(subjects: readonly Subject[]) {
	const built = await buildCold(subjects, runs, log);
	notes.push(...unequal(built, papers));
	return built;
}

async function again(subjects: readonly Subject[], own: Subject, id: string) {
	const change = (subject: Subject, run: number) =>
		edit(subject, id, `A sentence was added, number ${run + 1}.`);
	const found = await buildAgain(subjects, runs, change, log);
	const measured = new Map([...found].map(([{ name }, figures]) => [name, figures]));
	if (!found.has(own)) return { again: measured };
	tell("building from nothing what was rebuilt, to compare");
	const before = contentOf(own.out);
	own.clear();
	await measure(own.build);
	const different = differences(before, contentOf(own.out));
	notes.push(...different.slice(0, 5).map((line) => `rebuilt, then from nothing: ${line}`));
	return { again: measured, different };
}

async function growth(): Promise<Grown[]> {
	const grown: Grown[] = [];
	const most = Number(options["grow-to"]);
	for (const size of [1000, 10_000, 100_000].filter((count) => count <= most)) {
		tell(`a collection of ${whole(size)} papers`);
		grown.push(await grow(size, folder, firstQueryOf));
	}
	return grown;
}

function report(results: Results, subjects: readonly Subject[]): void {
	const text = [
		`## ${new Date().toISOString().slice(0, 10)}, ${whole(papers)} papers, ${runs === 1 ? "one run" : `medians of ${runs} runs in turns`}`,
		`${machine()}. ${subjects.map(({ name, versions }) => `${name}: ${versions}`).join("; ")}.`,
		coldTable(results.cold),
		againTable([...results.again]),
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
