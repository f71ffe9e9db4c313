import { digestOf } from "../cache/kept.ts";
import type { Entry } from "../entry/read.ts";
import type { Model } from "./model.ts";

/** What was found out of a model, once for all pages. */
interface Known {
	/** Address of the page of each organisation, by name. */
	organizations: Map<string, string>;
	/** What pages show of each entry. */
	entries: WeakMap<Entry, string>;
}

const known = new WeakMap<Model, Known>();

/**
 * The key of a page: a check sum of `shown`, which holds all that decides how the page looks,
 * beside the program and what stands in `collection.yaml`, `topics.yaml` and the pages of prose.
 * An entry stands for all that any page shows of it: what it says, and where the names in it lead.
 * A page whose key has not changed since the last build is taken from that
 * (`build/kept-pages.ts`). `shown` is data, without functions.
 */
export function pageKey(model: Model, shown: unknown): string {
	return digestOf(
		JSON.stringify(shown, (_, value) => (isEntry(value) ? keyOfEntry(value, model) : value)),
	);
}

function isEntry(value: unknown): value is Entry {
	return value instanceof Object && "abstractHtml" in value;
}

function keyOfEntry(entry: Entry, model: Model): string {
	const { organizations, entries } = knownOf(model);
	let key = entries.get(entry);
	if (key === undefined) {
		const { authors = [], organization } = entry.paper;
		const pages = [
			...authors.map((name) => model.authorPage(name)?.id ?? null),
			organization && organizations.get(organization.name),
		];
		key = digestOf(JSON.stringify([entry.digest, pages]));
		entries.set(entry, key);
	}
	return key;
}

function knownOf(model: Model): Known {
	let found = known.get(model);
	if (!found) {
		const organizations = new Map(model.organizations.map(({ id, name }) => [name, id]));
		found = { organizations, entries: new WeakMap() };
		known.set(model, found);
	}
	return found;
}
