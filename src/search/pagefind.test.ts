import { expect, onTestFinished, test } from "vitest";
import { differentWords, lostPhrases, pagefindOf } from "../../tests/pagefind.ts";
import { type Built, built, paper } from "../../tests/search-index.ts";

// The bundle is Pagefind's own as well, cut otherwise: its engine and ours have to find the same in it.

const birds = [
	paper({
		title: "Vögel über Straßen",
		abstract: "Die Größe der naiven Vögel – ein “Vogel-Nest” — und naïve Häuser.",
		authors: ["Émile Rossignol", "Łukasz Kaiser"],
		date: "2026-01-01",
	}),
	paper({
		title: "Птицы и their nests",
		abstract:
			"Птица поёт. The birds’ state-of-the-art nest—a house of 10,000 straws, 2.5× heavier.",
		authors: ["Nguyễn Văn An"],
		organization: { handle: "soc", name: "Society for Birds_and_Nests" },
	}),
	paper({ title: "هجرة الطيور", abstract: "الطيور تهاجر في الخريف. D³S and 𝑥 of cl100k_base." }),
	paper({ title: "SwiftNet", abstract: "SwiftNet-1K, the ImageNet of swifts; see SwiftNet." }),
];

async function engineOf(index: Built) {
	const { find, remove } = await pagefindOf(index);
	onTestFinished(remove);
	return find;
}

test.each([["en"], ["de"], ["ru"], ["ar"]])(
	"Pagefind's own engine finds the same as we do, in the language %s",
	async (language) => {
		const index = await built(birds, language);
		const pagefind = await engineOf(index);
		expect(await differentWords(index, pagefind)).toEqual([]);
		expect(await lostPhrases(index, pagefind)).toEqual([]);
	},
);

test("what we find besides is two words within one of many parts", async () => {
	const index = await built([
		paper({ title: "Apart", abstract: "the art of the state" }),
		paper({ title: "Beside", abstract: "the state of the nation" }),
		paper({ title: "In one", abstract: "a state-of-the-art nest" }),
	]);
	const pagefind = await engineOf(index);
	expect(await pagefind('"state of"')).toEqual([1]);
	expect((await index.outcome('"state of"')).matching).toEqual([1, 2]);
});
