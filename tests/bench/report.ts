import { appendFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import path from "node:path";
import type { Built } from "./cold.ts";
import { bytes, seconds, table, times, whole } from "./figures.ts";
import type { Measured } from "./measure.ts";

const RESULTS = path.join(import.meta.dirname, "RESULTS.md");

/** A target of the project and what was measured; `met` is left out where nothing was. */
export interface Target {
	what: string;
	target: string;
	measured: string;
	met?: boolean;
}

/** What builds from nothing took and wrote, each beside the first. */
export function coldTable(built: readonly Built[]): string {
	const [first] = built;
	return table(
		[
			"built from nothing",
			"time",
			`× ${first?.subject.name ?? ""}`,
			"processor",
			"memory",
			"files",
			"written",
		],
		built.map(({ subject, wall, cpu, memory, files, bytes: size }) => [
			subject.name,
			seconds(wall),
			times(wall / (first?.wall ?? Number.NaN)),
			seconds(cpu),
			bytes(memory),
			whole(files),
			bytes(size),
		]),
	);
}

/** What builds after a change took. */
export function againTable(measured: readonly (readonly [name: string, Measured])[]): string {
	return table(
		["one abstract edited", "time", `× ${measured[0]?.[0] ?? ""}`, "processor", "memory"],
		measured.map(([name, { wall, cpu, memory }]) => [
			name,
			seconds(wall),
			times(wall / (measured[0]?.[1].wall ?? Number.NaN)),
			seconds(cpu),
			bytes(memory),
		]),
	);
}

/** Targets beside what was measured. */
export function targetTable(targets: readonly Target[]): string {
	return table(
		["what", "target", "measured", "met"],
		targets.map(({ what, target, measured, met }) => [
			what,
			target,
			measured,
			met === undefined ? "–" : met ? "yes" : "no",
		]),
	);
}

/** The machine in a line. */
export function machine(): string {
	const [first] = cpus();
	return `${cpus().length} × ${first?.model.trim() ?? "processor"}, ${bytes(totalmem())} of memory, Node ${process.version}`;
}

/** Adds a report to RESULTS.md, below those before it. */
export function record(report: string): void {
	appendFileSync(RESULTS, `\n${report}\n`);
}
