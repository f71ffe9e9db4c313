import { expect, test } from "vitest";
import { familyKey, nameParts } from "./names.ts";

const cut = (names: string[]) =>
	names.map((name) => {
		const parts = nameParts(name);
		return "literal" in parts
			? `[${parts.literal}]`
			: [parts.family, parts.particle, parts.given, parts.suffix]
					.map((part) => part ?? "")
					.join("|");
	});

test("names of persons have their parts", () => {
	expect(
		cut([
			"Ada Lovelace",
			"Ludwig van Beethoven",
			"Vincent van der Berg",
			"Martin Luther King Jr.",
			"Sammy Davis, Jr.",
			"Jean d’Alembert",
			"José Ortega y Gasset",
			"Jonathan Le Roux",
			"bell hooks",
			"Kim  De Vos",
		]),
	).toMatchInlineSnapshot(`
		[
		  "Lovelace||Ada|",
		  "Beethoven|van|Ludwig|",
		  "Berg|van der|Vincent|",
		  "King||Martin Luther|Jr.",
		  "Davis||Sammy|Jr.",
		  "d’Alembert||Jean|",
		  "Gasset||José Ortega y|",
		  "Roux||Jonathan Le|",
		  "hooks||bell|",
		  "Vos||Kim De|",
		]
	`);
});

test("names that nothing tells how to cut stay whole", () => {
	const whole = [
		"Plato",
		"null",
		"__proto__",
		"山田太郎",
		"山田 太郎",
		"김철수",
		"The ATLAS Collaboration",
		"Qwen Team",
		"Simon and Schuster",
		"Acme, Inc.",
		"Model 3 Group",
		"van Rossum",
		"{x} Smith",
		"",
	];
	expect(cut(whole)).toEqual(whole.map((name) => `[${name}]`));
});

test.each([
	["Beethoven, Ludwig van", "Beethoven|van|Ludwig|"],
	["van der Berg, Vincent", "Berg|van der|Vincent|"],
	["de la Cruz, Juan Carlos", "Cruz|de la|Juan Carlos|"],
	["Lovelace, A.", "Lovelace||A.|"],
	["García Márquez, G. J.-P.", "García Márquez||G. J.-P.|"],
	["King, Martin Luther, Jr.", "King||Martin Luther|Jr."],
	["King, Jr., Martin Luther", "King||Martin Luther|Jr."],
])("“%s” says itself which the family name is", (name, parts) => {
	expect(cut([name])).toEqual([parts]);
});

test.each([
	"Ada Lovelace, Kurt Gödel",
	"Lovelace, Gödel, Turing",
	"Acme, Inc.",
	"Lovelace, PhD",
	"Lovelace,",
	", Ada",
	"van der, Vincent",
	"山田, 太郎",
	"University of Birds, Owls",
])("“%s” is no family name with a given name, and stays whole", (name) => {
	expect(cut([name])).toEqual([`[${name}]`]);
});

/** Spellings of one name by line; no two lines have a spelling in common. */
test.each<[key: string, ...spellings: string[]]>([
	["lovelace", "Ada Lovelace", "A. Lovelace", "Lovelace, Ada", "ADA LOVELACE"],
	["beethoven", "Ludwig van Beethoven", "van Beethoven", "Beethoven, Ludwig van", "Beethoven"],
	["king", "Martin Luther King Jr.", "King, Martin Luther, Jr.", "M. L. King", "M. L. KING JR."],
	["davis", "Sammy Davis, Jr.", "Sammy Davis"],
	["godel", "Kurt Gödel", "Kurt Go\u0308del", "Godel, K."],
	["smithjones", "Ada Smith-Jones", "Ada Smith‐Jones", "A. Smithjones"],
	["marquez", "G. García Márquez", "García Márquez, G.", "Marquez, Gabriel"],
	["dalembert", "Jean d’Alembert", "Jean d'Alembert"],
	["wang", "Wei Wang", "Wei Wang 0001", "W. Wang 12"],
	["ii", "Naosuke Ii"],
	["atlascollaboration", "The ATLAS Collaboration", "ATLAS Collaboration"],
	["cmscollaboration", "CMS Collaboration"],
	["qwenteam", "Qwen Team"],
	["acmeinc", "Acme, Inc."],
	["plato", "Plato", "plato"],
	["山田太郎", "山田 太郎", "山田太郎"],
	["김철수", "김철수", "김 철수"],
	["", "", "?", "{}"],
])("%j is what the spellings of a name have in common", (key, ...spellings) => {
	expect(spellings.map(familyKey)).toEqual(spellings.map(() => key));
});

test("a long name of commas and particles takes no time", () => {
	for (const piece of ["van ", "a, ", "A.-", "Jr., ", "the "]) {
		const started = process.cpuUsage().user;
		familyKey(piece.repeat(20_000));
		expect((process.cpuUsage().user - started) / 1e6, piece).toBeLessThan(1);
	}
});
