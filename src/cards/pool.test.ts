import { expect, test } from "vitest";
import { drawCard } from "./card.ts";
import { cardPool } from "./pool.ts";

test("cards drawn at one time are the same as cards drawn one by one", async () => {
	const draw = cardPool();
	const texts = [..."ABCDEFGH"].map((title) => ({ kicker: "Birds", title }));
	const together = await Promise.all(texts.map(draw));
	for (const [index, text] of texts.entries()) {
		expect(together[index]?.equals(drawCard(text)), text.title).toBe(true);
	}
});

test("a card that cannot be drawn says why, and the next one is drawn", async () => {
	const draw = cardPool(1);
	const wrong = draw({ title: 5 as unknown as string });
	const right = draw({ title: "Wrens" });
	await expect(wrong).rejects.toThrow("normalize is not a function");
	expect((await right).readUInt32BE(16)).toBe(1200);
});
