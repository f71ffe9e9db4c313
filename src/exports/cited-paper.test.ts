import { expect, test } from "vitest";
import { arxivIdOf, doiOf, venueKind } from "./cited-paper.ts";

test.each([
	["https://doi.org/10.1000/swifts", "10.1000/swifts"],
	["http://dx.doi.org/10.1000/A%3Cb%3E?utm=1", "10.1000/A<b>"],
	["https://doi.org/10.1000/50%", "10.1000/50%"],
	["https://example.org/10.1000/swifts", undefined],
])("the DOI of %s", (doi, id) => expect(doiOf({ links: { doi } })).toBe(id));

test.each([
	["https://arxiv.org/abs/2301.00001v2", "2301.00001"],
	["https://arxiv.org/pdf/2301.00001.pdf", "2301.00001"],
	["https://arxiv.org/abs/math.GT/0309136", "math.GT/0309136"],
	["https://arxiv.org/abs/hep-th/9901001v3", "hep-th/9901001"],
	["https://example.org/abs/2301.00001", undefined],
])("the arXiv id of %s", (arxiv, id) => expect(arxivIdOf({ links: { arxiv } })).toBe(id));

test.each([
	["Journal of Ornithology", "journal"],
	["IEEE Transactions on Birds", "journal"],
	["Proceedings of the Royal Society", "journal"],
	["Proceedings of the IEEE", "journal"],
	["Proceedings of the IEEE Conference on Computer Vision", "conference"],
	["Proceedings of the 60th Annual Meeting", "conference"],
	["Workshop on Birds", "conference"],
	["Findings of ACL", "conference"],
	["NeurIPS 2024", "conference"],
	["ICML’23", "conference"],
	["PNAS", undefined],
	["Nature", undefined],
	["", undefined],
])("a venue called “%s” is a %s", (venue, kind) => expect(venueKind(venue)).toBe(kind));
