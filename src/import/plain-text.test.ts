import fc from "fast-check";
import { expect, test } from "vitest";
import { readEntry } from "../entry/read.ts";
import { proposeEntry } from "./entry-of.ts";
import { bibtex } from "./formats/bibtex.ts";
import { cslJson } from "./formats/csl-json.ts";
import { toPlainText } from "./plain-text.ts";
import type { Format } from "./record.ts";

test.each([
	["<jats:p>One.</jats:p><jats:p>Two.</jats:p>", "One.\n\nTwo."],
	["10<sup>3</sup> H<sub>2</sub>O, 2<sup>n</sup>, X<sub>NLG</sub>", "10³ H₂O, 2^n, X_NLG"],
	["the 21<sup>st</sup> n<sup>log k</sup>, x<sub>i</sub>", "the 21st n^(log k), x_i"],
	["R&amp;amp;D &eacute;&#233;&#xe9; &quot;q&quot;", 'R&D ééé "q"'],
	["&lt;p&gt;Tags as entities&lt;/p&gt;", "Tags as entities"],
	[
		`Erd\\H{o}s, G{\\"o}del, Fr\\'{e}chet, Garc{\\'\\i}a, {\\AA}ngstr{\\"{o}}m`,
		"Erdős, Gödel, Fréchet, García, Ångström",
	],
	[
		"\\emph{i.e.} {\\it so} \\href{https://a.org}{here}~\\cite{x}, 5\\%",
		"i.e. so here (https://a.org), 5%",
	],
	["a ``view'' of insights---and", "a “view” of insights—and"],
	["so \\(x_1\\) and $$y^2$$ and $\\tilde{O}(n)$", "so $x_1$ and $y^2$ and $\\tilde{O}(n)$"],
	["{BERT} and {Protected-Word}", "BERT and Protected-Word"],
	["\\~{}5, \\textasciitilde 8, ma\\~nana", "~5, ~8, mañana"],
	["as \\citep[see][p. 3]{a,b} did (\\cite{x}), Section~\\ref{s}", "as did, Section"],
	["Owls\\footnote{By \\emph{X}.} fly\\footnotemark[1]\\thanks{Y}.", "Owls (By X) fly."],
	["\\textsc{B\\textbf{er}t} and {\\sc Elmo}", "Bert and Elmo"],
	[
		"\\url{https://a.org/x_y}, \\href{https://b.org}{\\textbf{b}}",
		"https://a.org/x_y, b (https://b.org)",
	],
	["\\begin{itemize} \\item One \\item Two \\end{itemize}", "One\n\nTwo"],
	["a \\\\ b\\newline c \\par d of \\LaTeX{}\\ldots", "a b c\n\nd of LaTeX…"],
	[
		"so \\begin{equation} E = mc^2 \\label{e} \\end{equation}, as \\[ b_2 \\] says",
		"so\n\n$$E = mc^2,$$\n\nas\n\n$$b_2$$\n\nsays",
	],
	[
		"\\begin{align*} a &= b \\\\ c &= d \\end{align*}",
		"$$\\begin{aligned}a &= b \\\\ c &= d\\end{aligned}$$",
	],
	["$\\begin{pmatrix} a \\\\ b \\end{pmatrix}$", "$\\begin{pmatrix} a \\\\ b \\end{pmatrix}$"],
])("%s becomes %s", (source, plain) => {
	expect(toPlainText(source)).toBe(plain);
	expect(toPlainText(plain)).toBe(plain);
});

test.each([
	["a < b and c > d, <context, knowledge>, <xf, xe'>"],
	["sets {0,1} and {a, b}, C++, 20times, sim2real, R&D, x~N(0,1)"],
	["from $5 to $6, 2000$ each, $ell_p$-norms"],
	["\\ours and \\method"],
	["&valueOf; &toString; &xvalueOf;"],
	["run it with --verbose, 1990--2000"],
])("%s stays as it is", (source) => {
	expect(toPlainText(source)).toBe(source);
});

test("any words in any field become an entry with the same text, or are rejected", () => {
	const word = fc.constantFrom(
		..."{}<>`*_#|~=!\"'&:;-+\n\\$,",
		"import x",
		"<b>",
		"</jats:p>",
		"{1}",
		"---",
		"\\emph{",
		"\\'e",
		"$x_1$",
		"&lt;",
		"[a](javascript:x)",
		"\u0001",
		"\uD800",
		"العربية",
		"😀",
		"a",
	);
	const words = fc.array(word, { maxLength: 10 }).map((all) => all.join(""));
	fc.assert(
		fc.property(words, words, words, words, words, (title, abstract, family, venue, link) => {
			const author = [{ family, given: title }, { literal: venue }];
			const item = { id: 1, type: "book", title, abstract, author, "container-title": venue };
			const more = { URL: link, DOI: `10.1000/${link}`, language: link, issued: { raw: link } };
			const text = JSON.stringify([{ ...item, ...more }]);
			const { papers, rejections } = cslJson.parse(text, "a.json", {});
			expect(papers.length + rejections.length).toBe(1);
			for (const paper of papers) {
				const entry = proposeEntry(paper, { listing: "a.json", listed: undefined }, () => []);
				expect(readEntry(`papers/${entry.id}.mdx`, entry.text).issues).toEqual([]);
			}
		}),
		{ numRuns: 500 },
	);
});

test("a long text without an end to its marks takes no long time", () => {
	const started = performance.now();
	for (const mark of [
		"<p ",
		"<!--",
		"<inline-formula>",
		"{",
		"\\emph{",
		"\\(",
		"$a ",
		"``",
		"~",
		"&",
		"<sup>",
		"\\'{",
		"\\begin{equation}",
		"\\footnote{{{a} ",
		"\\cite[",
		"\\href{a}{",
		"\\[",
		"\\item[",
	]) {
		toPlainText(mark.repeat(10_000));
	}
	expect(performance.now() - started).toBeLessThan(5_000);
});

test("what LaTeX has for formulas and references is the same out of BibTeX and JSON", () => {
	const text =
		"So\\footnote{See \\url{https://a.org/x_y}.} we~\\cite{x} solve\n\\begin{align}\n a &= b \\\\\\\\\n c &= d\n\\end{align}\nfor \\(x_1\\) and \\~{}5 owls.";
	const entryOf = (format: Format, source: string) => {
		const [paper] = format.parse(source, "a", {}).papers;
		if (!paper) throw new Error("there is one paper");
		const entry = proposeEntry(paper, { listing: "a", listed: undefined }, () => []);
		const { issues } = readEntry(`papers/${entry.id}.mdx`, entry.text);
		expect(issues).toEqual([]);
		return entry.fields.get("abstract");
	};
	const json = entryOf(
		cslJson,
		JSON.stringify([{ id: "a", type: "book", title: "T", abstract: text }]),
	);
	expect(json).toMatchInlineSnapshot(`
		"So (See https\\://a.org/x_y) we solve

		$$
		\\begin{aligned}a &= b \\\\\\\\ c &= d\\end{aligned}
		$$

		for $x_1$ and \\~5 owls."
	`);
	expect(entryOf(bibtex, `@misc{a,\n title = {T},\n abstract = {${text}}\n}\n`)).toBe(json);
});

test("a formula that is displayed stands in the line of a title", () => {
	const source = JSON.stringify([{ id: "a", type: "book", title: "On \\[ x_1 \\]" }]);
	const [paper] = cslJson.parse(source, "a", {}).papers;
	expect(
		paper && proposeEntry(paper, { listing: "a", listed: undefined }, () => []).text,
	).toContain("title: On $x_1$\n");
});
