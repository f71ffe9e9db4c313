import { expect, test } from "vitest";
import { optionsOf } from "./options.ts";

test("the benchmark is of 10,000 papers and all peers, five times, unless it is asked for less or more", () => {
	expect(optionsOf([])).toEqual({
		papers: 10_000,
		runs: 5,
		ours: true,
		peers: ["hugo", "eleventy", "astro"],
		rows: ["builds", "dev"],
		sizes: [1000, 10_000, 100_000],
		record: false,
	});
	expect(optionsOf(["--quick"])).toMatchObject({ papers: 1000, runs: 1 });
	expect(optionsOf(["--quick", "--papers", "300", "--runs", "2"])).toMatchObject({
		papers: 300,
		runs: 2,
	});
	expect(optionsOf(["--only", "hugo,ours"])).toMatchObject({ ours: true, peers: ["hugo"] });
	expect(optionsOf(["--rows", "dev", "--growth", "--grow-to", "10000"])).toMatchObject({
		rows: ["dev", "growth"],
		sizes: [1000, 10_000],
	});
});

test("a wrong option is refused with what was expected", () => {
	const messages = [
		...[
			["--only", "jekyll,ours"],
			["--rows", "build"],
			["--papers", "0"],
			["--runs", "many"],
		],
		["--quik"],
	].map((args) => {
		try {
			return optionsOf(args);
		} catch (cause) {
			return (cause as Error).message;
		}
	});
	expect(messages.join("\n")).toMatchInlineSnapshot(`
		"unexpected --only jekyll, expected some of ours,hugo,eleventy,astro
		unexpected --rows build, expected some of builds,dev,growth
		unexpected --papers 0, expected a whole number from 1
		unexpected --runs many, expected a whole number from 1
		Unknown option '--quik'"
	`);
});
