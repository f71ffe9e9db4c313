import fc from "fast-check";
import { expect, test } from "vitest";
import type { Issue } from "../paper/issues.ts";
import { annotation } from "./annotations.ts";

const issue: Issue = {
	file: "content/papers/on-owls.mdx",
	line: 3,
	column: 7,
	message: 'unexpected "a" as date, expected a day that exists, as YYYY-MM-DD',
	fix: "Correct date, or remove it if it is not known.",
};

test("a problem stands beside its line in a pull request", () => {
	expect(annotation(issue)).toMatchInlineSnapshot(
		`"::error file=content/papers/on-owls.mdx,line=3,col=7,title=unexpected "a" as date::expected a day that exists, as YYYY-MM-DD%0ACorrect date, or remove it if it is not known."`,
	);
});

test("a hostile name of a file and hostile words stay within their annotation", () => {
	const hostile = {
		...issue,
		file: "a,line=9::b\n::error::c%0A\u001b[1m.mdx",
		message: "unexpected \r\n::stop-commands::x ##[error]y, expected\n::z",
		fix: "100% \u009b2J\n::add-mask::s",
	};
	expect(annotation(hostile)).toMatchInlineSnapshot(
		`"::error file=a%2Cline=9%3A%3Ab%0A%3A%3Aerror%3A%3Ac%250A\\u001b[1m.mdx,line=3,col=7,title=unexpected \\u000d\\u000a%3A%3Astop-commands%3A%3Ax \\u0023#[error]y%2C expected\\u000a%3A%3Az::100%25 \\u009b2J%0A\\u003a:add-mask::s"`,
	);
});

test("every annotation is one line and one command, and the runner reads its parts as they were meant", () => {
	const text = fc.oneof(
		fc.string({ unit: "binary" }),
		fc
			.array(fc.constantFrom("::", ",", "=", "%", "%0A", "\n", "\r", "##[", "error"))
			.map((all) => all.join("")),
	);
	fc.assert(
		fc.property(text, text, text, (file, message, fix) => {
			const line = annotation({ ...issue, file, message, fix });
			expect(line.replaceAll("\t", "")).not.toMatch(/\p{Cc}|##\[/u);
			// As ActionCommand.TryParseV2 of actions/runner does.
			const [, properties = "", words = ""] = /^::error (.*?)::(.*)$/.exec(line) ?? [];
			expect(properties.split(",").map((pair) => pair.split("=")[0])).toEqual([
				"file",
				"line",
				"col",
				"title",
			]);
			expect(words).not.toMatch(/%(?!25|0A)/);
		}),
		{ numRuns: 1_000 },
	);
});
