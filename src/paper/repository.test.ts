import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { fileAddress, suggestAddress } from "./repository.ts";

test("“Improve it” leads to the file, whatever its name and the form of the repository's address", () => {
	const file = "content/papers/a-100%-論文.mdx";
	for (const repository of [
		"https://github.com/a/b",
		"https://github.com/a/b/",
		"https://github.com/a/b.git",
	]) {
		expect(fileAddress(repository, file)).toBe(
			"https://github.com/a/b/blob/HEAD/content/papers/a-100%25-%E8%AB%96%E6%96%87.mdx",
		);
	}
});

test.each(["/srv/content/papers/a.mdx", "../content/papers/a.mdx", "C:/content/papers/a.mdx"])(
	"a file outside of the repository has no address there: %s",
	(file) => {
		expect(fileAddress("https://github.com/a/b", file)).toBeUndefined();
	},
);

test("“Suggest a paper” leads to the form, which is there", () => {
	const address = suggestAddress("https://github.com/a/b.git") ?? "";
	expect(address).toBe("https://github.com/a/b/issues/new?template=suggest-a-paper.yml");
	const template = new URL(address).searchParams.get("template");
	expect(existsSync(`.github/ISSUE_TEMPLATE/${template}`)).toBe(true);
});

test("a host that has no forms has no link to one", () => {
	expect(suggestAddress("https://codeberg.org/a/b")).toBeUndefined();
	expect(suggestAddress("https://github.com.example.org/a/b")).toBeUndefined();
});
