import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from "feedsmith";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { HARD } from "../hard-texts.ts";
import { siteIn } from "../served.ts";
import { temporaryFolder } from "../site.ts";

const { folder, remove } = temporaryFolder();
const sites = ["first", "birds", "hard"] as const;

beforeAll(async () => {
	await siteIn("content", path.join(folder, "first"));
	await siteIn("tests/fixtures/birds", path.join(folder, "birds"));
	await siteIn(HARD, path.join(folder, "hard"));
});
afterAll(remove);

const grammar = readFileSync("tests/atom.rng", "utf8");
const read = (site: string, file: string) => readFileSync(path.join(folder, site, file), "utf8");
const files = (site: string, pattern: RegExp) =>
	readdirSync(path.join(folder, site), { recursive: true, encoding: "utf8" })
		.filter((file) => pattern.test(file))
		.sort();

/** What libxml2 has against feeds, by the grammar of RFC 4287. */
async function problemsIn(feeds: { fileName: string; contents: string }[]): Promise<string[]> {
	const { errors } = await validateXML({ xml: feeds, schema: grammar, extension: "relaxng" });
	return errors.map(({ message, loc }) => `${loc?.fileName}:${loc?.lineNumber} ${message}`);
}

describe.each(sites)("programs that others wrote read the feeds of %s", (site) => {
	test("Atom is valid by the grammar of its RFC", async () => {
		const feeds = files(site, /atom\.xml$|\/atom\/\d+\.xml$/).map((file) => ({
			fileName: file.replaceAll("/", "-"),
			contents: read(site, file),
		}));
		expect(feeds.length).toBeGreaterThan(5);
		expect(await problemsIn(feeds)).toEqual([]);
	});

	test("the same papers in RSS, Atom and JSON Feed, word for word", () => {
		const folders = files(site, /feed\.json$/).map((file) => path.dirname(file));
		expect(folders.length).toBeGreaterThan(1);
		for (const at of folders) {
			const rss = parseRssFeed(read(site, path.join(at, "feed.xml"))).items ?? [];
			const atom = parseAtomFeed(read(site, path.join(at, "atom.xml"))).entries ?? [];
			const json = parseJsonFeed(read(site, path.join(at, "feed.json"))).items ?? [];
			const papers = json.map(({ id, url, title }) => ({ id, url, title }));
			expect(rss.map(({ guid, link, title }) => ({ id: guid?.value, url: link, title }))).toEqual(
				papers,
			);
			expect(
				atom.map(({ id, links, title }) => ({
					id,
					url: links?.find(({ rel }) => rel === "alternate")?.href,
					title: title?.value,
				})),
			).toEqual(papers);
			const texts = json.map(({ content_html }) => content_html);
			expect(rss.map(({ description }) => description)).toEqual(texts);
			expect(atom.map(({ content }) => content?.value)).toEqual(texts);
		}
	});

	test("the list of feeds is OPML", () => {
		const { body } = parseOpml(read(site, "feeds.opml"));
		expect(JSON.stringify(body).match(/"xmlUrl"/g)).toHaveLength(files(site, /atom\.xml$/).length);
	});
});

test("a feed that breaks a rule is found out", async () => {
	const broken = read("birds", "atom.xml").replace("T00:00:00Z</updated>", "</updated>");
	expect(await problemsIn([{ fileName: "atom.xml", contents: broken }])).not.toEqual([]);
});
