import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { crc32 } from "node:zlib";
import { deflateSync, Zip, type ZipInputFile } from "fflate";
import { ArchiveProblem } from "./site.ts";

/** A file for a zip. */
export interface ZipFile {
	/** With forward slashes. */
	path: string;
	bytes: Uint8Array;
}

/** Without the extension ZIP64, which not every unpacker reads (APPNOTE.TXT, section 4.4.1.4). */
const MOST_FILES = 65_535;
const MOST_BYTES = 2 ** 32 - 1;

/** The number of the method in APPNOTE.TXT, section 4.4.5. */
const DEFLATED = 8;

/**
 * Writes a zip, file by file in the order given: the same files and day give the same bytes on
 * every machine. `day` is `YYYY-MM-DD`. Throws {@link ArchiveProblem} where there is more than a zip holds.
 */
export async function writeZip(
	target: string,
	files: AsyncIterable<ZipFile>,
	day: string,
): Promise<{ bytes: number; sha256: string; files: number }> {
	const hash = createHash("sha256");
	const stream = createWriteStream(target);
	const failed = new Promise<never>((_, reject) => stream.on("error", reject));
	// Whoever waits for it is told; nobody else has to be.
	failed.catch(() => {});
	let bytes = 0;
	let count = 0;
	let drained = true;
	const zip = new Zip((error, chunk) => {
		if (error) throw error;
		hash.update(chunk);
		bytes += chunk.length;
		drained = stream.write(chunk);
	});
	// The fields of a zip hold local time: noon is the same day everywhere.
	const mtime = new Date(`${day}T12:00:00`);
	for await (const { path, bytes: content } of files) {
		if (++count > MOST_FILES)
			throw new ArchiveProblem(`the site has more files than a zip holds (${MOST_FILES})`);
		const file: ZipInputFile = {
			filename: path,
			size: content.length,
			crc: crc32(content),
			compression: DEFLATED,
			mtime,
			// As on Unix: some unpackers read names that come from DOS in its character sets.
			os: 3,
			attrs: 0o100644 << 16,
		};
		zip.add(file);
		file.ondata?.(null, deflateSync(content, { level: 6 }), true);
		if (bytes > MOST_BYTES)
			throw new ArchiveProblem("the site is larger than a zip can be (4 GiB)");
		if (!drained) await Promise.race([once(stream, "drain"), failed]);
	}
	zip.end();
	stream.end();
	await Promise.race([once(stream, "close"), failed]);
	return { bytes, sha256: hash.digest("hex"), files: count };
}
