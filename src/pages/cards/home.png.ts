import type { APIRoute } from "astro";
import { allCards, homeCard } from "../../collection/cards.ts";
import { getModel } from "../../collection/content.ts";
import { keyWithoutAbstracts } from "../_key.ts";
import { answerWith, cards } from "./_answer.ts";

export const cacheKey = keyWithoutAbstracts;

export const GET: APIRoute = async () => {
	const model = await getModel();
	// Once for each build: cards of what the collection no longer holds go.
	await cards.keepOnly(allCards(model));
	return answerWith(homeCard(model));
};
