import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { temporaryFolder } from "../../tests/site.ts";
import { beginOutput } from "./whole-output.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);

const put = (name: string, text: string) => {
	mkdirSync(path.join(folder, name), { recursive: true });
	writeFileSync(path.join(folder, name, "index.html"), text);
};

test("a site that a build had moved away when it was killed is put back, and what else it left goes", () => {
	put(".dist-99999999", "half of the next");
	put(".dist-99999999-previous-dist", "the last");
	put("other", "the last");
	put(".dist-99999998-previous-other", "the one before");
	put(`.dist-${process.ppid}`, "of another build");
	const { now } = beginOutput(path.join(folder, "dist"), path.join(folder, "cache"));
	expect(readdirSync(folder).sort()).toEqual(
		[path.basename(now), `.dist-${process.ppid}`, "dist", "other"].sort(),
	);
	expect(readFileSync(path.join(folder, "dist/index.html"), "utf8")).toBe("the last");
	expect(readFileSync(path.join(folder, "other/index.html"), "utf8")).toBe("the last");
});
