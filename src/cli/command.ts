import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

/** What a run of the command printed, and its exit code. */
export interface Run {
	code: number | null;
	stdout: string;
	stderr: string;
}

/**
 * Runs the real command for a test, with the content folder shown as `content`. The environment
 * is bare: nothing of the machine that tests decides what is printed.
 */
export async function offprint(
	args: readonly string[],
	{ content = "/nowhere", stdin = "", env = {} as Record<string, string> } = {},
): Promise<Run> {
	const { PATH = "" } = process.env;
	const child = spawn(process.execPath, ["src/cli/main.ts", ...args], {
		env: { PATH, OFFPRINT_CONTENT: content, ...env },
	});
	child.stdin.on("error", () => undefined).end(stdin);
	const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
	const code = await new Promise<number | null>((resolve) => {
		if (child.exitCode !== null) resolve(child.exitCode);
		else child.on("close", resolve);
	});
	const shown = (output: string) => output.replaceAll(content, "content");
	return { code, stdout: shown(stdout), stderr: shown(stderr) };
}
