import { LABELS } from "./form.ts";
import type { Suggested } from "./run.ts";

/** The text of the pull request. Nothing of the issue stands in it outside of code. */
export function acceptedMessage(issue: number, { notes, unused }: Suggested): string {
	const fields = unused.map((name) => `“${LABELS[name]}”`).join(", ");
	return [
		`The paper of issue #${issue}, read by the importer; \`npm run check\` passes. What it says is the suggester’s word: compare it with the paper.`,
		...(unused.length > 0
			? [`Filled in and not used, because another field says it all: ${fields}.`]
			: []),
		...(notes.length > 0 ? [fenced(notes.join("\n"))] : []),
		`Closes #${issue}`,
	].join("\n\n");
}

/** The comment on an issue that could not be read. */
export function refusedMessage(problems: string): string {
	return [
		"This suggestion cannot become an entry yet:",
		fenced(problems),
		"Lines are those of the issue’s text. Edit the issue; when it is mended, a maintainer adds the label again.",
	].join("\n\n");
}

/** GitHub takes 65,536 characters for a comment; a report needs fewer. */
const MAX_CHARACTERS = 20_000;

/** A text as code, where GitHub reads no mentions, links or pictures. Its fence is longer than any in it. */
export function fenced(text: string): string {
	const cut =
		text.length > MAX_CHARACTERS
			? `${text.slice(0, MAX_CHARACTERS).toWellFormed()}…\nCut after ${MAX_CHARACTERS} characters of ${text.length}.`
			: text;
	const longest = Math.max(2, ...[...cut.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = "`".repeat(longest + 1);
	return `${fence}text\n${cut}\n${fence}`;
}
