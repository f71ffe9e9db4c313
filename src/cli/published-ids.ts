import path from "node:path";
import { type ContentFolder, entryFiles, readIfThere } from "../entry/folder.ts";
import { withIds } from "../paper/published-ids.ts";
import type { Change } from "./diff.ts";

/**
 * What `ids.txt` becomes with the ids of all entries, `written` among them; `undefined` where it
 * has them. On a CI server it stays as it is: nobody commits what is written there.
 */
export function newIds(
	folder: ContentFolder,
	written: readonly string[],
	env = process.env,
): Change | undefined {
	if (env.CI) return undefined;
	const files = [...entryFiles(folder.papers), ...written];
	const before = readIfThere(folder.ids);
	const text = withIds(
		before,
		files.map((file) => path.posix.basename(file, ".mdx")),
	);
	return text === (before ?? "") ? undefined : { file: folder.ids, before, text };
}
