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

/** Reads a line of `/proc/<pid>/stat`; `page` is the size of a page of memory in bytes. */
export function processState(line: string, page: number): ProcessState {
	// The name stands in brackets, and may hold spaces and brackets itself.
	const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
	const at = (field: number) => Number(fields[field - 3]);
	return {
		pid: Number.parseInt(line, 10),
		parent: at(4),
		cpu: (at(14) + at(15) + at(16) + at(17)) * TICK,
		memory: at(24) * page,
	};
}

/** The sum over a process and all below it; nothing where it is not among them. */
export function treeUse(root: number, processes: readonly ProcessState[]): TreeUse {
	const children = Map.groupBy(processes, ({ parent }) => parent);
	const tree = processes.filter(({ pid }) => pid === root);
	for (const { pid } of tree) tree.push(...(children.get(pid) ?? []));
	return {
		cpu: tree.reduce((sum, { cpu }) => sum + cpu, 0),
		memory: tree.reduce((sum, { memory }) => sum + memory, 0),
	};
}

/** All processes of this machine; those that end meanwhile are left out. */
export function allProcesses(page: number): ProcessState[] {
	return readdirSync("/proc")
		.filter((name) => /^\d+$/.test(name))
		.flatMap((name) => {
			try {
				return [processState(readFileSync(`/proc/${name}/stat`, "utf8"), page)];
			} catch {
				return [];
			}
		});
}
