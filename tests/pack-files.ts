import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { factsOf, type Role } from "../src/offline/facts.ts";
import { type Piece, piecesOf, textOf } from "../src/offline/pieces.ts";
import type { SiteFile } from "../src/offline/place.ts";
import { type PackOptions, writePack } from "../src/offline/write.ts";
import { random } from "./random.ts";

export const utf8 = new TextEncoder();
/** SHA-256 in hexadecimal. */
export const digestOf = (content: string | Uint8Array) =>
	createHash("sha256").update(content).digest("hex");
const pageOf = (content: string) => /(papers\/\w+\/)/.exec(content)?.[1]?.concat("index.html");
/** How the packs of tests are written, where nothing else is said. */
export const options: PackOptions = {
	order: ["papers/wren/index.html", "papers/robin/index.html"],
	deflate: async (bytes) => new Uint8Array(deflateRawSync(bytes)),
	digestOf,
};

const pieces = new Map<string, Piece>();
function pieceOf(content: string): Piece {
	const digest = digestOf(content);
	const piece = pieces.get(digest) ?? {
		digest,
		bytes: utf8.encode(content).length,
		leadsTo: pageOf(content),
	};
	pieces.set(digest, piece);
	return piece;
}

/** A file of a site, by what its path says of it. */
export function file(path: string, bytes: Uint8Array<ArrayBuffer>, { order } = options): SiteFile {
	let role: Role = path.endsWith(".html") ? "list" : "other";
	if (order.includes(path)) role = "paper";
	if (path.includes("/fragment/")) role = "result";
	if (path.endsWith(".pf_index")) role = "dense";
	return {
		path,
		role,
		digest: digestOf(bytes),
		facts: factsOf(role, bytes, { pageOf, pieceOf }),
		read: () => bytes,
		piece: (at) => piecesOf(textOf(bytes) ?? "")[at] ?? "",
	};
}
export const text = (path: string, content: string) => file(path, utf8.encode(content));
/** The same in every run. */
const next = random(1);
export const noise = (bytes: number) => Uint8Array.from({ length: bytes }, () => next() * 256);

/** The parts of a pack of these files. */
export async function write(
	files: readonly SiteFile[],
	more: Partial<PackOptions> = {},
): Promise<Uint8Array<ArrayBuffer>[]> {
	const parts: Uint8Array<ArrayBuffer>[] = [];
	for await (const part of writePack(files, { ...options, ...more }))
		parts.push(await part.bytes());
	return parts;
}
