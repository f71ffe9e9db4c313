import { crc32, inflateRawSync } from "node:zlib";
import { type ZipEntry, ZipProblem, zipEntries } from "./zip-entries.ts";

/** What a preview holds at most. */
export interface Limits {
	files: number;
	/** Bytes of one file, unpacked. */
	file: number;
	/** Bytes of all files, unpacked. */
	total: number;
}

/** The archive of 10,000 papers has 13,800 files with 185 MB. */
const LIMITS: Limits = { files: 20_000, file: 25_000_000, total: 1_000_000_000 };

/** What `npm run archive` writes: pages, styles, scripts, data, feeds, pictures, typefaces, its readme. */
const EXTENSIONS = new Set(
	"html css js json xml txt svg png jpg jpeg webp avif gif ico woff woff2 bib ris csv".split(" "),
);

/** Letters, digits and a few marks, none of which means anything to a shell, a terminal or Windows. */
const SEGMENT = /^[\p{L}\p{N}\p{M}_~@+,()=-][\p{L}\p{N}\p{M}_~@+,()= .-]*$/u;
/** Names that Windows keeps for devices, or cuts. */
const NOT_ON_WINDOWS = /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])(?:\.|$)|[. ]$/i;
const MOST_CHARACTERS = 250;

const REGULAR = 0o100000;
const FOLDER = 0o040000;

/**
 * Everything in the preview of a pull request, a zip of a stranger, that a site does not hold:
 * anything but regular files, names that lead elsewhere, unknown kinds of files, too much.
 * Every file is unpacked in memory, one after the other, to see that it is what the zip states.
 */
export function examinePreview(
	zip: Buffer,
	limits: Limits = LIMITS,
): { files: number; bytes: number; problems: string[] } {
	let entries: ZipEntry[];
	try {
		entries = zipEntries(zip);
	} catch (cause) {
		if (!(cause instanceof ZipProblem)) throw cause;
		return { files: 0, bytes: 0, problems: [`the zip cannot be taken: ${cause.message}`] };
	}
	const files = entries.filter(({ name }) => !name.endsWith("/")).length;
	const problems: string[] = [];
	if (files > limits.files) problems.push(`${files} files, expected at most ${limits.files}`);
	const names = new Set<string>();
	let bytes = 0;
	for (const entry of entries) {
		bytes += entry.size;
		// On Windows and macOS, two names that differ in case alone are one file.
		const folded = entry.name.normalize("NFC").toLowerCase();
		const reason =
			flawOfName(entry) ??
			(names.has(folded) ? "stands twice" : undefined) ??
			(entry.size > limits.file
				? `has ${entry.size} bytes, expected at most ${limits.file}`
				: undefined) ??
			(bytes > limits.total ? `is beyond ${limits.total} bytes in all` : undefined) ??
			flawOfContent(entry);
		names.add(folded);
		if (reason) problems.push(`${JSON.stringify(entry.name)} ${reason}`);
	}
	if (![...names].some((name) => /(?:^|\/)index\.html$/.test(name))) {
		problems.push("no index.html is in it, expected a site");
	}
	return { files, bytes, problems };
}

function flawOfName({ name, type, size, packed }: ZipEntry): string | undefined {
	const folder = name.endsWith("/");
	if (type !== 0 && type !== (folder ? FOLDER : REGULAR)) {
		return "is no regular file, expected files alone";
	}
	if (folder && (size > 0 || packed.length > 2)) return "is a folder with content, expected none";
	if (name.length > MOST_CHARACTERS)
		return `has more than ${MOST_CHARACTERS} characters in its name`;
	const segments = (folder ? name.slice(0, -1) : name).split("/");
	if (segments.some((segment) => !SEGMENT.test(segment) || NOT_ON_WINDOWS.test(segment))) {
		return "has a name that could lead elsewhere, expected letters, digits and - . _ between single slashes";
	}
	const extension = /\.([^.]+)$/.exec(segments.at(-1) ?? "")?.[1] ?? "";
	if (!folder && !EXTENSIONS.has(extension)) {
		return `is a file of an unknown kind, expected one of ${[...EXTENSIONS].join(", ")}`;
	}
	return undefined;
}

function flawOfContent({ method, encrypted, size, crc, packed }: ZipEntry): string | undefined {
	if (encrypted) return "is encrypted";
	if (method !== 0 && method !== 8) return "is packed by a method that not every unpacker knows";
	try {
		const content =
			method === 0 || packed.length === 0
				? packed
				: // One byte more than stated is enough to see that there is more.
					inflateRawSync(packed, { maxOutputLength: size + 1 });
		if (content.length === size && crc32(content) === crc) return undefined;
	} catch {
		// Told below.
	}
	return "is not what the zip states: damaged, or larger";
}
