import { describe, expect, test } from "vitest";
import { archiveAddress, type Published } from "./address.ts";

const published = (site: string): Published => ({
	site,
	files: new Set([
		"README.txt",
		"index.html",
		"favicon.svg",
		"feed.xml",
		"papers/index.html",
		"papers/wren/index.html",
		"papers/a%b#c?d/index.html",
		"search/index.html",
		"titles/ه/index.html",
	]),
	instead: new Map([["offline/index.html", "README.txt"]]),
	spare: new Set(["cards/home.png"]),
});

describe.each([
	["/", "https://example.org/"],
	["/a/b/", "https://example.org/a/b/"],
])("of a site at %s", (base, site) => {
	const rewritten = (address: string, page: string) =>
		archiveAddress(address.replace(/^~/, base), page, published(site)).address;

	test.each([
		// A page, from the page.
		["~", "index.html", "./index.html"],
		["~", "papers/wren/index.html", "../../index.html"],
		["~papers/wren/", "index.html", "./papers/wren/index.html"],
		["~papers/wren/", "papers/index.html", "../papers/wren/index.html"],
		["~papers/wren", "papers/index.html", "../papers/wren/index.html"],
		["~feed.xml", "papers/index.html", "../feed.xml"],
		// Query and hash.
		[
			"~search/?q=a%20b&sort=newest#results",
			"index.html",
			"./search/index.html?q=a%20b&sort=newest#results",
		],
		["~papers/#p1", "papers/wren/index.html", "../../papers/index.html#p1"],
		["?q=a", "search/index.html", "../search/index.html?q=a"],
		["#main", "papers/wren/index.html", "#main"],
		["", "papers/wren/index.html", ""],
		// Signs that addresses cannot hold as they are.
		["~titles/%D9%87/", "index.html", "./titles/%D9%87/index.html"],
		["~titles/ه/", "index.html", "./titles/%D9%87/index.html"],
		["~papers/a%25b%23c%3Fd/", "index.html", "./papers/a%25b%23c%3Fd/index.html"],
		// Relative already.
		["../wren/", "papers/other/index.html", "../../papers/wren/index.html"],
		["wren/?x", "papers/index.html", "../papers/wren/index.html?x"],
		// Something stands in its place.
		["~offline/#as-file", "papers/index.html", "../README.txt#as-file"],
		// Other places.
		["https://example.org/birds.git", "index.html", "https://example.org/birds.git"],
		["//cdn.example.org/x", "index.html", "//cdn.example.org/x"],
		["mailto:a@example.org", "index.html", "mailto:a@example.org"],
		["data:image/svg+xml,<svg/>", "index.html", "data:image/svg+xml,<svg/>"],
		// What the archive has not is still on the site.
		["~nothing/?x#y", "papers/index.html", `${site}nothing/?x#y`],
		["~%E0%A4%A/", "index.html", `${site}%E0%A4%A/`],
	])("%s on %s is %s", (address, page, expected) => {
		expect(rewritten(address, page)).toBe(expected);
	});
});

test("an address beside the base path is of the site’s host", () => {
	const { address } = archiveAddress(
		"/other/",
		"index.html",
		published("https://example.org/a/b/"),
	);
	expect(address).toBe("https://example.org/other/");
});

test("a picture that a page shows is taken along", () => {
	const at = archiveAddress(
		"/cards/home.png",
		"papers/index.html",
		published("https://example.org/"),
	);
	expect(at).toEqual({ address: "../cards/home.png", uses: "cards/home.png" });
});
