import { titleParts, typographic } from "../paper/typography.ts";
import { mathError, mathToText, renderMath } from "./math.ts";

/** HTML of a title: math as MathML where it can be drawn, and everything else as text. */
export function titleHtml(title: string): string {
	return titleParts(title)
		.map(({ math, value }) => {
			if (math && !mathError(value)) return renderMath(value, false);
			return escapeHtml(typographic(math ? `$${value}$` : value.replaceAll("\\$", "$")));
		})
		.join("");
}

/** A title in plain text, for window titles and descriptions: math as one line of text. */
export function plainTitle(title: string): string {
	return titleParts(title)
		.map(({ math, value }) => (math ? mathToText(value) : value.replaceAll("\\$", "$")))
		.join("");
}

function escapeHtml(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
