import { readlinkSync } from "node:fs";
import { constants, getPriority, setPriority } from "node:os";

/*
 * Has the thread in which it is loaded give way to the main thread, which every other waits for in the end, as
 * soon as both want a core. On Linux each thread has a priority of its own (setpriority(2), “Bugs”);
 * elsewhere all go on as they are.
 */

/** How much lower its priority is: each step is about a tenth of the time (sched(7), “The nice value”). */
const LOWER = 10;

try {
	const thread = Number(readlinkSync("/proc/thread-self").split("/").at(-1));
	setPriority(thread, Math.min(getPriority(thread) + LOWER, constants.priority.PRIORITY_LOW));
} catch {
	// It takes time alone.
}
