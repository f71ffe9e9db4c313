import { isId } from "./identifiers.ts";
import { compare, type Issue } from "./issues.ts";

/**
 * `ids.txt` with these ids added: one a line, in the order of code units. Nothing that stands in
 * it is left out, whatever it is, and a list that has them all stays as it is. `text` is
 * `undefined` where there is no such file yet.
 */
export function withIds(text: string | undefined, ids: readonly string[]): string {
	const lines = new Set(linesOf(text ?? "").filter(Boolean));
	const missing = ids.filter((id) => isId(id) && !lines.has(id));
	if (missing.length === 0) return text ?? "";
	return [...new Set([...lines, ...missing])]
		.sort(compare)
		.map((line) => `${line}\n`)
		.join("");
}

/** Every line of `ids.txt` that leads nowhere: neither an entry nor a former id of one. */
export function lostIds(file: string, text: string, known: ReadonlySet<string>): Issue[] {
	return linesOf(text).flatMap((line, index) => {
		if (line === "" || known.has(line)) return [];
		const found = line.length > 100 ? `${line.slice(0, 100).toWellFormed()}…` : line;
		return {
			file,
			line: index + 1,
			column: 1,
			message: `unexpected ${JSON.stringify(found)}, expected an entry or alias with this id: it has been published`,
			fix: "Put the id under `aliases:` of the entry that took its place, or remove the line if the paper was never published.",
		};
	});
}

function linesOf(text: string): string[] {
	return text
		.replace(/^\uFEFF/, "")
		.split("\n")
		.map((line) => line.trim());
}
