import { JSDOM } from "jsdom";

/** What the HTML of an entry may hold: elements, each with its attributes. */
const HTML: Record<string, string[]> = {
	...Object.fromEntries(
		[
			..."p em strong del code pre br hr h2 h3 h4 h5 h6 blockquote ul li figcaption".split(" "),
			..."table thead tbody tr figure".split(" "),
		].map((name) => [name, []]),
	),
	ol: ["start"],
	th: ["align"],
	td: ["align"],
	a: ["href"],
	// The box of a task in a list, which nobody can tick.
	input: ["type", "checked", "disabled"],
	img: ["src", "alt", "width", "height", "loading"],
	aside: ["class", "role"],
	span: ["class"],
	small: ["class"],
};
const CLASSES =
	/^(?:label|callout|callout warning|side-note|video|contains-task-list|task-list-item|language-[^\s]*)$/;
/** Attributes that the drawing of formulas writes; none of them takes an address. */
const MATHML =
	/^(?:display|displaystyle|style|class|scriptlevel|width|height|depth|voffset|lspace|rspace|stretchy|fence|separator|form|accent|accentunder|movablelimits|symmetric|largeop|minsize|maxsize|mathvariant|mathsize|mathcolor|mathbackground|linethickness|linebreak|notation|columnalign|rowspacing|columnspacing|columnlines|rowlines|columnspan|intent|arg|xmlns|encoding)$/;
const STYLE = /url|expression|javascript|@|[\\<>{}]|position:\s*(?:fixed|sticky)|behavior/i;

/** Everything in the HTML of an entry that may not be there. */
export function inspect(html: string): string[] {
	return inspectElements(JSDOM.fragment(html).querySelectorAll("*"));
}

/** {@link inspect} of elements in a page of the site with this base path. */
export function inspectElements(elements: Iterable<Element>, base = "/"): string[] {
	const problems: string[] = [];
	for (const element of elements) {
		const name = element.localName;
		const math = element.namespaceURI === "http://www.w3.org/1998/Math/MathML";
		const allowed = HTML[name];
		if (math ? !/^(?:math|m[a-z]+|semantics)$/.test(name) : !allowed) {
			problems.push(`<${name}>`);
			continue;
		}
		for (const { name: attribute, value } of element.attributes) {
			const fine = math
				? MATHML.test(attribute) && !STYLE.test(value)
				: attribute === "class"
					? CLASSES.test(value)
					: attribute === "href"
						? isLink(value)
						: attribute === "src"
							? value.startsWith(`${base}images/`) &&
								/^[\w./-]+$/.test(value) &&
								!value.includes("..")
							: allowed?.includes(attribute);
			if (!fine) problems.push(`<${name} ${attribute}=${JSON.stringify(value)}>`);
		}
	}
	return problems;
}

/** What a browser makes of an address, beside a page of the site, and not what it looks like. */
function isLink(address: string): boolean {
	if (!URL.canParse(address, "https://site.example/a/")) return false;
	const { protocol, host } = new URL(address, "https://site.example/a/");
	const elsewhere = host !== "site.example";
	if (elsewhere && protocol !== "mailto:" && !/^https?:\/\//i.test(address)) return false;
	return ["https:", "http:", "mailto:"].includes(protocol);
}
