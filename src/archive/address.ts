/** A site and the files of it that an archive takes. */
export interface Published {
	/** Address of the site, base path included; ends in a slash. */
	site: string;
	/** Files of the archive. Paths are from the site's root, and not encoded. */
	files: ReadonlySet<string>;
	/** Files that the archive has in place of pages of the site: path to path. */
	instead: ReadonlyMap<string, string>;
	/** Files that are taken only where a page shows or links them, such as pictures. */
	spare: ReadonlySet<string>;
}

/** A rewritten address. */
export interface Rewritten {
	address: string;
	/** The spare file that it leads to, if any. */
	uses?: string;
}

/**
 * An address on a page of the archive, given the address on the same page of the site. `page`
 * is the path of the page's file, such as `papers/wren/index.html`. What the archive has gets a
 * relative address; what it has not, the one on the site. Addresses of other places, and those
 * within the page, stay as they are.
 */
export function archiveAddress(address: string, page: string, published: Published): Rewritten {
	if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#|$)/i.test(address)) return { address };
	const url = new URL(
		address,
		published.site + encoded(page.replace(/(?:^|(?<=\/))index\.html$/, "")),
	);
	const { pathname: base } = new URL(published.site);
	const path = url.pathname.startsWith(base) ? decoded(url.pathname.slice(base.length)) : undefined;
	if (path === undefined) return { address: url.href };
	const file = [path, path.replace(/(?:^|\/)$/, "$&index.html"), `${path}/index.html`]
		.map((one) => published.instead.get(one) ?? one)
		.find((one) => published.files.has(one) || published.spare.has(one));
	if (file === undefined) return { address: url.href };
	const up = "../".repeat(page.split("/").length - 1) || "./";
	return {
		address: up + encoded(file) + url.search + url.hash,
		...(published.spare.has(file) ? { uses: file } : {}),
	};
}

function encoded(path: string): string {
	return path.split("/").map(encodeURIComponent).join("/");
}

function decoded(path: string): string | undefined {
	try {
		return decodeURIComponent(path);
	} catch {
		return undefined;
	}
}
