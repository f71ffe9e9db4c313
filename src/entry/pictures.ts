import { lstatSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Size of a picture in pixels, as browsers need it to keep its place free. */
export interface PictureSize {
	width: number;
	height: number;
}

/** The size of a picture by its path in `content/images/`, or why it cannot be shown. */
export type Pictures = (src: string) => PictureSize | string;

const MAX_BYTES = 5_000_000;
const MAX_SIDE = 10_000;

/** Pictures of a folder: files themselves, not links to elsewhere, and exactly as they are named. */
export function picturesIn(folder: string): Pictures {
	const known = new Map<string, PictureSize | string>();
	return (src) => {
		let picture = known.get(src);
		if (picture === undefined) known.set(src, (picture = pictureIn(folder, src)));
		return picture;
	};
}

function pictureIn(folder: string, src: string): PictureSize | string {
	let at = folder;
	try {
		// Name by name: a link could lead out of the folder, and some systems take any case of a name.
		for (const name of src.split("/")) {
			if (!readdirSync(at).includes(name)) return "there is no such picture";
			at = path.join(at, name);
			if (lstatSync(at).isSymbolicLink()) return "it is a link to another place";
		}
		if (!lstatSync(at).isFile()) return "it is not a file";
		if (lstatSync(at).size > MAX_BYTES) return "it has more than 5 MB";
	} catch (cause) {
		if (["ENOENT", "ENOTDIR"].includes((cause as NodeJS.ErrnoException).code ?? "")) {
			return "there is no such picture";
		}
		throw cause;
	}
	const size = sizeOf(readFileSync(at));
	if (!size) return "its content is no PNG, JPEG, WebP, AVIF or GIF";
	const fits = [size.width, size.height].every((side) => side > 0 && side <= MAX_SIDE);
	return fits ? size : `it is ${size.width} × ${size.height} pixels, at most ${MAX_SIDE} each way`;
}

/** Width and height out of a file's first bytes, or `undefined` where it is none of the formats. */
export function sizeOf(bytes: Buffer): PictureSize | undefined {
	const name = (from: number, to: number) => bytes.toString("latin1", from, to);
	try {
		if (name(0, 8) === "\x89PNG\r\n\x1a\n" && name(12, 16) === "IHDR") {
			return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
		}
		if (/^GIF8[79]a$/.test(name(0, 6))) {
			return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
		}
		if (name(0, 4) === "RIFF" && name(8, 12) === "WEBP") return sizeOfWebp(bytes, name(12, 16));
		if (name(4, 12) === "ftypavif") {
			const at = bytes.indexOf("ispe");
			if (at < 0) return undefined;
			return { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
		}
		return bytes.readUInt16BE(0) === 0xffd8 ? sizeOfJpeg(bytes) : undefined;
	} catch (cause) {
		// The file ends before its size is told.
		if (cause instanceof RangeError) return undefined;
		throw cause;
	}
}

function sizeOfWebp(bytes: Buffer, chunk: string): PictureSize | undefined {
	if (chunk === "VP8X") {
		return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
	}
	if (chunk === "VP8L") {
		const bits = bytes.readUInt32LE(21);
		return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
	}
	if (chunk !== "VP8 ") return undefined;
	return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
}

function sizeOfJpeg(bytes: Buffer): PictureSize | undefined {
	for (let at = 2; bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
		const marker = bytes[at + 1] ?? 0;
		// Start of frame, but for the three markers in its range that are tables.
		if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
			return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
		}
	}
	return undefined;
}
