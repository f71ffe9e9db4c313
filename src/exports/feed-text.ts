import type { CalendarDate } from "../paper/dates.ts";
import type { FeedEntry } from "../paper/feed.ts";

/** A day as RFC 3339 writes an instant: its beginning, in UTC. */
export function instant(date: CalendarDate): string {
	return `${date}T00:00:00Z`;
}

/** The abstract as HTML, without markup of its own: readers of feeds drop MathML, so math is text. */
export function abstractHtml({ abstract }: FeedEntry): string {
	if (abstract.trim() === "") return "<p>The source gives no abstract.</p>";
	return abstract
		.split(/\n{2,}/)
		.filter(Boolean)
		.map((part) => `<p>${escapeHtml(sound(part)).replaceAll("\n", "<br>")}</p>`)
		.join("");
}

/** A text in one line, without what feeds cannot hold. */
export function line(text: string): string {
	return sound(text).replace(/\s+/g, " ").trim();
}

/** A text without the characters that XML 1.0 cannot hold (2.2, Char). */
function sound(text: string): string {
	return text
		.toWellFormed()
		.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "\uFFFD");
}

function escapeHtml(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
