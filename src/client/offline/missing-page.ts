import { day } from "./words.ts";

const STYLE = `:root{color-scheme:light dark}body{margin:0 auto;max-width:34rem;padding:2rem 1rem;font:1.0625rem/1.6 Palatino,Charter,Georgia,serif;background:light-dark(#fbf8f2,#191613);color:light-dark(#211c15,#ebe4d8);overflow-wrap:anywhere}h1{font-size:1.875rem;font-weight:400;line-height:1.2}h2{font-size:1.1875rem;font-weight:400}a{color:inherit}ul{padding-inline-start:1.25rem}li{margin:.25rem 0}`;

/**
 * The page that stands for one which is not on this device: what is missing and what can be
 * done. `copy` is the copy that is there; it is damaged where it should hold the page. `seen`
 * are pages that can be opened, with titles in HTML.
 */
export function missingPage(
	base: string,
	copy: { taken: string; damaged: boolean } | undefined,
	seen: readonly { url: string; title: string }[],
): Response {
	const offline = `${base}offline/`;
	const ways = [`<a href="">Try again</a> once there is a connection.`];
	if (copy?.damaged) {
		ways.push(
			`Your copy of ${day(copy.taken)} holds this page but is damaged. <a href="${offline}">Repair it</a> once there is a connection.`,
		);
	} else if (copy) {
		ways.push(
			`Your copy of ${day(copy.taken)} does not hold this page. <a href="${base}">Open its front page</a>.`,
		);
	} else {
		ways.push(
			`While there is a connection, <a href="${offline}">take the collection offline</a>: then all of its pages open without one.`,
		);
	}
	const links = seen.map(({ url, title }) => `<li><a href="${inAttribute(url)}">${title}</a></li>`);
	const html = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Not on this device</title><style>${STYLE}</style></head><body><main><h1>This page is not on this device</h1><p>The site cannot be reached, and this page has not been opened in this browser before.</p><ul>${ways.map((way) => `<li>${way}</li>`).join("")}</ul>${links.length > 0 ? `<h2>Pages that you have opened</h2><ul>${links.join("")}</ul>` : ""}</main></body></html>`;
	return new Response(html, {
		status: 503,
		headers: { "content-type": "text/html; charset=utf-8" },
	});
}

function inAttribute(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}
