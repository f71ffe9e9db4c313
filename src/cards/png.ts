import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * A picture of at most 256 opaque colours as a PNG with a palette, which takes less
 * than half the bytes of one without; `undefined` when it has more colours.
 * `pixels` are RGBA, row by row.
 */
export function palettePng(pixels: Buffer, width: number): Buffer | undefined {
	const height = pixels.length / 4 / width;
	// As whole numbers, in whatever order of bytes the machine has: they are only compared.
	const colours = new Int32Array(new Uint8Array(pixels).buffer);
	const places = new Map<number, number>();
	const palette: Buffer[] = [];
	// Each row begins with the number of its filter: 0, none, is best for flat colours.
	const rows = Buffer.alloc(height * (width + 1));
	let place = 0;
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const at = y * width + x;
			const colour = colours[at] ?? 0;
			if (at === 0 || colour !== colours[at - 1]) {
				const known = places.get(colour);
				place = known ?? palette.length;
				if (known === undefined) {
					if (place > 255) return undefined;
					places.set(colour, place);
					palette.push(pixels.subarray(4 * at, 4 * at + 3));
				}
			}
			rows[at + y + 1] = place;
		}
	}
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 3, 0, 0, 0], 8);
	return Buffer.concat([
		SIGNATURE,
		chunk("IHDR", header),
		chunk("PLTE", Buffer.concat(palette)),
		chunk("IDAT", deflateSync(rows)),
		chunk("IEND", Buffer.alloc(0)),
	]);
}

/** https://www.w3.org/TR/png-3/#5Chunk-layout */
function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
	const framed = Buffer.alloc(body.length + 8);
	framed.writeUInt32BE(data.length, 0);
	framed.set(body, 4);
	framed.writeUInt32BE(crc32(body), body.length + 4);
	return framed;
}
