import { expect, test } from "vitest";
import { acceptedMessage, fenced, refusedMessage } from "./message.ts";

test("what a stranger wrote stands in comments as code only", () => {
	expect(
		refusedMessage('issue:1:1 unexpected "@everyone ```` ![](https://example.org/a.png)"'),
	).toMatchInlineSnapshot(`
		"This suggestion cannot become an entry yet:

		\`\`\`\`\`text
		issue:1:1 unexpected "@everyone \`\`\`\` ![](https://example.org/a.png)"
		\`\`\`\`\`

		Lines are those of the issue’s text. Edit the issue; when it is mended, a maintainer adds the label again."
	`);
	expect(
		acceptedMessage(12, { id: "a", text: "", notes: ["a note"], unused: ["title", "date"] }),
	).toMatchInlineSnapshot(`
		"The paper of issue #12, read by the importer; \`npm run check\` passes. What it says is the suggester’s word: compare it with the paper.

		Filled in and not used, because another field says it all: “Title”, “Date of publication”.

		\`\`\`text
		a note
		\`\`\`

		Closes #12"
	`);
	expect(fenced("a".repeat(30_000)).length).toBeLessThan(20_100);
});
