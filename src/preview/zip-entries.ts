/** A file, folder or link in a zip, as its table of contents states it. Nothing of it is unpacked. */
export interface ZipEntry {
	name: string;
	/** Type bits of a Unix mode (`0o100000` is a regular file); 0 where the zip states none. */
	type: number;
	/** Number of the method of compression: 0 stored, 8 deflated. */
	method: number;
	encrypted: boolean;
	crc: number;
	/** Size once unpacked, in bytes, as stated. */
	size: number;
	/** The bytes as they are packed. */
	packed: Uint8Array;
}

/** A file that is no whole zip, or one of a kind that nothing here writes; the message says why. */
export class ZipProblem extends Error {
	override readonly name = "ZipProblem";
}

const END = 0x06054b50;
const END_LENGTH = 22;
const CENTRAL = 0x02014b50;
const CENTRAL_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
/** Bit 0 of the flags: encrypted; bit 11: the name is UTF-8. */
const ENCRYPTED = 1;
const UTF8 = 1 << 11;
/** What a system of Unix writes as the version's upper byte. */
const UNIX = 3;
const TYPE_BITS = 0o170000;

/**
 * The entries of a zip (APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16).
 * Throws {@link ZipProblem} where unpackers could read it in two ways: a table of contents
 * that is not the end of the file, heads that name other files than the table, entries that overlap.
 */
export function zipEntries(zip: Buffer): ZipEntry[] {
	const end = zip.length - END_LENGTH;
	if (end < 0 || zip.readUInt32LE(end) !== END || zip.readUInt16LE(end + 20) !== 0) {
		throw new ZipProblem("it is no zip, or bytes follow its table of contents");
	}
	const count = zip.readUInt16LE(end + 10);
	const start = zip.readUInt32LE(end + 16);
	if (count === 0xffff || start === 0xffffffff) throw new ZipProblem("it is of the kind ZIP64");
	if (count !== zip.readUInt16LE(end + 8)) throw new ZipProblem("it is a part of several");
	if (start + zip.readUInt32LE(end + 12) !== end) {
		throw new ZipProblem("its table of contents does not stand where it says");
	}
	const entries: ZipEntry[] = [];
	let at = start;
	let after = 0;
	for (let index = 0; index < count; index++) {
		if (at + CENTRAL_LENGTH > end || zip.readUInt32LE(at) !== CENTRAL) {
			throw new ZipProblem("its table of contents is cut off");
		}
		const nameLength = zip.readUInt16LE(at + 28);
		const next =
			at + CENTRAL_LENGTH + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
		if (next > end) throw new ZipProblem("its table of contents is cut off");
		const nameBytes = zip.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength);
		const flags = zip.readUInt16LE(at + 8);
		const packedSize = zip.readUInt32LE(at + 20);
		const name = nameOf(nameBytes, flags);
		const local = zip.readUInt32LE(at + 42);
		const data = dataAt(zip, local, nameBytes, name);
		// In the order of the table each entry begins after the one before: none shares bytes.
		if (local < after || data + packedSize > start) {
			throw new ZipProblem(`${JSON.stringify(name)} overlaps with something else`);
		}
		after = data + packedSize;
		entries.push({
			name,
			type: zip[at + 5] === UNIX ? (zip.readUInt32LE(at + 38) >>> 16) & TYPE_BITS : 0,
			method: zip.readUInt16LE(at + 10),
			encrypted: (flags & ENCRYPTED) !== 0,
			crc: zip.readUInt32LE(at + 16),
			size: zip.readUInt32LE(at + 24),
			packed: zip.subarray(data, data + packedSize),
		});
		at = next;
	}
	if (at !== end) throw new ZipProblem("its table of contents holds more than it counts");
	return entries;
}

/** Where the bytes of an entry begin: behind its head, which names the same file. */
function dataAt(zip: Buffer, local: number, nameBytes: Buffer, name: string): number {
	if (local + LOCAL_LENGTH > zip.length || zip.readUInt32LE(local) !== LOCAL) {
		throw new ZipProblem(`${JSON.stringify(name)} is not where the table of contents says`);
	}
	const nameEnd = local + LOCAL_LENGTH + zip.readUInt16LE(local + 26);
	if (!zip.subarray(local + LOCAL_LENGTH, nameEnd).equals(nameBytes)) {
		throw new ZipProblem(`${JSON.stringify(name)} has two names`);
	}
	return nameEnd + zip.readUInt16LE(local + 28);
}

function nameOf(bytes: Buffer, flags: number): string {
	try {
		const name = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
		// Without the flag, unpackers read other characters than ASCII each in their own way.
		if (flags & UTF8 || /^[\0-\x7f]*$/.test(name)) return name;
	} catch {
		// Told below.
	}
	throw new ZipProblem(`a name is not UTF-8: ${JSON.stringify(bytes.toString("latin1"))}`);
}
