import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import path from "node:path";
import { median } from "./figures.ts";
import { allProcesses, treeOf, treeUse } from "./process-tree.ts";

/** What a command took, with all processes below it. */
export interface Measured {
	/** Milliseconds from its start to its end. */
	wall: number;
	/** Milliseconds of processor time. */
	cpu: number;
	/** Most bytes of memory at once. */
	memory: number;
}

/** A command with its arguments, its folder and what is added to the environment. */
export interface Command {
	command: string;
	args: readonly string[];
	cwd?: string;
	env?: Record<string, string>;
}

const EVERY = 50;

/** Ends the program with a message where processes cannot be measured. */
export function expectProc(): void {
	if (existsSync("/proc/self/stat")) return;
	console.error("This benchmark reads /proc, which only Linux has.");
	process.exit(1);
}

/** Runs a command and measures it; rejects with what it printed where it fails. */
export async function measure(command: Command): Promise<Measured> {
	// What runs already is not below the command: to read it each time would cost what is measured.
	const others = new Set(allProcesses().map(({ pid }) => pid));
	const began = performance.now();
	const child = start(command);
	let printed = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream?.on("data", (chunk) => {
			printed = (printed + chunk).slice(-20_000);
		});
	}
	const most = { cpu: 0, memory: 0 };
	const sample = setInterval(() => {
		const { cpu, memory } = treeUse(child.pid ?? 0, allProcesses(others));
		most.cpu = Math.max(most.cpu, cpu);
		most.memory = Math.max(most.memory, memory);
	}, EVERY);
	try {
		const code = await new Promise<number | null>((resolve, reject) => {
			child.on("error", reject);
			child.on("close", resolve);
		});
		const wall = performance.now() - began;
		if (code !== 0) {
			throw new Error(
				`${command.command} ${command.args.join(" ")} ended with ${code}:\n${printed}`,
			);
		}
		return { wall, ...most };
	} finally {
		clearInterval(sample);
	}
}

/** Starts a command with the Node of this program first in the path, as npm scripts do. */
export function start({ command, args, cwd, env }: Command): ChildProcess {
	const own = path.dirname(process.execPath);
	return spawn(command, args, {
		...(cwd ? { cwd } : {}),
		env: {
			...process.env,
			PATH: `${own}${path.delimiter}${process.env.PATH}`,
			NO_COLOR: "1",
			ASTRO_TELEMETRY_DISABLED: "1",
			...env,
		},
		stdio: ["ignore", "pipe", "pipe"],
	});
}

/** Ends a command with all processes below it. */
export async function stop(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || !child.pid) return;
	const closed = once(child, "close");
	for (const { pid } of treeOf(child.pid, allProcesses())) {
		try {
			process.kill(pid, "SIGKILL");
		} catch (cause) {
			// It has ended by itself meanwhile.
			if ((cause as NodeJS.ErrnoException).code !== "ESRCH") throw cause;
		}
	}
	await closed;
}

/** The median of each figure; they may come from different runs. */
export function medians(runs: readonly Measured[]): Measured {
	const of = (key: keyof Measured) => median(runs.map((run) => run[key]));
	return { wall: of("wall"), cpu: of("cpu"), memory: of("memory") };
}
