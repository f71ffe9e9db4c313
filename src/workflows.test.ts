import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";

const FOLDER = ".github/workflows";

/** The only branch that a workflow may name. */
const MAIN = ["$", "{{ github.event.repository.default_branch }}"].join("");

interface Step {
	uses?: string;
	run?: string;
	with?: Record<string, unknown>;
}
interface Job {
	"timeout-minutes"?: number;
	permissions?: Record<string, string>;
	steps: Step[];
}
interface Workflow {
	on: Record<string, unknown>;
	permissions?: Record<string, string>;
	concurrency?: unknown;
	jobs: Record<string, Job>;
}

/** What a workflow breaks of the rules that keep strangers away from the rights of the repository. */
function flaws(text: string): string[] {
	const workflow = parse(text) as Workflow;
	const found: string[] = [];
	const events = Object.keys(workflow.on);
	if (events.includes("pull_request_target")) found.push("runs for strangers with rights");
	if (!workflow.permissions) found.push("permissions are not stated");
	for (const [name, right] of Object.entries(workflow.permissions ?? {})) {
		if (right !== "read") found.push(`every job has ${name}: ${right}`);
	}
	if (!workflow.concurrency) found.push("no concurrency");
	for (const line of text.split("\n")) {
		const uses = /^\s*(?:- )?uses:\s*(.*)$/.exec(line)?.[1];
		if (uses !== undefined && !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(uses)) {
			found.push(`not pinned by hash and version: ${uses}`);
		}
	}
	// Only maintainers and the clock begin these: no text of a stranger starts or reaches them.
	const inside = ["schedule", "workflow_dispatch"];
	const outside = ["pull_request", "workflow_run", "issues", "issue_comment"];
	for (const [name, job] of Object.entries(workflow.jobs)) {
		if (!job["timeout-minutes"]) found.push(`${name} has no timeout`);
		const writes = Object.values(job.permissions ?? {}).includes("write");
		for (const { uses = "", run = "", with: options = {} } of job.steps) {
			if (/\$\{\{/.test(run)) found.push(`${name} puts an expression into a command`);
			const secret = /secrets\.(?!GITHUB_TOKEN)/.test(JSON.stringify(job));
			if (secret && (writes || events.some((on) => !inside.includes(on)))) {
				found.push(`${name} has a secret`);
			}
			if (writes && /\b(?:npm|npx|node)\b/.test(run) && events.some((on) => outside.includes(on))) {
				found.push(`${name} runs the program with rights`);
			}
			if (!uses.startsWith("actions/checkout@")) continue;
			if (options["persist-credentials"] !== false) found.push(`${name} keeps credentials`);
			const ref = String(options.ref ?? MAIN);
			if (ref !== MAIN || options.repository !== undefined) {
				found.push(`${name} checks out ${options.repository ?? ref}`);
			}
			if (events.includes("workflow_run") && options.ref === undefined) {
				found.push(`${name} does not say that it checks out the main branch`);
			}
		}
		if (events.includes("pull_request") && writes) found.push(`${name} gives rights to strangers`);
	}
	return [...new Set(found)];
}

test.each(readdirSync(FOLDER))("%s gives strangers nothing", (name) => {
	expect(flaws(readFileSync(path.join(FOLDER, name), "utf8"))).toEqual([]);
});

test("what gives strangers something is found", () => {
	const careless = `
on:
  pull_request_target:
  workflow_run:
permissions:
  contents: write
jobs:
  build:
    permissions:
      issues: write
    env:
      KEY: \${{ secrets.KEY }}
    steps:
      - uses: actions/checkout@v4
        with:
          ref: \${{ github.event.pull_request.head.sha }}
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683
      - run: npm test -- "\${{ github.event.pull_request.title }}"
`;
	expect(flaws(careless)).toMatchInlineSnapshot(`
		[
		  "runs for strangers with rights",
		  "every job has contents: write",
		  "no concurrency",
		  "not pinned by hash and version: actions/checkout@v4",
		  "not pinned by hash and version: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
		  "build has no timeout",
		  "build has a secret",
		  "build keeps credentials",
		  "build checks out \${{ github.event.pull_request.head.sha }}",
		  "build does not say that it checks out the main branch",
		  "build puts an expression into a command",
		  "build runs the program with rights",
		]
	`);
});

test("a week's digest is claimed before it is sent, and never by the job that sends", () => {
	const { jobs } = parse(readFileSync(path.join(FOLDER, "digest.yml"), "utf8"));
	expect(jobs.send.needs).toBe("claim");
	expect(jobs.send.if).toBe("github.run_attempt == 1");
	expect(jobs.claim.steps.flatMap(({ uses, run }: Step) => uses ?? run ?? "").join()).toContain(
		"git/refs",
	);
});

test("every action has one version in all workflows", () => {
	const versions = new Map<string, Set<string>>();
	for (const name of readdirSync(FOLDER)) {
		const text = readFileSync(path.join(FOLDER, name), "utf8");
		for (const [, action = "", version = ""] of text.matchAll(/uses: ([^@\s]+)@(.*)/g)) {
			versions.set(action, (versions.get(action) ?? new Set()).add(version));
		}
	}
	expect([...versions].filter(([, all]) => all.size > 1)).toEqual([]);
});

test("a preview is made of the workflow that is named Check", () => {
	const read = (name: string) => parse(readFileSync(path.join(FOLDER, name), "utf8"));
	expect(read("preview.yml").on.workflow_run.workflows).toEqual([read("check.yml").name]);
});
