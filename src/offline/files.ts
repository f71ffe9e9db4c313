/** Media types of what a site consists of, by the last part of a file's name. */
const TYPES: Readonly<Record<string, string>> = {
	html: "text/html; charset=utf-8",
	css: "text/css; charset=utf-8",
	js: "text/javascript; charset=utf-8",
	json: "application/json",
	svg: "image/svg+xml",
	png: "image/png",
	ico: "image/x-icon",
	webmanifest: "application/manifest+json",
};

/** Media type of a file; bytes of any kind where its name says nothing. */
export function typeOf(path: string): string {
	return TYPES[path.slice(path.lastIndexOf(".") + 1)] ?? "application/octet-stream";
}

/** Parts of Pagefind that the site does not use: its own user interfaces, and code that is bundled. */
const UNUSED =
	/^pagefind\/(?:pagefind-(?:ui|modular|component|highlight)|pagefind(?:-worker)?\.js|wasm\.)/;

/** Whether a file, by its path, belongs to a copy for reading and searching offline. */
export function belongsToCopy(path: string): boolean {
	if (path.startsWith("pagefind/")) return !UNUSED.test(path);
	if (/^(?:_astro|icons|cite)\//.test(path)) return true;
	return /(?:\.html|^favicon\.\w+|^[^/]+\.webmanifest)$/.test(path);
}

/**
 * Whether a file's name changes whenever its content does, so that a file of this name is
 * the same wherever it was kept. Pagefind's entry alone keeps its name.
 */
export function isNamedByContent(path: string): boolean {
	return /^(?:_astro|pagefind)\//.test(path) && path !== "pagefind/pagefind-entry.json";
}
