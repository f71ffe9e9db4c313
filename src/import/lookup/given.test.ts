import { expect, test } from "vitest";
import { readGiven } from "./given.ts";

const told = (given: string) => {
	const read = readGiven(given);
	if (read.kind === "identifiers")
		return read.identifiers.map(({ kind, id }) => `${kind} ${id}`).join(", ");
	return read.kind;
};

test.each([
	["2301.00001", "arxiv 2301.00001"],
	["  2301.00001v3\n", "arxiv 2301.00001"],
	["arXiv: 2301.00001", "arxiv 2301.00001"],
	["math.GT/0309136", "arxiv math.gt/0309136"],
	["https://arxiv.org/pdf/2301.00001v1.pdf", "arxiv 2301.00001"],
	["http://export.arxiv.org/abs/hep-th/9901001", "arxiv hep-th/9901001"],
	["10.48550/arXiv.2301.00001", "arxiv 2301.00001"],
	["https://doi.org/10.48550/arXiv.2301.00001", "arxiv 2301.00001"],
	["doi: 10.1000/ABC", "doi 10.1000/abc"],
	["https://dx.doi.org/10.1000/a%2Fb", "doi 10.1000/a/b"],
	[
		"10.1000/CO;2-2, 10.1000/b 2301.00001 10.1000/B",
		"doi 10.1000/co;2-2, doi 10.1000/b, arxiv 2301.00001",
	],
	["https://evil.example/arxiv.org/abs/2301.00001", "refused"],
	["https://arxiv.org.evil.example/abs/2301.00001", "refused"],
	["https://arxiv.org/list/cs.CL/new", "refused"],
	["https://openreview.net/forum?id=abc", "refused"],
	["Attention, title and author: all you need", "title"],
	["2301.00001 is great", "title"],
	["../../x", "title"],
	["10.1000", "title"],
	["@article{a, title={A}}", "text"],
	['{"DOI": "10.1000/a"}', "text"],
	["TY  - JOUR\nTI  - A\nER  - ", "text"],
])("%j is read as %j", (given, kind) => {
	expect(told(given)).toBe(kind);
});
