import { expect, test } from "vitest";
import { compare, type Issue, IssuesError } from "./issues.ts";

const issue = (file: string, line: number, column: number): Issue => ({
	file,
	line,
	column,
	message: "unexpected X, expected Y",
	fix: "Write Y.",
});

test("all problems are told in the order of files, lines and columns", () => {
	const error = new IssuesError([
		issue("b.mdx", 1, 1),
		issue("a.mdx", 10, 1),
		issue("a.mdx", 2, 12),
		issue("a.mdx", 2, 3),
	]);
	expect(error.message).toMatchInlineSnapshot(`
		"a.mdx:2:3 unexpected X, expected Y
		    Write Y.
		a.mdx:2:12 unexpected X, expected Y
		    Write Y.
		a.mdx:10:1 unexpected X, expected Y
		    Write Y.
		b.mdx:1:1 unexpected X, expected Y
		    Write Y.
		4 problems"
	`);
});

test("one problem is one", () => {
	expect(new IssuesError([issue("a.mdx", 1, 1)]).message).toMatchInlineSnapshot(`
		"a.mdx:1:1 unexpected X, expected Y
		    Write Y.
		1 problem"
	`);
});

test("the error keeps its issues and shows no place in the code", () => {
	const issues = [issue("a.mdx", 1, 1)];
	const error = new IssuesError(issues);
	expect(error.issues).toEqual(issues);
	expect(error.name).toBe("IssuesError");
	expect(error.stack).toBe("");
});

test("strings are compared by code units, whatever the locale", () => {
	expect(["é", "z", "Z", "a", "ä", "10", "9"].sort(compare)).toEqual([
		"10",
		"9",
		"Z",
		"a",
		"z",
		"ä",
		"é",
	]);
	expect(compare("a", "a")).toBe(0);
});

test("what a file is named and says can neither act on a terminal nor command the runner of a log", () => {
	const hostile = {
		...issue("::error::x\n\u001b[2J.mdx", 1, 1),
		message: 'unexpected "\u009b1m", expected\r\nY',
		fix: "##[add-mask]Y",
	};
	expect(new IssuesError([hostile]).message).toMatchInlineSnapshot(`
		"\\u003a:error::x\\u000a\\u001b[2J.mdx:1:1 unexpected "\\u009b1m", expected\\u000d\\u000aY
		    \\u0023#[add-mask]Y
		1 problem"
	`);
});
