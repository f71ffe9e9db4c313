import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { unzipSync } from "fflate";
import { MANIFEST } from "./layout.ts";
import { filesIn } from "./site.ts";

/** The files of an archive, packed or unpacked. Paths are those within its folder. */
export interface Opened {
	paths: string[];
	/** Files one by one; `bytes` is undefined where one cannot be read or unpacked. */
	files(): Iterable<{ path: string; bytes: Uint8Array | undefined }>;
	/** What is wrong with the archive as a whole, such as paths that lead outside. */
	problems: string[];
}

/** An archive that cannot be read at all; the message says why and what to do. */
export class Unreadable extends Error {
	override readonly name = "Unreadable";
}

/** Files of a zip that are held in memory at one time. */
const AT_ONCE = 500;

/** What systems leave in folders that they show. */
const OF_SYSTEMS = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/;

/** Opens a zip, or the folder that it was unpacked to. Throws {@link Unreadable}. */
export async function openArchive(file: string): Promise<Opened> {
	if (!existsSync(file)) throw new Unreadable(`${file} is not there`);
	return statSync(file).isDirectory() ? openFolder(file) : openZip(file);
}

async function openFolder(folder: string): Promise<Opened> {
	const all = (await filesIn(folder)).filter((file) => !OF_SYSTEMS.test(file));
	const manifest = shallowest(all);
	if (manifest === undefined) throw noManifest(folder);
	const root = path.join(folder, manifest.slice(0, -MANIFEST.length));
	const paths = (await filesIn(root)).filter((file) => !OF_SYSTEMS.test(file));
	return {
		paths,
		*files() {
			for (const one of paths) yield { path: one, bytes: readIfCan(path.join(root, one)) };
		},
		problems: [],
	};
}

function openZip(file: string): Opened {
	const zip = readFileSync(file);
	const names: string[] = [];
	try {
		unzipSync(zip, {
			filter: ({ name }) => {
				names.push(name);
				return false;
			},
		});
	} catch {
		throw new Unreadable(
			`${file} is not a whole zip file: it is cut off or damaged. Fetch it again.`,
		);
	}
	const manifest = shallowest(names);
	if (manifest === undefined) throw noManifest(file);
	const top = manifest.slice(0, -MANIFEST.length);
	// Unpackers make folders where such entries stand.
	const inside = names.filter((name) => !name.endsWith("/"));
	const outside = new Set(inside.filter(leadsOutside));
	const once = new Set<string>();
	const twice = new Set(inside.filter((name) => once.size === once.add(name).size));
	const kept = new Set(inside.filter((name) => !outside.has(name)));
	return {
		paths: [...kept].map((name) => within(name, top)),
		*files() {
			for (const [name, bytes] of unzip(zip, kept)) {
				yield { path: within(name, top), bytes };
			}
		},
		problems: [
			...[...outside].map((name) => `leads out of the folder: ${name}`),
			...[...twice].map((name) => `stands twice in the zip: ${within(name, top)}`),
		],
	};
}

function readIfCan(file: string): Uint8Array | undefined {
	try {
		return readFileSync(file);
	} catch {
		return undefined;
	}
}

/** Unpacks files of a zip, some at a time. Those that cannot be unpacked come as undefined. */
function* unzip(
	zip: Uint8Array,
	wanted: ReadonlySet<string>,
): Generator<[string, Uint8Array | undefined]> {
	const left = new Set(wanted);
	while (left.size > 0) {
		const batch = new Set([...left].slice(0, AT_ONCE));
		let last = "";
		const filter = ({ name }: { name: string }) => {
			if (batch.has(name)) last = name;
			return batch.has(name);
		};
		try {
			yield* Object.entries(unzipSync(zip, { filter }));
			for (const name of batch) left.delete(name);
		} catch {
			// The one that was being unpacked is damaged; the others are tried again without it.
			left.delete(last);
			yield [last, undefined];
		}
	}
}

function leadsOutside(name: string): boolean {
	return /^(?:[/\\]|[a-z]:)/i.test(name) || name.split(/[/\\]/).includes("..");
}

/** A path from the top folder of the zip; that of a file beside the folder stays whole. */
function within(name: string, top: string): string {
	return name.startsWith(top) ? name.slice(top.length) : `../${name}`;
}

/** The manifest that lies least deep, in the archive's own folder. */
function shallowest(paths: readonly string[]): string | undefined {
	return paths
		.filter((one) => one === MANIFEST || one.endsWith(`/${MANIFEST}`))
		.sort((a, b) => a.split("/").length - b.split("/").length)[0];
}

function noManifest(file: string): Unreadable {
	return new Unreadable(`${file} has no ${MANIFEST}: it is not an archive of a collection.`);
}
