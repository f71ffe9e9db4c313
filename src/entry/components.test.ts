import { expect, test } from "vitest";
import { IssuesError } from "../paper/issues.ts";
import { readEntry } from "./read.ts";

const pictures = (src: string) =>
	src === "swift/wing.png" ? { width: 640, height: 480 } : "there is no such picture";
const read = (body: string) =>
	readEntry("papers/a.mdx", `---\ntitle: T\n---\n${body}\n`, { base: "/site/", pictures });
const html = (body: string) => read(body).entry?.abstractHtml;
const refusal = (body: string) => new IssuesError(read(body).issues).message;

test("a figure has its size, its description, and a caption in either way", () => {
	const figure = '<Figure src="swift/wing.png" alt="A wing" caption="The *wing*"/>';
	expect(html(figure)).toMatchInlineSnapshot(
		`"<figure><img src="/site/images/swift/wing.png" alt="A wing" width="640" height="480" loading="lazy"><figcaption>The *wing*</figcaption></figure>"`,
	);
	expect(html('<Figure src="swift/wing.png" alt="A wing">The *wing*</Figure>')).toContain(
		"<figcaption>",
	);
	expect(read(figure).entry?.pictures).toEqual(["swift/wing.png"]);
	expect(read(`Text.\n\n${figure}`).entry?.paper.abstract).toBe("Text.\n\nThe *wing*");
});

test("a callout, on one line or with blocks in it", () => {
	expect(html('<Callout type="note">One *word*.</Callout>')).toMatchInlineSnapshot(
		`"<aside class="callout" role="note"><p><span class="label">Note</span></p><p>One <em>word</em>.</p></aside>"`,
	);
	expect(html('<Callout type="warning">\nOne.\n\n- two\n</Callout>')).toMatchInlineSnapshot(`
		"<aside class="callout warning" role="note"><p><span class="label">Warning</span></p><p>One.</p><ul>
		<li>two</li>
		</ul></aside>"
	`);
});

test("a video is a link", () => {
	expect(html('<Video href="https://a.b/c" title="The talk"/>')).toMatchInlineSnapshot(
		`"<p class="video"><span class="label">Video</span> <a href="https://a.b/c">The talk</a></p>"`,
	);
});

test("a side note stands in its line, or beside the text", () => {
	expect(html("Text <SideNote>and *more*</SideNote>.")).toMatchInlineSnapshot(
		`"<p>Text <small class="side-note">and <em>more</em></small>.</p>"`,
	);
	expect(html("<SideNote>More.</SideNote>")).toMatchInlineSnapshot(
		`"<aside class="side-note" role="note"><p>More.</p></aside>"`,
	);
	expect(read("Text <SideNote>and *more*</SideNote>.").entry?.paper.abstract).toBe(
		"Text (and more).",
	);
});

test("what is written otherwise is refused, and the nearest known is named", () => {
	expect(
		refusal(
			[
				'<Figur src="swift/wing.png" alt="x"/>',
				'<Figure source="swift/wing.png" alt="x"/>',
				'<Figure src="swift/wing.svg" alt=""/>',
				'<Figure src="Swift/wing.png" alt="x"/>',
				"<Callout type={1 + 1} {...x}>x</Callout>",
				'<Callout type="danger"/>',
				'Text <Callout type="note">x</Callout>',
				'<Video href="http://a.b" title="x">x</Video>',
				'<SideNote id="x">x</SideNote>',
				'<Figure src="swift/wing.png" alt="x" caption="x">\n- x\n</Figure>',
				'<Video href="https://a.b" href="https://c.d" title/>',
			].join("\n\n"),
		),
	).toMatchInlineSnapshot(`
		"papers/a.mdx:4:1 unexpected HTML or JSX element <Figur>, expected text, math, links, lists, tables, code or one of Figure, Callout, Video, SideNote
		    Did you mean <Figure>?
		papers/a.mdx:6:1 unexpected attribute "source" on <Figure>, expected one of src, alt, caption
		    Write it so: <Figure src="wing.png" alt="What it shows" caption="What it says"/>
		papers/a.mdx:6:1 unexpected end of <Figure>, expected the attribute src
		    Write it so: <Figure src="wing.png" alt="What it shows" caption="What it says"/>
		papers/a.mdx:8:1 unexpected "swift/wing.svg" as src of <Figure>, expected a picture in content/images/, such as swift/wing.png (png, jpeg, webp, avif or gif)
		    Write it so: <Figure src="wing.png" alt="What it shows" caption="What it says"/>
		papers/a.mdx:8:1 unexpected "" as alt of <Figure>, expected some text of at most 1,000 characters
		    Write it so: <Figure src="wing.png" alt="What it shows" caption="What it says"/>
		papers/a.mdx:10:1 unexpected "Swift/wing.png" as src of <Figure>: there is no such picture, expected a picture in content/images/
		    Put the picture there; its name stands as it is, in upper and lower case.
		papers/a.mdx:12:1 unexpected a value in braces as type of <Callout>, expected a text in quotes
		    Write it so: <Callout type="note">Text.</Callout>
		papers/a.mdx:12:1 unexpected attributes in braces on <Callout>, expected texts in quotes
		    Write it so: <Callout type="note">Text.</Callout>
		papers/a.mdx:14:1 unexpected "danger" as type of <Callout>, expected note or warning
		    Write it so: <Callout type="note">Text.</Callout>
		papers/a.mdx:14:1 unexpected end of <Callout>, expected text in it
		    Write it so: <Callout type="note">Text.</Callout>
		papers/a.mdx:16:6 unexpected <Callout> within a line, expected it on lines of its own
		    Put an empty line before and after it.
		papers/a.mdx:18:1 unexpected "http://a.b" as href of <Video>, expected a web address that begins with https://
		    Write it so: <Video href="https://example.org/talk" title="The talk"/>
		papers/a.mdx:18:1 unexpected text in <Video>, expected none
		    Write it so: <Video href="https://example.org/talk" title="The talk"/>
		papers/a.mdx:20:1 unexpected attribute "id" on <SideNote>, expected none
		    Write it so: <SideNote>Text.</SideNote>
		papers/a.mdx:22:1 unexpected blocks in <Figure>, expected words
		    Write it so: <Figure src="wing.png" alt="What it shows" caption="What it says"/>
		papers/a.mdx:22:1 unexpected second caption of <Figure>, expected one
		    Write it so: <Figure src="wing.png" alt="What it shows" caption="What it says"/>
		papers/a.mdx:26:1 unexpected second href on <Video>, expected one
		    Write it so: <Video href="https://example.org/talk" title="The talk"/>
		papers/a.mdx:26:1 unexpected no value as title of <Video>, expected a text in quotes
		    Write it so: <Video href="https://example.org/talk" title="The talk"/>
		18 problems"
	`);
});
