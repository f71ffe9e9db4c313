import { readEntry } from "../entry/read.ts";
import type { ListedPaper } from "../import/record.ts";
import type { Issue } from "../paper/issues.ts";
import { printable } from "../paper/printable.ts";
import { type Found, GIVEN } from "./new-paper.ts";
import { commandFor, describe } from "./new-words.ts";
import { type JsonDocument, printJson } from "./output.ts";

/** What `new --json` prints. Of a problem that says itself what to do, `fix` is empty. */
interface NewDocument extends JsonDocument {
	command: "new";
	/** One for each paper that was named: its file, and the whole text of one that was created. */
	papers: { kind: "created" | "exists"; file: string; title?: string; text?: string }[];
	/** Papers of which a person has to choose one, each with the command that adds it. */
	choices: { title: string; command: string }[];
	/** What a person may want to know. */
	notes: string[];
}

/** See {@link newReport}. */
export type NewReport = ReturnType<typeof newReport>;

/**
 * Tells what `npm run new` does: in lines as it happens, or in one JSON document at the end.
 * Sets the exit code: 1 where something asked for was not done or is not in order, 2 for wrong use.
 */
export function newReport(json: boolean) {
	const papers: NewDocument["papers"] = [];
	const choices: NewDocument["choices"] = [];
	const problems: Issue[] = [];
	const notes: string[] = [];
	let code = 0;
	const say = (line: string) => json || console.log(line.split("\n").map(printable).join("\n"));
	const warn = (line: string) => json || console.error(line.split("\n").map(printable).join("\n"));
	const told = {
		progress: (what: string) => void warn(what),
		/** A problem of what was given, in a sentence that says what to do. */
		problem(what: string) {
			problems.push({ file: GIVEN, line: 1, column: 1, message: what, fix: "" });
			code ||= 1;
			warn(what);
		},
		/** Problems with their places. */
		issues(issues: readonly Issue[], said: string) {
			problems.push(...issues);
			code ||= 1;
			warn(said);
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
			for (const problem of wrong) {
				if (typeof problem === "string") told.problem(problem);
				else told.issues([problem], inLine(problem));
			}
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
			for (const issue of issues) told.issues([issue], `${inLine(issue)}\n    ${issue.fix}`);
		},
		end(dryRun: boolean) {
			process.exitCode = code;
			const found = { dryRun, papers, choices, problems, notes };
			if (json) printJson({ version: 1, command: "new", ...found } satisfies NewDocument);
			else if (dryRun) say("Nothing was written.");
			else if (papers.some(({ kind }) => kind === "created")) {
				say("Next: edit it as you like, check it with npm run check, look at it with npm run dev.");
			}
		},
	};
	return told;
}

function inLine({ file, line, column, message }: Issue): string {
	return `${file}:${line}:${column} ${message}`;
}
