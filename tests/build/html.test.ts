import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { validator } from "../html-rules.ts";
import { siteIn } from "../served.ts";
import { temporaryFolder } from "../site.ts";

const { folder, remove } = temporaryFolder();
const collections = { birds: "tests/fixtures/birds", first: "content" } as const;
const dist = (name: string) => path.join(folder, name);

beforeAll(async () => {
	for (const [name, content] of Object.entries(collections)) await siteIn(content, dist(name));
});
afterAll(remove);

const htmlFiles = (name: string) =>
	readdirSync(dist(name), { recursive: true, encoding: "utf8" }).filter(
		(file) => file.endsWith(".html") && statSync(path.join(dist(name), file)).isFile(),
	);

test.each(Object.keys(collections))("every page of %s is valid HTML", async (name) => {
	const problems: string[] = [];
	for (const file of htmlFiles(name)) {
		const { results } = await validator.validateFile(path.join(dist(name), file));
		for (const { messages } of results) {
			for (const { line, column, message, ruleId } of messages) {
				problems.push(`${file}:${line}:${column} ${message} (${ruleId})`);
			}
		}
	}
	expect(problems).toEqual([]);
});

test.each(Object.keys(collections))(
	"every page of %s has one h1, landmarks, language, canonical and description",
	(name) => {
		const problems: string[] = [];
		for (const file of htmlFiles(name)) {
			const html = readFileSync(path.join(dist(name), file), "utf8");
			if (html.includes('http-equiv="refresh"')) continue;
			for (const [what, pattern] of Object.entries({
				h1: /<h1[\s>]/g,
				main: /<main[\s>]/g,
				header: /<header[\s>]/g,
				footer: /<footer[\s>]/g,
				canonical: /<link rel="canonical" href="https:/g,
				language: /<html lang="[a-z]/g,
				title: /<title>[^<]+<\/title>(?=.*<body>)/gs,
				description: /<meta name="description" content="[^"]{10,}"/g,
			})) {
				const count = html.match(pattern)?.length ?? 0;
				if (count !== 1) problems.push(`${file}: ${count} × ${what}`);
			}
		}
		expect(problems).toEqual([]);
	},
);
