import { once } from "node:events";
import { RewritingStream } from "parse5-html-rewriting-stream";
import { archiveAddress, type Published } from "./address.ts";
import { PAGE_SCRIPT, STORE_SCRIPT } from "./layout.ts";

type StartTag = Parameters<RewritingStream["emitStartTag"]>[0];

/** Attributes that hold one address. */
const ADDRESSES = new Set(["href", "src", "action", "formaction", "poster", "xlink:href"]);

/** Relations of `<link>` that mean nothing without a server, and one that stays absolute. */
const SERVER_ONLY = new Set([
	"manifest",
	"apple-touch-icon",
	"modulepreload",
	"preload",
	"prefetch",
]);

/**
 * Components whose scripts are in {@link PAGE_SCRIPT}, as the names of their files begin. A page
 * that loads another would not do all that it does on the site.
 */
const KNOWN_SCRIPTS = /(?:^|\/)(?:Page|search|saved)\.astro_[^/]*\.js$/;

/** Said where the script cannot be had: often the page was opened out of the zip, before it was unpacked. */
const NOT_UNPACKED =
	"document.body.prepend('This page was opened by itself. Unpack the whole zip file first, then open index.html in the folder that comes out.')";

/** A page of the archive. */
export interface ArchivePage {
	html: string;
	/** Spare files that it shows or links. */
	uses: string[];
	/** Scripts that the archive does not have. */
	unknownScripts: string[];
}

/** Turns a page of the site, at `page`, into the same page of the archive, which works without a server. */
export async function archivePage(
	html: string,
	page: string,
	published: Published,
): Promise<ArchivePage> {
	const uses: string[] = [];
	const unknownScripts: string[] = [];
	const address = (text: string) => {
		const rewritten = archiveAddress(text, page, published);
		if (rewritten.uses) uses.push(rewritten.uses);
		return rewritten.address;
	};
	const up = "../".repeat(page.split("/").length - 1);
	const rewriter = new RewritingStream();
	let dropping = "";
	let hasScript = false;
	let withoutScript: string | undefined;

	rewriter.on("startTag", (tag, raw) => {
		const { tagName } = tag;
		if (tagName === "link" && SERVER_ONLY.has(attribute(tag, "rel"))) return;
		if (tagName === "script" && attribute(tag, "type") === "module") {
			const source = attribute(tag, "src");
			if (!KNOWN_SCRIPTS.test(source)) unknownScripts.push(source || "a script within the page");
			if (!hasScript) rewriter.emitRaw(pageScript(up, published.site));
			hasScript = true;
			dropping = tagName;
		} else if (tagName === "script" && attribute(tag, "type") === "speculationrules") {
			dropping = tagName;
		} else if (rewriteTag(tag, address)) {
			rewriter.emitStartTag(tag);
		} else {
			rewriter.emitRaw(raw);
		}
		if (tagName === "noscript") withoutScript = "";
		// As early as can be: other scripts of the page ask for what it provides.
		if (tagName === "head") rewriter.emitRaw(`<script src="${up}${STORE_SCRIPT}"></script>`);
	});
	rewriter.on("text", (_, raw) => {
		if (withoutScript !== undefined) withoutScript += raw;
		else if (!dropping) rewriter.emitRaw(raw);
	});
	rewriter.on("endTag", ({ tagName }, raw) => {
		if (tagName === "noscript") rewriter.emitRaw(rewriteText(withoutScript ?? "", address));
		if (tagName === "noscript") withoutScript = undefined;
		if (!dropping) rewriter.emitRaw(raw);
		if (tagName === dropping) dropping = "";
	});
	let written = "";
	rewriter.on("data", (chunk: string) => {
		written += chunk;
	});
	rewriter.end(html);
	await once(rewriter, "end");
	return { html: written, uses, unknownScripts };
}

function pageScript(up: string, site: string): string {
	return `<script defer src="${up}${PAGE_SCRIPT}" data-site="${escaped(site)}" onerror="${escaped(NOT_UNPACKED)}"></script>`;
}

/** Rewrites the addresses of a tag. True where anything changed. */
function rewriteTag(tag: StartTag, address: (text: string) => string): boolean {
	// The address of the same page on the site: that is what readers share and cite.
	if (tag.tagName === "link" && attribute(tag, "rel") === "canonical") return false;
	let changed = false;
	for (const item of tag.attrs) {
		const value = rewriteValue(tag, item.name, item.value, address);
		changed ||= value !== item.value;
		item.value = value;
	}
	return changed;
}

function rewriteValue(
	tag: StartTag,
	name: string,
	value: string,
	address: (text: string) => string,
): string {
	if (ADDRESSES.has(name)) return address(value);
	if (name === "srcset")
		return value.replace(
			/(^|,\s+|\s)([^\s,]+)(?=\s|$)/g,
			(_, gap, url) => gap + (/^[\d.]+[wx]$/.test(url) ? url : address(url)),
		);
	// A former address, which leads to the new one.
	if (name === "content" && attribute(tag, "http-equiv").toLowerCase() === "refresh") {
		return value.replace(/(;\s*url=)(.*)$/i, (_, before, url) => before + address(url));
	}
	return value;
}

/** Rewrites addresses in what stands in `<noscript>`, which is text to the parser, as it is to browsers with scripts. */
function rewriteText(html: string, address: (text: string) => string): string {
	return html.replace(
		/\b(href|src|action)="([^"]*)"/g,
		(_, name, value) => `${name}="${escaped(address(value.replaceAll("&amp;", "&")))}"`,
	);
}

function attribute(tag: StartTag, name: string): string {
	return tag.attrs.find((item) => item.name === name)?.value ?? "";
}

function escaped(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}
