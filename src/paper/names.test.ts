import { expect, test } from "vitest";
import { nameParts } from "./names.ts";

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
