import { defineCommand } from "citty";
import { readTopics } from "../entry/content-folder.ts";
import { contentFolder } from "../entry/folder.ts";
import type { ListedPaper } from "../import/record.ts";
import { runImport } from "../import/run.ts";
import { writeWhole } from "../import/write.ts";
import { IssuesError } from "../paper/issues.ts";
import { topicMatcher } from "../paper/topics.ts";
import { askPaper, askWhat, askWhether, askWhich, Cancelled } from "./ask.ts";
import { findPapers } from "./new-paper.ts";
import { type NewReport, newReport } from "./new-report.ts";

/** `npm run new`. */
export default defineCommand({
	meta: {
		name: "npm run new --",
		description:
			"Adds a paper as an entry of your own, content/papers/<id>.mdx: looked up by its arXiv id, DOI, address or title, read from an entry of BibTeX, or asked for. No entry is overwritten.",
	},
	args: {
		paper: {
			type: "positional",
			required: false,
			description: "2301.00001, 10.1000/xyz, an address of either, '@article{…}', or a title",
		},
		"dry-run": { type: "boolean", description: "write nothing, and show what would be written" },
		json: { type: "boolean", description: "print one JSON document, and ask nothing" },
		yes: { type: "boolean", description: "write without asking" },
	},
	async run({ args }) {
		const asks = process.stdin.isTTY && process.stdout.isTTY && !args.json;
		const dryRun = args["dry-run"] === true;
		const told = newReport(args.json === true);
		try {
			await add(args._.join(" ").trim(), { asks, dryRun, yes: args.yes === true }, told);
		} catch (cause) {
			if (cause instanceof Cancelled) told.problem("Stopped: nothing was written.");
			else if (cause instanceof IssuesError)
				told.issues(cause.issues, `${cause.message}\nNothing was written.`);
			else throw cause;
		}
		told.end(dryRun);
	},
});

interface Options {
	asks: boolean;
	dryRun: boolean;
	yes: boolean;
}

async function add(given: string, { asks, dryRun, yes }: Options, told: NewReport): Promise<void> {
	const folder = contentFolder();
	const topics = readTopics(folder);
	if (!topics.value) throw new IssuesError(topics.issues);
	if (given === "" && !asks) {
		told.wrongUse(
			"unexpected end, expected a paper: npm run new -- 2301.00001 (or a DOI, an address, a title)",
		);
		return;
	}
	const matchTopics = topicMatcher(topics.value);
	const byHand = (title?: string) => askPaper(topics.value ?? [], matchTopics, title);
	const text = given || (await askWhat());
	let chosen: { papers: ListedPaper[]; topicIds?: string[] };
	if (text === undefined) {
		const { paper, topicIds } = await byHand();
		chosen = { papers: [paper], topicIds };
	} else {
		const found = await findPapers(text, folder, told.progress);
		told.found(found);
		chosen = { papers: found.papers };
		if (found.choices.length > 0 && !asks) {
			told.choices(found.choices);
			return;
		}
		const one = found.choices.length > 0 ? await askWhich(found.choices) : undefined;
		if (one) chosen = { papers: [one] };
		else if (asks && found.papers.length + found.existing.length === 0) {
			if (found.choices.length === 0 && !(await askWhether("Write it by hand?"))) return;
			told.solved();
			const { paper, topicIds } = await byHand(found.choices.length > 0 ? text : undefined);
			chosen = { papers: [paper], topicIds };
		}
	}
	if (chosen.papers.length === 0) return;

	// Planned as an import would, written only where no entry is.
	const plan = await runImport(folder, { ...chosen, dryRun: true });
	const agreed: { file: string; text: string }[] = [];
	for (const outcome of plan.outcomes) {
		if (outcome.kind === "rejected") told.problem(`“${outcome.title}”: ${outcome.reason}`);
		else if (outcome.kind !== "created") told.existing(outcome.file);
		else if (dryRun || !asks || yes || (await askWhether(`Write ${outcome.file}?`))) {
			agreed.push(outcome);
		} else told.problem(`${outcome.file} was not written.`);
	}
	for (const { file, text } of agreed) {
		if (!dryRun) writeWhole(file, text);
		told.created(file, text, !dryRun);
	}
}
