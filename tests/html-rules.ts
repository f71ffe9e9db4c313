import { HtmlValidate } from "html-validate";

/** The rules that every page keeps. */
export const validator = new HtmlValidate({
	extends: ["html-validate:recommended", "html-validate:document"],
	rules: {
		// A list without bullets is no list to one screen reader, unless it has the role.
		"no-redundant-role": "off",
		// The files come from the same host as the page.
		"require-sri": "off",
		// A paper's title is as long as it is.
		"long-title": "off",
		"void-style": "off",
		"doctype-style": "off",
		"no-trailing-whitespace": "off",
		"no-inline-style": "error",
	},
});
