import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cardCache } from "./cached.ts";
import type { CardText } from "./text.ts";

let folder: string;
let drawn: string[];
const draw = async ({ title }: CardText) => {
	drawn.push(title);
	return Buffer.from(`picture of ${title}`);
};
const open = () => cardCache(path.join(folder, "cards"), draw);
const files = () => readdirSync(path.join(folder, "cards")).sort();

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), "offprint-"));
	drawn = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a card is drawn once, whoever asks for it later", async () => {
	const first = await open().png({ title: "Wrens" });
	const before = statSync(path.join(folder, "cards", files()[0] ?? "")).mtimeMs;
	const second = await open().png({ title: "Wrens", byline: undefined });
	expect(second.toString()).toBe("picture of Wrens");
	expect(second).toEqual(first);
	expect(drawn).toEqual(["Wrens"]);
	expect(statSync(path.join(folder, "cards", files()[0] ?? "")).mtimeMs).toBe(before);
});

test("every part of the text counts, and none is taken for another", async () => {
	const cards = open();
	await cards.png({ title: "Wrens" });
	await cards.png({ title: "Wrens", kicker: "Birds" });
	await cards.png({ title: "Wrens", byline: "Birds" });
	await cards.png({ title: "Wrens", footer: "Birds" });
	expect(drawn).toHaveLength(4);
	expect(files()).toHaveLength(4);
});

test("cards asked for at one time are all there afterwards, and nothing else", async () => {
	const cards = open();
	await Promise.all([..."abcabcabc"].map((title) => cards.png({ title })));
	expect(files()).toHaveLength(3);
	expect(files().every((name) => /^[0-9a-f]{32}\.card$/.test(name))).toBe(true);
});

test("cards of texts that are no more are removed", async () => {
	const cards = open();
	await cards.keepOnly([]);
	for (const title of ["Wrens", "Swifts", "Owls"]) await cards.png({ title });
	await cards.keepOnly([{ title: "Swifts" }]);
	expect(files()).toHaveLength(1);
	await cards.png({ title: "Swifts" });
	expect(drawn).toEqual(["Wrens", "Swifts", "Owls"]);
});

test("what another build is writing stays; what one left an hour ago goes", async () => {
	await open().png({ title: "Wrens" });
	const file = (name: string) => path.join(folder, "cards", name);
	writeFileSync(file("now.tmp"), "");
	writeFileSync(file("then.tmp"), "");
	utimesSync(file("then.tmp"), 0, 0);
	await open().keepOnly([]);
	expect(files()).toEqual(["now.tmp"]);
});
