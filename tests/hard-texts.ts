import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stringify } from "yaml";

/** Texts that break out of, or into, every format that a site is written in. */
const TEXTS = {
	cdata: "A ]]> ends a section of CDATA, <![CDATA[ begins one",
	script: "</script><script>alert(1)</script><!-- <script> & --> of scripts",
	quotes: `"double" 'single' \`back\` &quot; &amp; & &#x27; <b>bold</b>`,
	lines: "A title\nof two lines\u2028and\u2029more",
	direction: "\u202Eright to left\u202C and \u200Fmarks\u200E עברית",
	emoji: "🦜 Parrots 👩‍🔬 considered 🇪🇺",
	long: "All that there is to say on this. ".repeat(58).trim(),
	markdown:
		"# *No* _markup_ [here](javascript:alert(1)) | `code` ~~gone~~ ![x](y) <https://a.example>",
	math: "On $O(n^2)$ and $a < b$ for \\$5",
	percent: "100 % of C++ = A&B; 50%25 + %zz",
	future: "Seen from the year 2099",
	past: "An Accompt of the First Volume",
} as const;

/** What some of them have beside a title and an abstract. */
const FACTS: Record<string, Record<string, unknown>> = {
	cdata: {
		authors: ["null", "undefined", "__proto__", "constructor"],
		venue: "Journal of ]]> & Co",
	},
	script: { authors: ["</script> O’Script", '"; DROP TABLE'], venue: "Workshop on </script>" },
	quotes: { organization: { handle: "constructor", name: '<Institute> & "Sons"' } },
	lines: { authors: ["Ada\nLovelace"], links: { doi: "https://doi.org/10.1000/a%3Cb%3E&c;d" } },
	direction: { authors: ["\u202Eהכותב"], language: "he", venue: "NeurIPS 2024" },
	emoji: { authors: ["李白", "🦜"], links: { arxiv: "https://arxiv.org/abs/2301.00001v2" } },
	percent: {
		source: { listing: "first.txt", repairs: [{ from: "100 <i>%</i>", to: "100 %" }] },
		otherSources: [
			{ listing: "second.bib" },
			{
				listing: "third.ris",
				repairs: [
					{ from: "100 <i>%</i>", to: "100 %" },
					{ from: "C\\plus", to: "C++" },
				],
			},
		],
	},
	past: { date: "1665-03-06", authors: ["Henry Oldenburg"], venue: "Philosophical Transactions" },
	future: { date: "2099-12-31", links: { pdf: "https://example.org/a.pdf?x=1&y=2" } },
};

/** The name of this collection among those that are built once. */
export const HARD = "hard texts";

/** Writes a collection of such papers below a base path, the texts in titles and abstracts, into a folder. */
export function writeHardCollection(folder: string): void {
	mkdirSync(path.join(folder, "papers"), { recursive: true });
	mkdirSync(path.join(folder, "pages"));
	const settings = {
		title: "Hard & <b>odd</b> ]]> texts",
		tagline: "</script> stays text, and * and [ too.",
		url: "https://example.org/x/y/",
		license: "The texts are their authors’ & nobody else’s.",
	};
	const topic = { id: "odd", name: "Odd & <odd>", description: "]]> [x](y)", terms: ["odd"] };
	writeFileSync(path.join(folder, "collection.yaml"), stringify(settings));
	writeFileSync(path.join(folder, "topics.yaml"), stringify([topic]));
	for (const [id, title] of Object.entries(TEXTS)) {
		const front = stringify({ title, topics: ["odd"], ...FACTS[id] });
		const abstract = title
			.replace(/[\u2028\u2029\n]/g, " ")
			.replace(/[\\`*_{}[\]<>#$&!~|]/g, "\\$&");
		writeFileSync(path.join(folder, "papers", `${id}.mdx`), `---\n${front}---\n\n${abstract}\n`);
	}
}
