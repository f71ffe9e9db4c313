import { type ArgsDef, type CommandDef, renderUsage, runCommand } from "citty";
import "../cache/code.mjs";
import { commands } from "./commands.ts";
import { printError, printHelp } from "./output.ts";
import { swallowedByNpm, unknown, WrongUse, wrongUse } from "./usage.ts";

const main: CommandDef = {
	meta: { name: "offprint", description: "Adds papers to a collection and checks it." },
	subCommands: commands,
};

const EXIT_CODES = `EXIT CODES

  0  fine; records that an import rejects are told, and stop nothing
  1  problems in what was read: all of them are told
  2  wrong use of the command
`;

// A reader that has seen enough, such as `head`, is no failure.
process.stdout.on("error", (cause: NodeJS.ErrnoException) => {
	if (cause.code !== "EPIPE") throw cause;
	process.exit();
});

const [name = "", ...rawArgs] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? await commands[name]?.() : undefined;
try {
	await run();
} catch (cause) {
	if (cause instanceof WrongUse) {
		printError(
			...cause.message.split("\n"),
			`For help: npm run ${command ? name : "import"} -- --help`,
		);
		process.exitCode = 2;
	} else if (isOfFiles(cause)) {
		printError(...`${cause.path ?? "a file"}:1:1 ${reasonOf(cause)}`.split("\n"));
		process.exitCode = 1;
	} else throw cause;
}

/** What the file system refuses is told in a line: the program is not to blame. */
function isOfFiles(cause: unknown): cause is NodeJS.ErrnoException {
	const codes = ["EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT", "EISDIR", "ENOTDIR", "ENOENT"];
	return cause instanceof Error && codes.includes(String((cause as NodeJS.ErrnoException).code));
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
	const found = message.replace(/,? ['"].*$/, "");
	const mend =
		code === "ENOSPC" || code === "EDQUOT"
			? "Make room on the disk and run the command again: what was written before stays right."
			: "Look at the rights of the file and of its folder, and run the command again.";
	return `unexpected answer of the file system (${found}), expected to read or write it\n    ${mend}`;
}

async function run(): Promise<void> {
	const beforeFiles = rawArgs.includes("--") ? rawArgs.slice(0, rawArgs.indexOf("--")) : rawArgs;
	const asked = [name, ...beforeFiles].some((arg) => arg === "--help" || arg === "-h");
	if (asked) {
		const help = await renderUsage(command ?? main);
		printHelp(command ? `${help}\n${EXIT_CODES}` : help, process.stdout);
		return;
	}
	if (name === "") {
		throw new WrongUse(`unexpected end, expected a command: ${Object.keys(commands).join(", ")}`);
	}
	if (!command) throw new WrongUse(unknown("command", name, Object.keys(commands)));
	const args = (command.args ?? {}) as ArgsDef;
	const problems = [...wrongUse(rawArgs, args), ...swallowedByNpm(args, process.env)];
	if (problems.length > 0) throw new WrongUse(problems.join("\n"));
	await runCommand(command, { rawArgs });
}
