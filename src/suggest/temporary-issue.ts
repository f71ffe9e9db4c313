import { temporaryContent } from "../import/temporary-content.ts";
import { type FieldName, LABELS } from "./form.ts";

const COLLECTION = "title: Birds\ntagline: Of birds.\nurl: https://example.org/\n";
const TOPICS = `
- { id: sleep, name: Sleep, description: Rest, terms: [sleep] }
- { id: flight, name: On the wing, description: Flight, terms: [flying] }
`;

/** A content folder of birds, with these papers, for the time of one test. */
export function content(papers: Record<string, string> = {}) {
	return temporaryContent({ "collection.yaml": COLLECTION, "topics.yaml": TOPICS, ...papers });
}

/** An issue as GitHub writes it out of the form, with these fields filled in. */
export function issue(values: Partial<Record<FieldName, string>>) {
	const body = Object.entries(LABELS)
		.map(([name, label]) => `### ${label}\n\n${values[name as FieldName] ?? "_No response_"}`)
		.join("\n\n");
	return { number: 12, body };
}
