import type { APIRoute, GetStaticPaths } from "astro";
import type { CardText } from "../../../cards/text.ts";
import { paperCard, papersWithCard } from "../../../collection/cards.ts";
import { getModel } from "../../../collection/content.ts";
import { keyed } from "../../_key.ts";
import { answerWith } from "../_answer.ts";

export const getStaticPaths = (async () => {
	const model = await getModel();
	return papersWithCard(model)
		.map((entry) => ({ id: entry.paper.id, card: paperCard(entry, model) }))
		.map(({ id, card }) => ({ params: { id }, props: { card }, ...keyed(model, () => card) }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ card: CardText }> = ({ props }) => answerWith(props.card);
