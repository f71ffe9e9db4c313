/** Hosts of papers, code and data that serve everything by https, and the name they serve it under. */
const SECURE_HOSTS: ReadonlyMap<string, string> = new Map(
	[
		"aclanthology.org",
		"arxiv.org",
		"www.arxiv.org",
		"export.arxiv.org",
		"bitbucket.org",
		"codeberg.org",
		"dl.acm.org",
		"doi.org",
		"github.com",
		"www.github.com",
		"gist.github.com",
		"gitlab.com",
		"hal.science",
		"huggingface.co",
		"ieeexplore.ieee.org",
		"jmlr.org",
		"www.jmlr.org",
		"kaggle.com",
		"www.kaggle.com",
		"link.springer.com",
		"openaccess.thecvf.com",
		"openreview.net",
		"papers.nips.cc",
		"proceedings.mlr.press",
		"proceedings.neurips.cc",
		"pubmed.ncbi.nlm.nih.gov",
		"www.biorxiv.org",
		"www.medrxiv.org",
		"www.nature.com",
		"www.semanticscholar.org",
		"youtu.be",
		"www.youtube.com",
		"zenodo.org",
	].map((host) => [host, host]),
)
	.set("dx.doi.org", "doi.org")
	.set("www.doi.org", "doi.org");

/**
 * An address by https where its host is known to serve that; `undefined` where there is nothing
 * to mend. The old names of doi.org become the one that it has today.
 */
export function secureAddress(address: string): string | undefined {
	const match = /^(https?):\/\/([^/?#:@\s]+)(?=[/?#]|$)/i.exec(address);
	const [start = "", scheme = "", host = ""] = match ?? [];
	const known = SECURE_HOSTS.get(host.toLowerCase());
	if (known === undefined) return undefined;
	if (scheme.toLowerCase() === "https" && known === host.toLowerCase()) return undefined;
	return `https://${known}${address.slice(start.length)}`;
}
