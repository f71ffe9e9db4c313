import { readFileSync, realpathSync } from "node:fs";
import { mendEntry } from "../check/fix.ts";
import { type ContentFolder, entryFiles } from "../entry/folder.ts";
import { picturesIn } from "../entry/pictures.ts";
import { writeWhole } from "../import/write.ts";
import type { Change } from "./diff.ts";

/** A mend in a file, as `check --json` tells it. */
export interface MendInFile {
	file: string;
	/** 1-based, in the file as it was. */
	line: number;
	message: string;
}

/** Mends what is certain in every entry, and writes it unless `dryRun`. */
export function mendContent(
	folder: ContentFolder,
	dryRun: boolean,
): { mended: MendInFile[]; changes: Change[] } {
	const pictures = picturesIn(folder.images);
	const mended: MendInFile[] = [];
	const changes: Change[] = [];
	for (const file of entryFiles(folder.papers)) {
		const bytes = readFileSync(file);
		const before = bytes.toString("utf8");
		// What is no UTF-8 would not come back as it was.
		if (!Buffer.from(before).equals(bytes)) continue;
		const { text, mended: here } = mendEntry(file, before, pictures);
		if (here.length === 0) continue;
		mended.push(...here.map((mend) => ({ file, ...mend })));
		changes.push({ file, before, text });
		// A link stays one: what it leads to is mended.
		if (!dryRun) writeWhole(realpathSync(file), text);
	}
	return { mended, changes };
}
