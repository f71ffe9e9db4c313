import type { APIRoute, GetStaticPaths } from "astro";
import type { CardText } from "../../../cards/text.ts";
import { topicCard } from "../../../collection/cards.ts";
import { getModel } from "../../../collection/content.ts";
import { keyed } from "../../_key.ts";
import { answerWith } from "../_answer.ts";

export const getStaticPaths = (async () => {
	const model = await getModel();
	return model.topics
		.map((topic) => ({ id: topic.id, card: topicCard(topic, model) }))
		.map(({ id, card }) => ({ params: { id }, props: { card }, ...keyed(model, () => card) }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ card: CardText }> = ({ props }) => answerWith(props.card);
