import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Published } from "./address.ts";
import { type Checksums, sha256, writeChecksums } from "./checksums.ts";
import { dataGroups, dataScript, isIndexFile } from "./data.ts";
import { dataFile, MANIFEST, README } from "./layout.ts";
import { withDownload } from "./offline-page.ts";
import { archivePage } from "./page.ts";
import { readme } from "./readme.ts";
import { archiveScripts } from "./scripts.ts";
import { ArchiveProblem, type BuiltSite, readBuiltSite, slugOf } from "./site.ts";
import { writeZip, type ZipFile } from "./zip.ts";

/** An archive that was written. */
export interface Archive {
	/** Path of the zip. */
	file: string;
	bytes: number;
	/** Number of files in it. */
	files: number;
	papers: number;
	/** Of the zip, in hexadecimal. */
	sha256: string;
}

/** What has no meaning in a folder, or is there in another form. */
const LEFT_OUT =
	/^(?:service-worker\.js|offline\.json|offline\/.*|404\.html|robots\.txt|sitemap[^/]*\.xml|[^/]*\.webmanifest|_astro\/.*\.js|pagefind\/.*|cite\/.*|.*\.gz|(?:.*\/)?atom\/\d+\.xml)$/;

/** Pictures for other sites and for apps: taken where a page shows them. */
const SPARE = /^(?:cards|icons)\//;

/** The page that offers the archive. */
const OFFLINE_PAGE = "offline/index.html";

/**
 * Writes the collection in `folder`, a built site, as one zip into it, and puts the link to it
 * on the page about reading offline. Throws {@link ArchiveProblem} where the folder is not a
 * built site, or more than an archive can hold.
 */
export async function writeArchive(folder: string): Promise<Archive> {
	const site = await readBuiltSite(folder);
	const page = path.join(folder, OFFLINE_PAGE);
	const slug = slugOf(site.title);
	const name = `${slug}.zip`;
	const file = path.join(folder, "offline", name);
	const offered = (download: { bytes: number; sha256: string }) =>
		existsSync(page)
			? withDownload(readFileSync(page, "utf8"), {
					...download,
					address: `${new URL(site.address).pathname}offline/${encodeURIComponent(name)}`,
					name,
					day: site.day,
				})
			: undefined;
	if (!offered({ bytes: 0, sha256: "" })) {
		throw new ArchiveProblem(
			`${page} has no place for the link: <!-- archive --> and <!-- /archive -->. Build the site anew: npm run build`,
		);
	}
	mkdirSync(path.dirname(file), { recursive: true });
	const part = `${file}.part`;
	try {
		const written = await writeZip(part, filesOf(site, slug), site.day);
		renameSync(part, file);
		writeFileSync(page, offered(written) ?? "");
		return { file, papers: site.papers, ...written };
	} finally {
		rmSync(part, { force: true });
	}
}

/** The files of the archive, below a folder named `slug`; their checksums come last. */
async function* filesOf(site: BuiltSite, slug: string): AsyncGenerator<ZipFile> {
	const checksums: Checksums = new Map();
	for await (const { path: file, bytes } of contentOf(site, slug)) {
		checksums.set(file, sha256(bytes));
		yield { path: `${slug}/${file}`, bytes };
	}
	yield { path: `${slug}/${MANIFEST}`, bytes: Buffer.from(writeChecksums(checksums)) };
}

async function* contentOf(site: BuiltSite, slug: string): AsyncGenerator<ZipFile> {
	yield { path: README, bytes: Buffer.from(readme(site, slug)) };
	for (const [name, text] of await archiveScripts()) yield { path: name, bytes: Buffer.from(text) };
	yield* siteFiles(site);
	yield* dataFiles(site);
}

/** Pages, rewritten, and the files that they use. */
async function* siteFiles({ folder, files, address }: BuiltSite): AsyncGenerator<ZipFile> {
	const read = (file: string) => readFile(path.join(folder, file));
	const taken = files.filter((file) => !LEFT_OUT.test(file) && !SPARE.test(file));
	const published: Published = {
		site: address,
		files: new Set([...taken, README]),
		// It speaks of copies; in a copy, what it is stands in README.txt.
		instead: new Map([[OFFLINE_PAGE, README]]),
		spare: new Set(files.filter((file) => SPARE.test(file))),
	};
	const used = new Set<string>();
	const unknown = new Map<string, string>();
	for (const file of taken) {
		if (!file.endsWith(".html")) {
			yield { path: file, bytes: await read(file) };
			continue;
		}
		const page = await archivePage((await read(file)).toString("utf8"), file, published);
		for (const one of page.uses) used.add(one);
		for (const script of page.unknownScripts) unknown.set(script, file);
		yield { path: file, bytes: Buffer.from(page.html) };
	}
	if (unknown.size > 0) {
		const lines = [...unknown].map(([script, file]) => `${file}: ${script}`);
		throw new ArchiveProblem(
			`the archive has not every script of the site. Import them in src/client/archive/reading.ts and name them in src/archive/page.ts:\n${lines.join("\n")}`,
		);
	}
	for (const file of [...used].sort()) yield { path: file, bytes: await read(file) };
}

/** The search index and the citations, as scripts. */
async function* dataFiles({ folder, files }: BuiltSite): AsyncGenerator<ZipFile> {
	const index = files
		.filter((file) => file.startsWith("pagefind/"))
		.map((file) => file.slice("pagefind/".length))
		.filter(isIndexFile);
	for (const [name, paths] of dataGroups(index)) {
		const contents = await Promise.all(
			paths.map((file) => readFile(path.join(folder, "pagefind", file))),
		);
		yield { path: dataFile(name), bytes: Buffer.from(dataScript(name, contents)) };
	}
	for (const file of files.filter((name) => name.startsWith("cite/"))) {
		const bytes = await readFile(path.join(folder, file));
		yield { path: dataFile(file), bytes: Buffer.from(dataScript(file, [bytes])) };
	}
}
