import type {
	Discussed,
	Largest,
	OverTime,
	Period,
	TermCount,
	TopicPair,
	TopicSize,
	TopicYears,
} from "../../collection/statistics.ts";
import { formatDate, isCalendarDate, monthName } from "../../paper/dates.ts";
import { papersCount, teaser } from "../../paper/text.ts";
import { peaks } from "./peaks.ts";

/** `May 2026`, or `2026` for a whole year. */
export function periodName({ year, month }: Pick<Period, "year" | "month">): string {
	return month === undefined ? String(year) : `${monthName(month)} ${year}`;
}

/** What is seen of papers over time: how many, from when to when, and the fullest periods. */
export function overTimeCaption({ unit, periods, withoutMonth, undated }: OverTime): string {
	const [first] = periods;
	const last = periods.at(-1);
	if (!first || !last) return "No paper has a date yet.";
	const dated = periods.reduce((total, { count }) => total + count, 0);
	const have = (count: number) => `${papersCount(count)} ${count === 1 ? "has" : "have"}`;
	return sentences(
		first === last
			? `${papersCount(dated)} in ${periodName(first)}`
			: `${papersCount(dated)} from ${periodName(first)} to ${periodName(last)}`,
		periods.length > 1 && fullest(unit, periods),
		withoutMonth > 0 && `${have(withoutMonth)} a year but no month`,
		undated > 0 && `${have(undated)} no date`,
	);
}

function fullest(unit: string, periods: readonly Period[]): string {
	const most = peaks(periods);
	const max = number(Math.max(...periods.map(({ count }) => count)));
	if (most.length === 0) return `No ${unit} has more than ${max}`;
	const each = most.length > 1 ? " each" : "";
	return `Most are of ${most.map(periodName).join(" and ")}: ${max}${each}`;
}

/** A topic in a year. */
interface TopicYear {
	topic: TopicYears;
	year: number;
	count: number;
}

/** The topics and years with most papers: one or two, or none where they are many. */
export function fullestYears(topics: readonly TopicYears[]): TopicYear[] {
	return peaks(topics.flatMap((topic) => topic.years.map((counted) => ({ topic, ...counted }))));
}

/** What is seen of topics over time: the largest topic, and the year with most papers of one topic. */
export function topicsCaption({ topics, of }: Largest<TopicYears>): string {
	const [largest] = topics;
	if (!largest) return "No paper has a topic yet.";
	if (topics.every(({ years }) => years.length === 0)) return "No paper on a topic has a date yet.";
	const most = fullestYears(topics);
	const places = most.map(({ topic, year }) => `${topic.name} in ${year}`).join(" and ");
	return sentences(
		`The largest topic is ${largest.name}, with ${papersCount(largest.total)}`,
		most[0] && `Most in one year: ${number(most[0].count)}, on ${places}`,
		topics.length > 1 && "All are drawn to one scale",
		leftOut(topics.length, of),
	);
}

/** What is seen of topics that go together: those that do so most, and how many ever do. */
export function pairsCaption({
	topics,
	of,
	pairs,
}: Largest<TopicSize> & { pairs: readonly TopicPair[] }): string {
	const most = peaks(pairs);
	const max = pairs[0]?.count;
	if (max === undefined) return "No paper has two topics yet.";
	const names = most.map(({ a, b }) => `${topics[a]?.name} with ${topics[b]?.name}`);
	const possible = (topics.length * (topics.length - 1)) / 2;
	return sentences(
		names.length > 0
			? `Most often together: ${names.join(", and ")}, in ${papersCount(max)}${names.length > 1 ? " each" : ""}`
			: `No two topics share more than ${papersCount(max)}`,
		possible > 1 &&
			`Of ${number(possible)} possible pairs, ${number(pairs.length)} ${pairs.length === 1 ? "occurs" : "occur"}`,
		leftOut(topics.length, of),
	);
}

/** What is seen of comments: the most discussed paper, and of how many papers comments are known. */
export function discussedCaption({
	papers,
	of,
}: {
	papers: readonly Discussed[];
	of: number;
}): string {
	const [most] = papers;
	if (!most) return "No paper has both a date and a number of comments.";
	const left = papers.filter(({ date }) => !isCalendarDate(date)).length;
	return sentences(
		`Most discussed: “${teaser(most.title, 90)}” of ${formatDate(most.date)}, with ${commentsCount(most.comments)}`,
		`${papersCount(of)} ${of === 1 ? "has" : "have"} both a date and a number of comments`,
		papers.length < of && `The ${papers.length} most discussed are drawn`,
		left > 0 && `${papersCount(left)} without a day ${left === 1 ? "is" : "are"} only in the table`,
	);
}

/** What is seen of terms: the one that stands in most papers, and what is counted. */
export function termsCaption(terms: readonly TermCount[], papers: number): string {
	const [first] = terms;
	if (!first) return "No term stands in two papers yet.";
	return sentences(
		`“${first.word}” stands in ${number(first.count)} of ${papersCount(papers)}`,
		"Forms of one word count together; common English words are left out",
	);
}

/** `1 comment`, `2 comments`. */
export function commentsCount(count: number): string {
	return count === 1 ? "1 comment" : `${number(count)} comments`;
}

function leftOut(shown: number, of: number): string | false {
	return shown < of && `The ${shown} largest of ${number(of)} topics are shown`;
}

function sentences(...parts: (string | false | undefined)[]): string {
	return parts.flatMap((part) => (part ? [`${part}.`] : [])).join(" ");
}

function number(count: number): string {
	return count.toLocaleString("en");
}
