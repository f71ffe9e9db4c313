import { fileOnDisk, filesOf, type OnDisk } from "../cache/on-disk.ts";
import { inThread } from "../workers/thread.ts";
import type { OutputsFound, OutputsTask, SpareFound } from "./outputs-worker.ts";

/** Files of a folder that were looked at. */
interface FilesFound {
	/** How a file lies on the disk, by its path in the folder; nothing where it is not there. */
	get(name: string): OnDisk | undefined;
}

/** What the builds before have left. */
export interface OutputsBefore {
	/** Files of the last output. */
	last: FilesFound;
	/** What the output of the build before the last holds, where it was left. */
	spare: SpareFound | undefined;
}

/** Looks at what builds before have left, in a thread of its own: at 30,000 files while entries are read. */
export function lookAtOutputs({ last, spare }: OutputsTask): Promise<OutputsBefore> {
	const task: OutputsTask = { last, spare };
	const script = new URL("outputs-worker.ts", import.meta.url);
	const before = inThread<OutputsFound>(script, task).then((found): OutputsBefore => {
		const files = new Map(filesOf(found.last).map((file) => [file.name, file]));
		// Those that the last build was the first to write were not looked at: they are few.
		const get = (name: string) => files.get(name) ?? fileOnDisk(last, name);
		return { last: found.spare ? { get } : files, spare: found.spare };
	});
	// Whoever waits for it is told; a build that fails before does not wait.
	before.catch(() => {});
	return before;
}
