/** What usual hosts take of a site: the least that one of them does. */
export interface HostLimits {
	/** Files in all. */
	files: number;
	/** Papers that stand in `/papers.json` itself; beyond, it is an index of its parts. */
	papers: number;
}

/** Bytes of the largest file that every usual host takes: 25 MiB. */
export const LARGEST_FILE = 25 * 1024 * 1024;

/** Bytes of the largest site that every usual host takes: 1 GB (GitHub Pages). */
export const LARGEST_SITE = 1e9;

const USUAL = { OFFPRINT_MOST_FILES: 20_000, OFFPRINT_MOST_PAPERS: 5_000 };

/** The limits, or those that the environment names where a site has a host of its own. Throws where it names no number. */
export function hostLimits(environment: Readonly<Record<string, string | undefined>>): HostLimits {
	const limit = (name: keyof typeof USUAL) => {
		const text = environment[name];
		if (!text) return USUAL[name];
		if (/^\d{1,9}$/.test(text)) return Number(text);
		throw new Error(`unexpected ${name}=${text}, expected a whole number such as ${USUAL[name]}`);
	};
	return { files: limit("OFFPRINT_MOST_FILES"), papers: limit("OFFPRINT_MOST_PAPERS") };
}
