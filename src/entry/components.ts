import type { Root, RootContent } from "mdast";
import { isSafeAddress } from "../paper/links.ts";
import { nearest } from "../paper/nearest.ts";

/** An attribute of a component: a text in quotation marks. */
interface Attribute {
	required: boolean;
	/** What a value has to be, for messages, where `accepts` does not take it. */
	expected: string;
	accepts(value: string): boolean;
}

/** A component that an entry may use. `entry/render.ts` says what HTML it becomes. */
interface Component {
	attributes: Record<string, Attribute>;
	/** What stands between its tags: nothing, words or paragraphs, or anything that an entry may hold. */
	children: "none" | "words" | "anything";
	/** True where it may stand within a line of text. */
	inline: boolean;
	/** How it is written, for messages. */
	example: string;
}

const words: Omit<Attribute, "required"> = {
	expected: "some text of at most 1,000 characters",
	accepts: (value) => value.trim() !== "" && value.length <= 1_000,
};

/** The picture formats that browsers show and that cannot hold scripts. */
const PICTURE = /^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*\.(?:png|jpe?g|webp|avif|gif)$/;

/** Every component that the project offers to entries. A new one needs a line here and its HTML in `render.ts`. */
const COMPONENTS: Record<string, Component> = {
	Figure: {
		attributes: {
			src: {
				required: true,
				expected:
					"a picture in content/images/, such as swift/wing.png (png, jpeg, webp, avif or gif)",
				accepts: (value) => PICTURE.test(value) && value.length <= 200,
			},
			alt: { required: true, ...words },
			caption: { required: false, ...words },
		},
		children: "words",
		inline: false,
		example: '<Figure src="wing.png" alt="What it shows" caption="What it says"/>',
	},
	Callout: {
		attributes: {
			type: {
				required: true,
				expected: "note or warning",
				accepts: (value) => value === "note" || value === "warning",
			},
		},
		children: "anything",
		inline: false,
		example: '<Callout type="note">Text.</Callout>',
	},
	Video: {
		attributes: {
			href: {
				required: true,
				expected: "a web address that begins with https://",
				accepts: (value) =>
					value.startsWith("https://") && isSafeAddress(value) && URL.canParse(value),
			},
			title: { required: true, ...words },
		},
		children: "none",
		inline: false,
		example: '<Video href="https://example.org/talk" title="The talk"/>',
	},
	SideNote: {
		attributes: {},
		children: "anything",
		inline: true,
		example: "<SideNote>Text.</SideNote>",
	},
};

/** A JSX element as the parser gives it. */
export interface Jsx {
	type: "mdxJsxFlowElement" | "mdxJsxTextElement";
	name: string | null;
	attributes: { type: string; name?: string; value?: unknown }[];
	children: RootContent[];
}

/** True for a JSX element, whether it is a component or not. */
export function isJsx(node: { type: string }): node is Jsx {
	return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

/** A problem without its place. */
interface Problem {
	message: string;
	fix: string;
}

/** What is wrong with an element: not a component of ours, or one written otherwise than the table says. */
export function componentProblems(node: Jsx): Problem[] {
	const known = Object.keys(COMPONENTS);
	const component = own(COMPONENTS, node.name ?? "");
	if (!component) {
		const guess = nearest(node.name ?? "", known);
		const name = node.name ? ` <${node.name}>` : "";
		return [
			{
				message: `unexpected HTML or JSX element${name}, expected text, math, links, lists, tables, code or one of ${known.join(", ")}`,
				fix: guess ? `Did you mean <${guess}>?` : "Write < as \\< where it is text.",
			},
		];
	}
	const fix = `Write it so: ${component.example}`;
	const problems: Problem[] = attributeProblems(node, component).map((message) => ({
		message,
		fix,
	}));
	if (!component.inline && node.type === "mdxJsxTextElement") {
		problems.push({
			message: `unexpected <${node.name}> within a line, expected it on lines of its own`,
			fix: "Put an empty line before and after it.",
		});
	}
	const empty = node.children.length === 0;
	if (component.children === "none" && !empty) {
		problems.push({ message: `unexpected text in <${node.name}>, expected none`, fix });
	} else if (component.children === "anything" && empty) {
		problems.push({ message: `unexpected end of <${node.name}>, expected text in it`, fix });
	} else if (component.children === "words" && !node.children.every(isWords)) {
		problems.push({ message: `unexpected blocks in <${node.name}>, expected words`, fix });
	}
	if (node.name === "Figure" && !empty && attribute(node, "caption") !== undefined) {
		problems.push({ message: "unexpected second caption of <Figure>, expected one", fix });
	}
	return problems;
}

function attributeProblems(node: Jsx, { attributes }: Component): string[] {
	const problems: string[] = [];
	const known = Object.keys(attributes);
	const seen = new Set<string>();
	for (const { type, name = "", value } of node.attributes) {
		const rule = own(attributes, name);
		if (type !== "mdxJsxAttribute") {
			problems.push(`unexpected attributes in braces on <${node.name}>, expected texts in quotes`);
		} else if (!rule) {
			const guess = nearest(name, known);
			const expected = known.length > 0 ? `one of ${known.join(", ")}` : "none";
			const meant = guess ? ` (did you mean ${guess}?)` : "";
			problems.push(
				`unexpected attribute ${JSON.stringify(name)} on <${node.name}>, expected ${expected}${meant}`,
			);
		} else if (seen.has(name)) {
			problems.push(`unexpected second ${name} on <${node.name}>, expected one`);
		} else if (typeof value !== "string") {
			const found = value === null || value === undefined ? "no value" : "a value in braces";
			problems.push(`unexpected ${found} as ${name} of <${node.name}>, expected a text in quotes`);
		} else if (!rule.accepts(value)) {
			const found = JSON.stringify(value.slice(0, 80));
			problems.push(`unexpected ${found} as ${name} of <${node.name}>, expected ${rule.expected}`);
		}
		seen.add(name);
	}
	for (const [name, { required }] of Object.entries(attributes)) {
		if (required && !seen.has(name)) {
			problems.push(`unexpected end of <${node.name}>, expected the attribute ${name}`);
		}
	}
	return problems;
}

/** The text of an attribute. */
export function attribute(node: Jsx, name: string): string | undefined {
	const found = node.attributes.find((item) => item.name === name);
	return typeof found?.value === "string" ? found.value : undefined;
}

/** Nodes that stand in a line; a component's single line comes without a paragraph around it. */
const IN_LINE = new Set([
	"text",
	"emphasis",
	"strong",
	"delete",
	"inlineCode",
	"break",
	"link",
	"linkReference",
	"inlineMath",
	"mdxJsxTextElement",
]);

/** True for a node that stands in a line of text. */
export function isInLine({ type }: { type: string }): boolean {
	return IN_LINE.has(type);
}

function isWords(node: Root | RootContent): boolean {
	return node.type === "paragraph" || isInLine(node);
}

/** A key's value, where the object itself has the key: `constructor` is none. */
function own<T>(object: Record<string, T>, key: string): T | undefined {
	return Object.hasOwn(object, key) ? object[key] : undefined;
}
