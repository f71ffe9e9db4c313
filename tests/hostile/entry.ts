import type { Hostile } from "./table.ts";

/** A hostile text as the file that somebody would send. */
export function fileOf({ where, text }: Hostile, id = "hostile"): { file: string; text: string } {
	const entry = (frontMatter: string, body = "Text.") => `---\n${frontMatter}\n---\n\n${body}\n`;
	const name = where === "file name" ? text : id;
	const texts = {
		title: () => entry(`title: ${JSON.stringify(text)}`),
		abstract: () => entry("title: T", text),
		notes: () => entry("title: T", `Text.\n\n## Notes\n\n${text}`),
		"front matter": () => entry(`title: T\n${text}`),
		"file name": () => entry("title: T"),
		"whole file": () => text,
	};
	return { file: `papers/${name}.mdx`, text: texts[where]() };
}
