import { expect, test } from "vitest";
import { idFromIdentifier } from "../paper/identifiers.ts";
import { nameOf } from "./citation.ts";
import { arxivId, arxivIn, dateIn, doiIn } from "./known-as.ts";

test.each([
	["2021-05-03", { year: 2021, month: 5, day: 3 }],
	["2021/05/03/", { year: 2021, month: 5, day: 3 }],
	["2021-05-03T10:00:00Z", { year: 2021, month: 5, day: 3 }],
	["2021///", { year: 2021 }],
	["2021-02-30", { year: 2021, month: 2 }],
	["3 May 2021", { year: 2021, month: 5, day: 3 }],
	["May 3, 2021", { year: 2021, month: 5, day: 3 }],
	["May 2021", { year: 2021, month: 5 }],
	["03/05/2021", undefined],
	["forthcoming", undefined],
	["", undefined],
])("the date %j", (text, date) => {
	expect(dateIn(text)).toEqual(date);
});

test("DOIs and arXiv ids in what fields hold", () => {
	expect(doiIn("https://doi.org/10.1000/ABC(01)2.")).toBe("10.1000/abc(01)2");
	expect(doiIn("https://doi.org/10.1000%2Fabc")).toBe("10.1000/abc");
	expect(doiIn("see 10.5 / 3")).toBeUndefined();
	expect(arxivIn("arXiv preprint arXiv:2301.00001v3 [cs]")).toBe("2301.00001");
	expect(arxivIn("https://arxiv.org/pdf/math.GT/0309136v1")).toBe("math.gt/0309136");
	expect(arxivIn("10.48550/arXiv.2301.00001")).toBe("2301.00001");
	expect(arxivIn("2301.00001")).toBeUndefined();
	expect(arxivId("2301.00001v2")).toBe("2301.00001");
});

test("ids of papers from identifiers", () => {
	expect(idFromIdentifier("10.1016/S0004-3702(01)00129-1")).toBe("10.1016-s0004-3702-01-00129-1");
	expect(idFromIdentifier("math.gt/0309136")).toBe("math.gt-0309136");
	expect(idFromIdentifier(`10.1000/${"x".repeat(80)}`)).toBeUndefined();
});

test("names with a comma are turned around", () => {
	expect(nameOf("van der Berg, Jan")).toBe("Jan van der Berg");
	expect(nameOf("King, Jr., Martin Luther")).toBe("Martin Luther King Jr.");
	expect(nameOf("King, Martin Luther, Jr.")).toBe("Martin Luther King Jr.");
	expect(nameOf("d' Alembert, Jean")).toBe("Jean d'Alembert");
	expect(nameOf("ATLAS Collaboration")).toBe("ATLAS Collaboration");
});
