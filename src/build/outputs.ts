import { filesOf, type OnDisk } from "../cache/on-disk.ts";
import { inThread } from "../workers/thread.ts";
import type { OutputsFound, OutputsTask, SpareFound } from "./outputs-worker.ts";

/** What the builds before have left. */
export interface OutputsBefore {
	/** Files of the last output, by their paths in it, as they were when this build began. */
	last: ReadonlyMap<string, OnDisk>;
	/** What the output of the build before the last holds, where it was left. */
	spare: SpareFound | undefined;
}

/** Looks at what builds before have left, in a thread of its own: at 30,000 files while entries are read. */
export function lookAtOutputs({ last, spare }: OutputsTask): Promise<OutputsBefore> {
	const task: OutputsTask = { last, spare };
	const script = new URL("outputs-worker.ts", import.meta.url);
	const before = inThread<OutputsFound>(script, task).then(({ last, spare }) => ({
		last: new Map(filesOf(last).map((file) => [file.name, file])),
		spare,
	}));
	// Whoever waits for it is told; a build that fails before does not wait.
	before.catch(() => {});
	return before;
}
