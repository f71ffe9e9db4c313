import { papersCount } from "../paper/text.ts";
import type { Digest, DigestPaper } from "./digest.ts";

// Mail programs drop style sheets, so styles stand in line; colours are the reader’s own, light or dark.
// Outlook sets mail with Word: space inside is for cells, a font that it lacks becomes Times, and it knows
// neither opacity, colours with alpha nor logical properties. Gmail drops overflow-wrap.
const FONT = "font:16px/1.5 Georgia,serif";
const STYLE = {
	body: `margin:0;padding:0;${FONT}`,
	table: "width:100%;max-width:600px;margin:0 auto;border-collapse:collapse",
	cell: `padding:16px;${FONT};word-break:break-word`,
	h1: "font-size:26px;line-height:1.2;margin:0 0 4px;font-weight:normal",
	h2: "font-size:18px;margin:32px 0 8px;padding-top:8px;border-top:1px solid #888888",
	h3: "font-size:17px;line-height:1.3;margin:20px 0 2px;font-weight:bold",
	label: "font:13px/1.5 Arial,Helvetica,sans-serif;margin:0 0 4px",
	p: "margin:0 0 8px",
	link: "color:inherit",
};

/** A digest as HTML for mail: blocks with styles in line, at most 600 px wide, no scripts, no pictures. */
export function digestHtml(digest: Digest, unsubscribe?: string): string {
	const { discussed, topics, more } = digest;
	return `<!doctype html>
<html lang="${escapeHtml(digest.language)}" dir="auto">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(digest.subject)}</title>
</head>
<body style="${STYLE.body}">
<table role="presentation" align="center" width="600" style="${STYLE.table}"><tr><td style="${STYLE.cell}">
<h1 style="${STYLE.h1}">${link(digest.site, digest.collection)}</h1>
<p style="${STYLE.label}">${papersCount(digest.count)}, ${escapeHtml(digest.period.name)} · ${link(digest.web, "on the web")}</p>
${discussed.length > 0 ? `${heading("Most discussed")}<ol style="margin:0">\n${discussed.map(titleItem).join("\n")}\n</ol>\n` : ""}${topics.map(({ name, papers }) => `${heading(name)}${papers.map(paperBlock).join("\n")}\n`).join("")}${more > 0 ? `<p style="${STYLE.p}">${link(digest.web, `${papersCount(more)} more on the web`)}</p>\n` : ""}${unsubscribe ? `<p style="${STYLE.label};margin-top:32px">${link(unsubscribe, "Unsubscribe")}</p>\n` : ""}</td></tr></table>
</body>
</html>
`;
}

function heading(name: string): string {
	return `<h2 style="${STYLE.h2}" dir="auto">${escapeHtml(name)}</h2>\n`;
}

function titleItem({ url, title, language }: DigestPaper): string {
	// The number stays where those of the others are, whatever way the title is read.
	return `<li style="${STYLE.p}"><span dir="auto"${lang(language)}>${link(url, title)}</span></li>`;
}

function paperBlock(paper: DigestPaper): string {
	const { url, title, facts, teaser, language } = paper;
	const block = `<h3 style="${STYLE.h3}" dir="auto"${lang(language)}>${link(url, title)}</h3>
<p style="${STYLE.label}" dir="auto">${escapeHtml(facts)}</p>`;
	return teaser
		? `${block}\n<p style="${STYLE.p}" dir="auto"${lang(language)}>${escapeHtml(teaser)}</p>`
		: block;
}

function lang(language: string | undefined): string {
	return language ? ` lang="${escapeHtml(language)}"` : "";
}

function link(url: string, text: string): string {
	return `<a href="${escapeHtml(url)}" style="${STYLE.link}">${escapeHtml(text)}</a>`;
}

function escapeHtml(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}
