/** A repository's address without what may follow it: `https://github.com/you/birds`. */
function root(repository: string): string {
	return repository.replace(/\/+$/, "").replace(/\.git$/, "");
}

/**
 * Where a file of the repository, by its path from the top, is read and can be edited; undefined
 * where it lies elsewhere, as entries do where OFFPRINT_CONTENT names a folder outside.
 */
export function fileAddress(repository: string, path: string): string | undefined {
	if (/^(?:\.\.)?\/|^[a-z]:/i.test(path)) return undefined;
	return `${root(repository)}/blob/HEAD/${path.split("/").map(encodeURIComponent).join("/")}`;
}

/**
 * Where a paper is suggested by a form (`.github/ISSUE_TEMPLATE/suggest-a-paper.yml`); undefined
 * where the repository is not on GitHub, since others know no such forms.
 */
export function suggestAddress(repository: string): string | undefined {
	const { hostname } = new URL(repository);
	if (hostname !== "github.com") return undefined;
	return `${root(repository)}/issues/new?template=suggest-a-paper.yml`;
}
