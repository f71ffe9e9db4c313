import type { APIRoute, GetStaticPaths } from "astro";
import type { CardText } from "../../../cards/text.ts";
import { paperCard, papersWithCard } from "../../../collection/cards.ts";
import { getModel } from "../../../collection/content.ts";
import { answerWith } from "../_answer.ts";

export const getStaticPaths = (async () => {
	const model = await getModel();
	return papersWithCard(model).map((entry) => ({
		params: { id: entry.paper.id },
		props: { card: paperCard(entry, model) },
	}));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ card: CardText }> = ({ props }) => answerWith(props.card);
