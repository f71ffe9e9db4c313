import { XMLBuilder } from "fast-xml-parser";

const builder = new XMLBuilder({
	ignoreAttributes: false,
	attributeNamePrefix: "@",
	suppressBooleanAttributes: false,
	suppressEmptyNode: true,
	format: true,
});

/**
 * An XML document of a tree: keys are names of elements, `@` begins those of attributes, `#text`
 * is the text, and a list is so many elements. What is `undefined` is left out.
 */
export function xmlDocument(root: Record<string, unknown>): string {
	return builder.build({ "?xml": { "@version": "1.0", "@encoding": "utf-8" }, ...root });
}
