import { papersCount } from "../../paper/text.ts";
import { PAGE, type Shown } from "../../search/refine.ts";
import { copyLink } from "./copy-link.ts";
import { button, element } from "./dom.ts";
import {
	dropsOf,
	type Finding,
	find,
	isOutdated,
	more,
	nearTerms,
	searchAddress,
} from "./engine.ts";
import { FileProblem } from "./files.ts";
import { choiceLabel } from "./labels.ts";
import { failureMessage, notes, summary } from "./messages.ts";
import { place } from "./place.ts";
import { resultItem } from "./result-item.ts";
import { isEmpty, type SearchState } from "./state.ts";

const SLOW = 400;

/** Where a search is shown. */
export interface Parts {
	/** A live region: the result in a sentence. */
	status: HTMLElement;
	/** What has to be known beside, and what can be done where nothing is found. */
	notes: HTMLElement;
	list: HTMLElement;
	/** Shows more results. */
	more: HTMLButtonElement;
}

/** Searches and shows what is found; of several searches that are under way only the last is shown. */
export class ResultList {
	readonly #parts: Parts;
	readonly #again: (state: SearchState) => void;
	#turn = 0;
	#running = new AbortController();
	#finding: Finding | undefined;
	#shown = 0;

	/** `again` searches again where something has failed; without the rest of the page where left out. */
	constructor(parts: Parts, again?: (state: SearchState) => void) {
		this.#parts = parts;
		this.#again = again ?? ((state) => void this.show(state));
		parts.more.addEventListener("click", () => void this.#showMore());
	}

	/** What is shown. */
	get finding(): Finding | undefined {
		return this.#finding;
	}

	/** Shows a search, and gives what was found, or nothing where it failed or was overtaken. */
	async show(state: SearchState): Promise<Finding | undefined> {
		const turn = ++this.#turn;
		this.#running.abort();
		this.#running = new AbortController();
		if (isEmpty(state)) {
			this.#clear();
			this.#say("");
			return undefined;
		}
		const slow = window.setTimeout(() => turn === this.#turn && this.#say("Searching …"), SLOW);
		try {
			const finding = await find(state, this.#running.signal);
			const offered = finding.outcome.papers.length === 0 ? await suggestions(finding) : [];
			if (turn !== this.#turn) return undefined;
			this.#clear();
			this.#finding = finding;
			this.#append(finding, finding.first);
			this.#say(summary(finding));
			this.#parts.status.dataset.for = state.query;
			this.#parts.notes.replaceChildren(
				...notes(finding).map((text) => element("p", {}, text)),
				...offered,
			);
			return finding;
		} catch (cause) {
			if (turn === this.#turn) this.#fail(cause, state);
			return undefined;
		} finally {
			clearTimeout(slow);
		}
	}

	async #showMore(): Promise<void> {
		const finding = this.#finding;
		const from = this.#shown;
		if (!finding) return;
		try {
			const next = await more(finding, from);
			// Another search, or the same button, was faster.
			if (finding !== this.#finding || from !== this.#shown) return;
			this.#append(finding, next)?.querySelector("a")?.focus();
		} catch (cause) {
			if (finding !== this.#finding) return;
			if (await isOutdated(finding.files)) this.#again(finding.state);
			else this.#fail(cause, finding.state);
		}
	}

	/** Shows papers below those that are shown, and gives the first of them. */
	#append(finding: Finding, papers: readonly Shown[]): HTMLElement | undefined {
		const items = papers.map((shown) => resultItem(shown, finding));
		this.#shown += items.length;
		this.#parts.list.append(...items);
		const left = finding.outcome.papers.length - this.#shown;
		this.#parts.more.hidden = left <= 0;
		this.#parts.more.textContent = `Show ${Math.min(left, PAGE)} more of ${left.toLocaleString("en")}`;
		return items[0];
	}

	#clear(): void {
		this.#finding = undefined;
		this.#shown = 0;
		this.#parts.list.replaceChildren();
		this.#parts.notes.replaceChildren();
		this.#parts.more.hidden = true;
	}

	#fail(cause: unknown, state: SearchState): void {
		console.warn("search failed", cause);
		this.#clear();
		const message =
			cause instanceof FileProblem
				? failureMessage(cause)
				: "The search has failed on something that is not its index. Reload the page; if it stays, tell the people who keep this site.";
		this.#say(message);
		const again = button("Try again", () => this.#again(state));
		const anew = element("a", { href: searchAddress(state) }, "Open the search anew");
		const actions = element("p", { class: "actions" }, again, anew);
		this.#parts.notes.replaceChildren(actions);
		void copyLink(state).then((link) => link && actions.append(link));
	}

	#say(message: string): void {
		if (this.#parts.status.textContent !== message) this.#parts.status.textContent = message;
	}
}

/** What else can be done where nothing is found. */
async function suggestions(finding: Finding): Promise<HTMLElement[]> {
	const [drops, near] = await Promise.all([dropsOf(finding), nearTerms(finding)]);
	const topics = new Map(finding.files.contents.topics);
	const items = drops.map(({ choice, papers, state }) => {
		const link = element(
			"a",
			{ href: searchAddress(state) },
			choice ? `without the filter “${choiceLabel(choice, topics)}”` : "without these filters",
		);
		return element("li", {}, link, `: ${papersCount(papers)}`);
	});
	const words = near.flatMap((state) => [
		element("a", { href: searchAddress(state) }, state.query),
		" ",
	]);
	return [
		...(words.length > 0 ? [element("p", {}, "Near it: ", ...words)] : []),
		...(items.length > 0 ? [element("ul", {}, ...items)] : []),
		element(
			"p",
			{},
			"Or look through the ",
			element("a", { href: place.link("/topics/") }, "topics"),
			".",
		),
	];
}
