import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { AstroIntegration } from "astro";
import { afterAll, expect, test } from "vitest";
import { temporaryFolder } from "../../tests/site.ts";
import { wholeOutput } from "./whole-output.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);

type Setup = NonNullable<AstroIntegration["hooks"]["astro:config:setup"]>;

/** Begins a build of `name`, and leaves it there. */
function begin(name: string): void {
	const url = (at: string) => pathToFileURL(`${path.join(folder, at)}/`);
	const config = { outDir: url(name), root: url("project") };
	const options = { command: "build", config, updateConfig: () => config };
	wholeOutput({ cacheDir: path.join(folder, "cache") }).hooks["astro:config:setup"]?.(
		options as unknown as Parameters<Setup>[0],
	);
}

const put = (name: string, text: string) => {
	mkdirSync(path.join(folder, name), { recursive: true });
	writeFileSync(path.join(folder, name, "index.html"), text);
};

test("a site that a build had moved away when it was killed is put back, and what else it left goes", () => {
	mkdirSync(path.join(folder, "project"));
	put(".dist-99999999", "half of the next");
	put(".dist-99999999-search", "half of the next");
	put(".dist-99999999-previous-dist", "the last");
	put("other", "the last");
	put(".dist-99999998-previous-other", "the one before");
	put(`.dist-${process.ppid}`, "of another build");
	begin("dist");
	expect(readdirSync(folder).sort()).toEqual(
		[`.dist-${process.ppid}`, "dist", "other", "project"].sort(),
	);
	expect(readFileSync(path.join(folder, "dist/index.html"), "utf8")).toBe("the last");
	expect(readFileSync(path.join(folder, "other/index.html"), "utf8")).toBe("the last");
});
