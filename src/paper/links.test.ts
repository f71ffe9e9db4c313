import { expect, test } from "vitest";
import { findLinks, isSafeAddress } from "./links.ts";

test.each([
	["https://example.org/"],
	["http://example.org/a?b=c&d=e#f"],
	["HTTPS://EXAMPLE.ORG/"],
	["https://example.org:8080/a:b"],
	["https://user@example.org/"],
	["https://example.org/~user/a--b_(c)"],
	["https://example.org/?q=javascript:alert(1)"],
	["https://例え.jp/パス"],
	["https://[::1]/"],
	["mailto:ada@example.org"],
	["MAILTO:ada@example.org"],
	["/papers/"],
	["/papers/a:b"],
	["papers/2401.01234"],
	["../topics/"],
	["./a:b"],
	["#notes"],
	["#javascript:alert(1)"],
	["?q=a:b"],
	[""],
])("%j may be linked", (address) => {
	expect(isSafeAddress(address)).toBe(true);
});

test.each([
	["javascript:alert(1)"],
	["JavaScript:alert(1)"],
	["javascript://example.org/%0aalert(1)"],
	["java\nscript:alert(1)"],
	["java\tscript:alert(1)"],
	["java\rscript:alert(1)"],
	["java\0script:alert(1)"],
	[" javascript:alert(1)"],
	["\u0001javascript:alert(1)"],
	["\u001fjavascript:alert(1)"],
	["javascript :alert(1)"],
	["javascript\t:alert(1)"],
	["java\u00adscript:alert(1)"],
	["java&Tab;script:alert(1)"],
	["\u00a0javascript:alert(1)"],
	["\ufeffjavascript:alert(1)"],
	["javascript%3A:alert(1)"],
	["data:text/html,<script>alert(1)</script>"],
	["data:text/html;base64,PHNjcmlwdD4="],
	["DATA:image/svg+xml,<svg/>"],
	["vbscript:msgbox(1)"],
	["file:///etc/passwd"],
	["ftp://example.org/"],
	["blob:https://example.org/1"],
	["view-source:https://example.org/"],
	["about:blank"],
	["ws://example.org/"],
	["tel:+491234"],
	["chrome://settings"],
	["x-custom+scheme.1:go"],
	["1javascript:alert(1)"],
	["://example.org"],
	[":alert(1)"],
	["//example.org/"],
	["///example.org/"],
	["/\\example.org/"],
	["\\\\example.org\\share"],
	["\\/example.org/"],
	["\\example"],
	["https://example.org/a b"],
	["/a b"],
	["https://example.org/\n"],
])("%j may not", (address) => {
	expect(isSafeAddress(address)).toBe(false);
});

test("an address that is not refused stays on http, https or mail, as browsers read it", () => {
	const hostile = ["/\t/evil.example", "/\\evil.example", "//evil.example", "\\\\evil.example"];
	for (const address of hostile) {
		expect(new URL(address, "https://site.example/").host).toBe("evil.example");
		expect(isSafeAddress(address)).toBe(false);
	}
});

test.each([
	["Code is available at https://github.com/a/b.", { code: "https://github.com/a/b" }],
	[
		"Code: https://www.github.com/a/b/tree/main/c",
		{ code: "https://www.github.com/a/b/tree/main/c" },
	],
	["(see https://gitlab.com/a/b)", { code: "https://gitlab.com/a/b" }],
	["at “https://codeberg.org/a/b”, and", { code: "https://codeberg.org/a/b" }],
	["our page https://a.github.io/b/.", { project: "https://a.github.io/b/" }],
	["\\url{https://github.com/a/b}", { code: "https://github.com/a/b" }],
	["\\href{https://github.com/a/b}{here}", { code: "https://github.com/a/b" }],
	["[https://github.com/a/b](https://github.com/a/b)", { code: "https://github.com/a/b" }],
	[
		"https://github.com/a/b and https://github.com/c/d, https://e.github.io and https://f.gitlab.io",
		{ code: "https://github.com/a/b", project: "https://e.github.io" },
	],
])("%j names %j", (text, links) => {
	expect(findLinks(text)).toEqual(links);
});

test.each([
	["Our code will be released on GitHub."],
	["github.com/a/b"],
	["https://github.com/a"],
	["https://github.com/"],
	["https://example.org/github.com/a/b"],
	["https://github.com.example.org/a/b"],
	["https://notgithub.io/a"],
	["http://"],
	["https://["],
])("%j names nothing", (text) => {
	expect(findLinks(text)).toEqual({});
});

test("data sets are found where the abstract names them", () => {
	expect(
		findLinks("Data: https://huggingface.co/datasets/a/b, models: https://huggingface.co/a/b."),
	).toEqual({
		data: "https://huggingface.co/datasets/a/b",
	});
	expect(findLinks("See https://zenodo.org/records/123.")).toEqual({
		data: "https://zenodo.org/records/123",
	});
});
