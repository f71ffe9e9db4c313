import { readEntry } from "../entry/read.ts";
import type { ListedPaper } from "../import/record.ts";
import { printable } from "../paper/printable.ts";
import type { Found } from "./new-paper.ts";
import { commandFor, describe } from "./new-words.ts";

/** See {@link newReport}. */
export type NewReport = ReturnType<typeof newReport>;

/**
 * Tells what `npm run new` does: in lines as it happens, or in one JSON document at the end.
 * Sets the exit code: 1 where something asked for was not done or is not in order, 2 for wrong use.
 */
export function newReport(json: boolean) {
	const papers: { kind: "created" | "exists"; file: string; title?: string; text?: string }[] = [];
	const choices: { title: string; command: string }[] = [];
	const problems: string[] = [];
	const notes: string[] = [];
	let code = 0;
	const say = (line: string) => json || console.log(line.split("\n").map(printable).join("\n"));
	const warn = (line: string) => json || console.error(line.split("\n").map(printable).join("\n"));
	const told = {
		progress: (what: string) => void warn(what),
		problem(what: string) {
			problems.push(what);
			code ||= 1;
			warn(what);
		},
		/** What went wrong was made good by hand. */
		solved() {
			code = 0;
		},
		wrongUse(what: string) {
			told.problem(what);
			code = 2;
		},
		existing(file: string) {
			papers.push({ kind: "exists", file });
			code ||= 1;
			warn(`${file} is there already, and is left as it is: edit it.`);
		},
		found({ problems: wrong, notes: known, existing }: Found) {
			for (const file of existing) told.existing(file);
			for (const problem of wrong) told.problem(problem);
			for (const note of known) {
				notes.push(note);
				warn(note);
			}
		},
		choices(found: readonly ListedPaper[]) {
			say("These papers have such a title. Add the right one with the command below it:");
			for (const paper of found) {
				choices.push({ title: paper.title.text, command: commandFor(paper) });
				say(`  ${describe(paper)}\n    ${commandFor(paper)}`);
			}
			code ||= 1;
		},
		created(file: string, text: string, written: boolean) {
			const { entry, issues } = readEntry(file, text);
			const title = entry?.paper.title;
			papers.push({ kind: "created", file, ...(title ? { title } : {}), text });
			if (written) say(`Wrote ${file}${title ? `: “${title}”` : ""}`);
			else say(`${file} would be written:\n${text}`);
			for (const issue of issues) {
				told.problem(`${file}:${issue.line}:${issue.column} ${issue.message}\n    ${issue.fix}`);
			}
		},
		end(dryRun: boolean) {
			process.exitCode = code;
			if (json) console.log(JSON.stringify({ dryRun, papers, choices, problems, notes }, null, 2));
			else if (dryRun) say("Nothing was written.");
			else if (papers.some(({ kind }) => kind === "created")) {
				say("Next: edit it as you like, check it with npm run check, look at it with npm run dev.");
			}
		},
	};
	return told;
}
