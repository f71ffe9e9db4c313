import type { Link, RootContent, Text } from "mdast";
import { expect, test } from "vitest";
import { parseMarkup } from "./markup.ts";
import { renderHtml, renderText } from "./render.ts";

function nodes(text: string): RootContent[] {
	const parsed = parseMarkup(text);
	if ("error" in parsed) throw new Error(parsed.error.reason);
	return parsed.tree.children;
}
const html = (text: string, base?: string) => renderHtml(nodes(text), base);
const plain = (text: string) => renderText(nodes(text));

test("a formula becomes MathML, in its line or on its own", () => {
	expect(html("So $a_{i}$.")).toMatchInlineSnapshot(
		`"<p>So <math><msub><mi>a</mi><mi>i</mi></msub></math>.</p>"`,
	);
	expect(html("$$\na\n$$")).toContain('display="block"');
});

test("the text of a formula cannot become markup", () => {
	const drawn = html("$\\text{<b>x</b> \\& y}$");
	expect(drawn).toContain("&lt;b&gt;");
	expect(drawn).not.toContain("<b>");
});

test("addresses of the site get its base path, others stay", () => {
	const text = "[a](/papers/) [b](https://a.b/c) [c](#d) [e](f) [g][h]";
	const links = (base: string) => html(`${text}\n\n[h]: /topics/`, base).match(/href="[^"]*"/g);
	expect(links("/")).toEqual([
		'href="/papers/"',
		'href="https://a.b/c"',
		'href="#d"',
		'href="f"',
		'href="/topics/"',
	]);
	expect(links("/a/b/")?.[0]).toBe('href="/a/b/papers/"');
	expect(links("/a/b/")?.[4]).toBe('href="/a/b/topics/"');
	expect(links("/$$/")?.[0]).toBe('href="/$$/papers/"');
});

test("an address in running text is a link, and stays text where it is not safe", () => {
	expect(html("www.a.org, a@b.org, javascript:alert(1)")).toBe(
		'<p><a href="http://www.a.org">www.a.org</a>, <a href="mailto:a@b.org">a@b.org</a>, javascript:alert(1)</p>',
	);
	const words: Text = { type: "text", value: "words" };
	const unsafe: Link = { type: "link", url: "javascript:alert(1)", children: [words] };
	expect(renderHtml([{ type: "paragraph", children: [unsafe] }])).toBe("<p>words</p>");
});

test("headings begin below the title of the page", () => {
	expect(html("# One\n\n## Two\n\n### Three\n\n###### Six")).toBe(
		"<h2>One</h2>\n<h2>Two</h2>\n<h3>Three</h3>\n<h6>Six</h6>",
	);
});

test("text is escaped, in words, code and addresses", () => {
	expect(html('a \\< b & \\{c} `<i>`\n\n```\n</pre><script>\n```\n\n[q](https://a.b/"x")')).toBe(
		'<p>a &#x3C; b &#x26; {c} <code>&#x3C;i></code></p>\n<pre><code>&#x3C;/pre>&#x3C;script>\n</code></pre>\n<p><a href="https://a.b/&#x22;x&#x22;">q</a></p>',
	);
});

test("quotation marks are those of print", () => {
	expect(html('The "model\'s" own `"code"`')).toBe('<p>The “model’s” own <code>"code"</code></p>');
});

test("lists, tables, quotations and the rest are HTML", () => {
	expect(
		html("- a\n- b\n\n> c\n\n| d |\n| - |\n| e |\n\n*f* **g** ~~h~~  \ni\n\n---"),
	).toMatchInlineSnapshot(`
		"<ul>
		<li>a</li>
		<li>b</li>
		</ul>
		<blockquote>
		<p>c</p>
		</blockquote>
		<table>
		<thead>
		<tr>
		<th>d</th>
		</tr>
		</thead>
		<tbody>
		<tr>
		<td>e</td>
		</tr>
		</tbody>
		</table>
		<p><em>f</em> <strong>g</strong> <del>h</del><br>
		i</p>
		<hr>"
	`);
});

test("plain text keeps words, lines and cells, and leaves the marks out", () => {
	expect(
		plain(
			"*a* **b** `c` [d](https://e.f) $x \\times y$  \ng\n\n- h\n- i\n  1. j\n\n> k\n\n| l | m |\n| - | - |\n| n |  |",
		),
	).toBe("a b c d x × y\ng\n\nh\ni\nj\n\nk\n\nl\tm\nn\t");
});

test("what shows no text leaves no gap in plain text", () => {
	expect(plain("a [b]\n\n[b]: https://c.d\n\n---\n\ne")).toBe("a b\n\ne");
	expect(plain("> a\n>\n> [b]: https://c.d")).toBe("a");
	expect(plain("")).toBe("");
});
