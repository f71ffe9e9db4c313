import { expect, test } from "vitest";
import type { Published } from "./address.ts";
import { archivePage } from "./page.ts";

const published: Published = {
	site: "https://example.org/a/b/",
	files: new Set(["index.html", "papers/index.html", "papers/wren/index.html", "a.css", "b.png"]),
	instead: new Map(),
	spare: new Set(["cards/home.png"]),
};
const rewritten = (html: string) => archivePage(html, "papers/wren/index.html", published);

test("a page is rewritten for a folder, and the rest of it stays to the letter", async () => {
	const { html, unknownScripts, uses } =
		await rewritten(`<!doctype html><html lang=en><head><meta charset="utf-8">
<link rel="canonical" href="https://example.org/a/b/papers/wren/"><link rel="manifest" href="/a/b/manifest.webmanifest">
<link rel=stylesheet href=/a/b/a.css><meta property="og:image" content="/a/b/cards/home.png">
<script>const a = "<a href='/a/b/'>";</script><script type="speculationrules">{"prefetch":["/a/b/"]}</script></head>
<body><p title='1 &lt; 2' class=x>A &amp; <a href="/a/b/papers/?a=1&amp;b=2">B</a></p><pre>
 kept</pre><svg><a href="/a/b/"><path d="M0 0"/></a></svg><img src="/a/b/cards/home.png" srcset="/a/b/b.png 2x" alt="">
<noscript><a href="/a/b/papers/">all</a></noscript>
<script type="module" src="/a/b/_astro/search.astro_x.js"></script><script type="module" src="/a/b/_astro/Page.astro_x.js"></script></body></html>`);
	expect(html).toMatchInlineSnapshot(`
		"<!doctype html><html lang=en><head><script src="../../scripts/store.js"></script><meta charset="utf-8">
		<link rel="canonical" href="https://example.org/a/b/papers/wren/">
		<link rel="stylesheet" href="../../a.css"><meta property="og:image" content="/a/b/cards/home.png">
		<script>const a = "<a href='/a/b/'>";</script></head>
		<body><p title='1 &lt; 2' class=x>A &amp; <a href="../../papers/index.html?a=1&amp;b=2">B</a></p><pre>
		 kept</pre><svg><a href="../../index.html"><path d="M0 0"/></a></svg><img src="../../cards/home.png" srcset="../../b.png 2x" alt="">
		<noscript><a href="../../papers/index.html">all</a></noscript>
		<script defer src="../../scripts/offprint.js" data-site="https://example.org/a/b/" onerror="document.body.prepend('This page was opened by itself. Unpack the whole zip file first, then open index.html in the folder that comes out.')"></script></body></html>"
	`);
	expect(unknownScripts).toEqual([]);
	expect(uses).toEqual(["cards/home.png"]);
});

test("a former address leads on", async () => {
	const { html } = await rewritten('<meta http-equiv="refresh" content="0;url=/a/b/papers/">');
	expect(html).toBe('<meta http-equiv="refresh" content="0;url=../../papers/index.html">');
});

test("a script that the archive does not have is named", async () => {
	const { unknownScripts } = await rewritten(
		'<script type="module" src="/a/b/_astro/other.astro_x.js"></script><script type="module">1</script>',
	);
	expect(unknownScripts).toEqual(["/a/b/_astro/other.astro_x.js", "a script within the page"]);
});

test("links stay whole in pages of any length", async () => {
	const item = '<p>text <a href="/a/b/papers/">all papers</a></p>\n';
	const noscript = `<noscript>${item.repeat(3000)}</noscript>`;
	const { html } = await rewritten(item.repeat(5000) + noscript);
	expect(html).toBe(
		(item.repeat(5000) + noscript).replaceAll("/a/b/papers/", "../../papers/index.html"),
	);
});
