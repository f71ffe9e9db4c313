import type { CslItem } from "./csl-item.ts";
import type { StyleNode } from "./read-style.ts";

/** What is known of the items that a style will set. No date of theirs is uncertain. */
export interface KnownItems {
	types: ReadonlySet<string>;
	/** The variables that have a value in every item. */
	always: ReadonlySet<string>;
	/** The variables that have a value in some item. */
	ever: ReadonlySet<string>;
}

/** What is known with one item more: `known` itself where that says nothing new. */
export function withItem(known: KnownItems | undefined, item: CslItem): KnownItems {
	const variables = new Set(
		Object.entries(item).flatMap(([name, value]) => (value && name !== "type" ? [name] : [])),
	);
	if (!known) return { types: new Set([item.type]), always: variables, ever: variables };
	const { types, always, ever } = known;
	if (types.has(item.type) && always.isSubsetOf(variables) && variables.isSubsetOf(ever))
		return known;
	return {
		types: types.union(new Set([item.type])),
		always: always.intersection(variables),
		ever: ever.union(variables),
	};
}

type Child = StyleNode | string;

const node = (name: string, attrs: StyleNode["attrs"], ...children: Child[]): StyleNode => ({
	name,
	attrs,
	children,
});

/** Stands where a variable without a value was: a group does not print its terms where all are without. */
const TRIED = node("text", { variable: "annote" });

/** Stands where a group that tries no variable was, behind which citeproc forgets what was tried before. */
const EMPTY = node(
	"group",
	{},
	node("choose", {}, node("if", { type: "none" }, node("text", { value: " " }))),
);

/** Running text, of which papers that stand alone have none. */
const CITATION = node("citation", {}, node("layout", {}, node("text", { value: " " })));

/** Variables that count as printed though items have none. */
const OF_ENGINE = ["citation-number", "citation-label", "year-suffix"];

const isMark = (child: Child | undefined) => child === TRIED || child === EMPTY;

/** Labels are printed whether their variable has a value or not. */
const isTerm = (child: Child) =>
	typeof child !== "string" &&
	(child.name === "label" ||
		(child.name === "text" && (child.attrs.term ?? child.attrs.value) !== undefined));

/**
 * A style without what it has for other items than those that are known: branches for other types,
 * variables that have no value, groups of nothing else, locales other than English, what is printed
 * in running text; what a macro prints stands where it is called. For each item the engine goes
 * through all that a style has: of the pruned one it makes the same bibliography in less time.
 */
export function prunedStyle(style: StyleNode, items: KnownItems): StyleNode {
	const macros = new Map<string | undefined, Child[]>();
	for (const child of style.children) {
		if (typeof child !== "string" && child.name === "macro") {
			macros.set(child.attrs.name, child.children);
		}
	}

	function prunedAll(children: readonly Child[]): Child[] {
		const pruned = children.flatMap(prunedChild);
		return pruned.filter((child, at) => !(isMark(child) && isMark(pruned[at + 1])));
	}

	function prunedChild(child: Child): Child[] {
		if (typeof child === "string" || isTerm(child)) return [child];
		const { name, attrs, children } = child;
		if (name === "choose") return chosen(children, items, prunedAll);
		if (name === "group") return grouped(attrs, prunedAll(children));
		if (name === "names") return names(child);
		if (attrs.macro !== undefined) {
			const { macro, ...rest } = attrs;
			return grouped(rest, prunedAll(macros.get(macro) ?? []));
		}
		return mayHave(attrs.variable) ? [child] : [TRIED];
	}

	/** Names, and what stands for them where there are none. */
	function names({ name, attrs, children }: StyleNode): Child[] {
		const pruned = children.flatMap((child) => {
			if (typeof child === "string" || child.name !== "substitute") return [child];
			const others = prunedAll(child.children).filter((other) => !isMark(other));
			return others.length > 0 ? [node("substitute", child.attrs, ...others)] : [];
		});
		const isReplaced = pruned.some(
			(child) => typeof child !== "string" && child.name === "substitute",
		);
		return isReplaced || mayHave(attrs.variable) ? [node(name, attrs, ...pruned)] : [TRIED];
	}

	const mayHave = (variables = "") =>
		variables.split(/\s+/).some((one) => items.ever.has(one) || OF_ENGINE.includes(one));

	const children = style.children.flatMap((child): Child[] => {
		if (typeof child === "string") return [child];
		const { name, attrs, children } = child;
		if (name === "macro" || name === "citation") return [];
		if (name === "locale") return /^(?:en|$)/.test(attrs["xml:lang"] ?? "") ? [child] : [];
		if (name !== "bibliography") return [child];
		const layouts = children.map((layout) =>
			typeof layout === "string"
				? layout
				: { ...layout, children: settled(prunedAll(layout.children), false) },
		);
		return [node(name, attrs, ...layouts)];
	});
	return { ...style, children: [...children, CITATION] };
}

/** A group, or the mark that it leaves where it prints nothing. */
function grouped(attrs: StyleNode["attrs"], children: readonly Child[]): Child[] {
	const last = children.findLast(isMark) ?? EMPTY;
	const isEmpty =
		children.every((child) => isMark(child) || isTerm(child)) &&
		(last === TRIED || !children.some(isTerm));
	return isEmpty ? [last] : [node("group", attrs, ...children)];
}

/** What is left of a choice: the children of a branch where it is known which one is taken. */
function chosen(
	branches: readonly Child[],
	items: KnownItems,
	pruned: (children: readonly Child[]) => Child[],
): Child[] {
	const left: StyleNode[] = [];
	for (const branch of branches) {
		if (typeof branch === "string") continue;
		const holds = branch.name === "else" || holdsFor(branch, items);
		if (holds === false) continue;
		const children = pruned(branch.children);
		if (holds && left.length === 0) return children;
		const name = holds ? "else" : left.length === 0 ? "if" : "else-if";
		left.push(node(name, holds ? {} : branch.attrs, ...children));
		if (holds) break;
	}
	return left.length > 0 ? [node("choose", {}, ...left)] : [];
}

/** Whether a condition holds for all items or for none, or `undefined` where that depends on the item. */
function holdsFor({ attrs }: StyleNode, { types, always, ever }: KnownItems): boolean | undefined {
	const { match = "all", ...conditions } = attrs;
	const tests = Object.entries(conditions).flatMap(([name, value]): (boolean | undefined)[] => {
		const words = value.split(/\s+/);
		if (name === "type") {
			const fit = [...types].filter((type) => words.includes(type)).length;
			return [fit === 0 ? false : fit === types.size || undefined];
		}
		if (name === "variable")
			return words.map((word) => ever.has(word) && (always.has(word) || undefined));
		if (name === "is-uncertain-date") return [false];
		return words.map((word) => (name !== "is-numeric" || ever.has(word) ? undefined : false));
	});
	if (tests.length === 0 || !["all", "any", "none"].includes(match)) return undefined;
	if (tests.includes(match !== "all")) return match === "any";
	return tests.includes(undefined) ? undefined : match !== "any";
}

/** Elements that do for a group of themselves alone. Names do not: a group takes back what names without any did. */
const ALONE = ["group", "text", "number", "date"];

/** Children without the marks where no term depends on them, and without groups that only hold another element. */
function settled(children: readonly Child[], terms: boolean): Child[] {
	return children.flatMap((child): Child[] => {
		if (isMark(child)) return terms ? [child] : [];
		if (typeof child === "string") return [child];
		const { name, attrs } = child;
		const isGroup = name === "group";
		const inner = settled(child.children, terms || (isGroup && hasTerms(child.children)));
		const [only, ...others] = inner;
		const isPlain = isGroup && Object.keys(attrs).every((key) => key === "delimiter");
		if (!isPlain || others.length > 0 || typeof only !== "object" || isTerm(only)) {
			return [node(name, attrs, ...inner)];
		}
		return ALONE.includes(only.name) ? [only] : [node(name, attrs, only)];
	});
}

const hasTerms = (children: readonly Child[]): boolean =>
	children.some(
		(child) =>
			typeof child !== "string" && !isMark(child) && (isTerm(child) || hasTerms(child.children)),
	);
