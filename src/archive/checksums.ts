import { createHash } from "node:crypto";

/** SHA-256 of each file in hexadecimal, by its path with forward slashes. */
export type Checksums = Map<string, string>;

/** SHA-256 in hexadecimal. */
export function sha256(bytes: Uint8Array | string): string {
	return createHash("sha256").update(bytes).digest("hex");
}

/** Checksums as `sha256sum` writes and reads them (GNU coreutils), ordered by path. */
export function writeChecksums(checksums: Checksums): string {
	const paths = [...checksums.keys()].sort();
	return paths.map((path) => `${checksums.get(path)}  ${path}\n`).join("");
}

/** Reads checksums. Lines that are none are given beside, by their numbers from 1. */
export function readChecksums(text: string): { checksums: Checksums; wrongLines: number[] } {
	const checksums: Checksums = new Map();
	const wrongLines: number[] = [];
	for (const [at, line] of text.split(/\r?\n/).entries()) {
		const [, digest, path] = /^([0-9a-f]{64}) [ *](.+)$/i.exec(line) ?? [];
		if (digest && path) checksums.set(path, digest.toLowerCase());
		else if (line) wrongLines.push(at + 1);
	}
	return { checksums, wrongLines };
}
