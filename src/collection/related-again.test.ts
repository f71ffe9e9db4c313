import { expect, test } from "vitest";
import { random } from "../../tests/random.ts";
import { nearestAgain } from "./related-again.ts";
import type { Worded } from "./terms.ts";

const next = random(11);
const pick = (count: number) => Math.floor(next() * count);
/** Most of them rare, and in forms of one stem. */
const word = () =>
	`${"bdfgklmnrstv"[pick(12)]}${"aeiou"[pick(5)]}${"lmnr"[pick(4)]}k${["", "s", "ing"][pick(3)]}`;
const text = (count: number) => Array.from({ length: count }, word).join(" ");
const paper = (): Worded => ({
	paper: { title: text(4), abstract: text(40), topics: ["song", "flight", "moult"].slice(pick(3)) },
});
const edited = ({ paper: { title, abstract, topics } }: Worded, more: string): Worded => ({
	paper: { title, abstract: `${abstract} ${more}`, topics },
});

test("after edits papers are like those that they are like when nothing is known", () => {
	let papers = Array.from({ length: 300 }, paper);
	let before = nearestAgain(papers);
	let [all, compared] = [0, 0];
	const edits: ((papers: Worded[]) => Worded[])[] = [
		(papers) => papers,
		...Array.from({ length: 20 }, () => (papers: Worded[]) => {
			const at = pick(papers.length);
			return papers.with(at, edited(papers[at] ?? paper(), text(1 + pick(3))));
		}),
		(papers) => papers.with(5, paper()),
		(papers) =>
			papers.with(8, edited(papers[9] ?? paper(), "")).with(9, edited(papers[8] ?? paper(), "")),
		(papers) => papers.with(4, { paper: { title: "", abstract: "", topics: [] } }),
		(papers) => papers.slice(1),
		(papers) => [...papers, paper()],
		(papers) => papers.toReversed(),
		() => [],
	];
	for (const [number, edit] of edits.entries()) {
		papers = edit(papers);
		const found = nearestAgain(papers, before);
		const anew = nearestAgain(papers);
		expect(found, `edit ${number}`).toEqual({ ...anew, compared: found.compared });
		expect(anew.compared).toBe(papers.length);
		all += anew.compared;
		compared += found.compared;
		before = found;
	}
	expect(before.nearest.positions).toHaveLength(0);
	// Most papers are not compared again.
	expect(compared).toBeLessThan(all / 2);
	expect(compared).toBeGreaterThan(0);
});
