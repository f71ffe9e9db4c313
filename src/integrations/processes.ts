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
