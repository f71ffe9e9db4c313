import { createHash } from "node:crypto";

/** The check sum that the importer puts into what it writes, in a line of its own. */
const DIGEST_LINE = /^ {2}digest: "?([0-9a-f]{16})"?\n/m;

/** True when a file, with line feeds as line ends, is what the importer once wrote there. */
export function isAsImported(text: string): boolean {
	const digest = DIGEST_LINE.exec(text)?.[1];
	return digest !== undefined && digest === digestOf(text.replace(DIGEST_LINE, ""));
}

function digestOf(text: string): string {
	return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
