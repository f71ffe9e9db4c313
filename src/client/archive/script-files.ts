import { dataFile, dataPlace } from "../../archive/layout.ts";
import type { FileKind, ReadFile } from "../../search/index-files.ts";
import { checkedContent, FileProblem, unpacked } from "../search/files.ts";

declare global {
	/** Called by each data file, with its name and its bytes in base64. */
	var offprintFile: (name: string, base64: string) => void;
}

/** Data files on their way, by name: what each is handed to. */
const waiting = new Map<string, (base64: string) => void>();

/** The last files of records: several of a page's results are in one. */
const records = new Map<string, Promise<string[]>>();
const MOST_KEPT = 20;

/**
 * Reads files of the index in the folder `root`, where they are classic scripts: a page that
 * was opened from a folder can load nothing else.
 */
export function scriptFiles(root: string): ReadFile {
	globalThis.offprintFile = (name, base64) => waiting.get(name)?.(base64);
	return async (path, kind) => {
		const { name, record } = dataPlace(path);
		const damaged = (cause: unknown) => new FileProblem(path, kind, "spoilt", String(cause));
		if (record === undefined) {
			const bytes = await load(root, name, kind);
			return checkedContent(path, kind, bytes).catch((cause) => Promise.reject(damaged(cause)));
		}
		const texts = await recordsIn(root, name, kind).catch((cause) =>
			Promise.reject(cause instanceof FileProblem ? cause : damaged(cause)),
		);
		const text = texts[record];
		if (text === undefined) throw damaged(`${name} has no record ${record}`);
		return new TextEncoder().encode(text);
	};
}

function recordsIn(root: string, name: string, kind: FileKind): Promise<string[]> {
	const known = records.get(name);
	if (known) return known;
	const texts = load(root, name, kind)
		.then(unpacked)
		.then((content): string[] => JSON.parse(new TextDecoder().decode(content)));
	records.set(name, texts);
	texts.catch(() => records.delete(name));
	const [oldest] = records.keys();
	if (oldest && records.size > MOST_KEPT) records.delete(oldest);
	return texts;
}

/** The bytes in a data file. Rejects with a FileProblem where the script is missing or cut off. */
async function load(root: string, name: string, kind: FileKind): Promise<Uint8Array<ArrayBuffer>> {
	const script = document.createElement("script");
	try {
		const base64 = await new Promise<string>((resolve, reject) => {
			const fail = (reason: FileProblem["reason"], detail: string) =>
				reject(new FileProblem(name, kind, reason, detail));
			waiting.set(name, resolve);
			script.addEventListener("error", () => fail("absent", "the script cannot be loaded"));
			// By then a whole script has handed over what it holds.
			script.addEventListener("load", () => fail("spoilt", "the script holds something else"));
			script.src = root + dataFile(name).split("/").map(encodeURIComponent).join("/");
			document.head.append(script);
		});
		return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
	} catch (cause) {
		throw cause instanceof FileProblem
			? cause
			: new FileProblem(name, kind, "spoilt", String(cause));
	} finally {
		waiting.delete(name);
		script.remove();
	}
}
