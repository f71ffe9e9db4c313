import { confirm, isCancel, multiselect, select, text } from "@clack/prompts";
import { doiIn, isWebAddress, linksOf } from "../import/known-as.ts";
import { identifierIn } from "../import/lookup/identifiers.ts";
import type { ListedPaper } from "../import/record.ts";
import { isPaperDate } from "../paper/dates.ts";
import { printable } from "../paper/printable.ts";
import type { Topic } from "../paper/topics.ts";
import { describe } from "./new-words.ts";

/** The person has had enough. */
export class Cancelled extends Error {
	override readonly name = "Cancelled";
}

/** Asks how to name the paper: what was typed, or `undefined` to write it by hand. */
export async function askWhat(): Promise<string | undefined> {
	const way = await asked(
		select({
			message: "How do you want to add a paper?",
			options: [
				{
					value: "look-up",
					label: "Look it up",
					hint: "arXiv id, DOI, address, or words of its title",
				},
				{ value: "by-hand", label: "Write it by hand" },
			],
		}),
	);
	if (way === "by-hand") return undefined;
	return asked(
		text({
			message: "Which paper?",
			placeholder: "2301.00001, 10.1000/xyz, https://arxiv.org/abs/…, or a title",
			validate: (value) => (value?.trim() ? undefined : "Type an id, an address or a title."),
		}),
	);
}

/** Asks which of these papers it is; `undefined` for none. */
export async function askWhich(papers: readonly ListedPaper[]): Promise<ListedPaper | undefined> {
	const at = await asked(
		select({
			message: "Which of these is it?",
			options: [
				...papers.map((paper, index) => ({ value: index, label: describe(paper) })),
				{ value: papers.length, label: "None of these: write it by hand" },
			],
		}),
	);
	return papers[at];
}

/** Asks a question that is answered with yes or no. */
export function askWhether(message: string): Promise<boolean> {
	return asked(confirm({ message: printable(message) }));
}

/** Asks for a whole paper. Topics are those of the collection; `proposed` gives some to begin with. */
export async function askPaper(
	topics: readonly Topic[],
	proposed: (title: string, abstract: string) => string[],
	known = "",
): Promise<{ paper: ListedPaper; topicIds: string[] }> {
	const line = async (
		message: string,
		problem: (value: string) => string | undefined = () => undefined,
		initialValue = "",
	) => {
		const validate = (value = "") => problem(value.trim());
		return ((await asked(text({ message, validate, initialValue }))) ?? "").trim();
	};
	const title = await line("Title", titleProblem, known);
	const authors = await line("Authors, parted by commas (or leave empty)");
	const date = await line(
		"Date of publication, YYYY-MM-DD, YYYY-MM or YYYY (or leave empty)",
		dateProblem,
	);
	const link = await line("Address, DOI or arXiv id (or leave empty)", linkProblem);
	const abstract = await line("Abstract (or leave empty, and write it into the file)");
	const topicIds =
		topics.length === 0
			? []
			: await asked(
					multiselect({
						message: "Topics",
						required: false,
						initialValues: proposed(title, abstract),
						options: topics.map(({ id, name }) => ({ value: id, label: printable(name) })),
					}),
				);
	const names = authors.split(/\s*[,;]\s*/).filter(Boolean);
	const paper: ListedPaper = {
		title: { text: title, line: 1, column: 1 },
		abstract: { text: abstract, line: 1, column: 1 },
		...(names.length > 0 ? { authors: names } : {}),
		...(date ? { date } : {}),
		...linked(link),
		sound: true,
	};
	return { paper, topicIds };
}

async function asked<Value>(answer: Promise<Value>): Promise<Exclude<Value, symbol>> {
	const value = await answer;
	if (isCancel(value)) throw new Cancelled();
	return value as Exclude<Value, symbol>;
}

function linked(link: string): Pick<ListedPaper, "arxiv" | "doi" | "links"> {
	const { kind, id } = identifierIn(link) ?? {};
	const known = { ...(kind && id ? { [kind]: id } : {}) };
	return { ...known, links: linksOf([link], known) };
}

function titleProblem(title: string): string | undefined {
	return title === "" ? "A paper has a title." : tooLong(title);
}

function dateProblem(date: string): string | undefined {
	return date === "" || isPaperDate(date)
		? undefined
		: "Write a date that exists as 2026-05-11, 2026-05 or 2026.";
}

function linkProblem(link: string): string | undefined {
	if (link === "" || identifierIn(link) || isWebAddress(link) || doiIn(link) === link)
		return tooLong(link);
	return "Write an address that begins with https://, a DOI or an arXiv id.";
}

function tooLong(line: string): string | undefined {
	return line.length > 2_000 ? "At most 2,000 characters." : undefined;
}
