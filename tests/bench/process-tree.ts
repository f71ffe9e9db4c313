import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** A process as `/proc/<pid>/stat` shows it. */
export interface ProcessState {
	pid: number;
	parent: number;
	/** Processor time in milliseconds, of the process itself and of its children that have ended. */
	cpu: number;
	/** Resident memory in bytes. */
	memory: number;
}

/** What a tree of processes has used. */
export interface TreeUse {
	/** Milliseconds. */
	cpu: number;
	/** Bytes; what processes share, such as libraries, counts once for each. */
	memory: number;
}

/** Linux counts processor time in hundredths of a second towards programs, on every machine. */
const TICK = 10;

/** Bytes of a page of memory, asked once. */
let page: number | undefined;

/** Reads a line of `/proc/<pid>/stat`; `pageSize` is that of a page of memory in bytes. */
export function processState(line: string, pageSize: number): ProcessState {
	// The name stands in brackets, and may hold spaces and brackets itself.
	const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
	const at = (field: number) => Number(fields[field - 3]);
	return {
		pid: Number.parseInt(line, 10),
		parent: at(4),
		cpu: (at(14) + at(15) + at(16) + at(17)) * TICK,
		memory: at(24) * pageSize,
	};
}

/** A process and all below it, each after the one that started it; nothing where it is not among them. */
export function treeOf(root: number, processes: readonly ProcessState[]): ProcessState[] {
	const children = Map.groupBy(processes, ({ parent }) => parent);
	const tree = processes.filter(({ pid }) => pid === root);
	for (const { pid } of tree) tree.push(...(children.get(pid) ?? []));
	return tree;
}

/** What a process and all below it have used. */
export function treeUse(root: number, processes: readonly ProcessState[]): TreeUse {
	const tree = treeOf(root, processes);
	return {
		cpu: tree.reduce((sum, { cpu }) => sum + cpu, 0),
		memory: tree.reduce((sum, { memory }) => sum + memory, 0),
	};
}

/** All processes of this machine but some, by their ids; those that end meanwhile are left out. */
export function allProcesses(but: ReadonlySet<number> = new Set()): ProcessState[] {
	page ??= Number(execFileSync("getconf", ["PAGESIZE"]));
	return readdirSync("/proc")
		.filter((name) => /^\d+$/.test(name) && !but.has(Number(name)))
		.flatMap((name) => {
			try {
				return [processState(readFileSync(`/proc/${name}/stat`, "utf8"), page ?? 0)];
			} catch {
				return [];
			}
		});
}
