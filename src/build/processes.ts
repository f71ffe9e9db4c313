import { readFileSync } from "node:fs";

/** Whether a process of this machine runs, given its number. */
export function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (cause) {
		// It runs, and is somebody else's.
		return (cause as NodeJS.ErrnoException).code === "EPERM";
	}
}

/**
 * When a process began, in a form that tells it from a later one of the same number; empty where
 * the system does not say (all but Linux), or there is none.
 */
export function beginningOf(pid: number): string {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
		// proc_pid_stat(5): the 22nd field; the second is a name, which may have spaces and brackets.
		return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
	} catch {
		return "";
	}
}
