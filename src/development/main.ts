import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import "../cache/code.mjs";
import { contentIsComing } from "../collection/coming-content.ts";

const commands = fileURLToPath(new URL("../cli/main.ts", import.meta.url));
const astro = new URL("../../node_modules/astro/bin/astro.mjs", import.meta.url);
const [node = "", , ...args] = process.argv;

const imported = new Promise<void>((done) => {
	const command = spawn(node, [commands, "import"], { stdio: ["ignore", "inherit", "inherit"] });
	command.once("error", (cause) => {
		throw cause;
	});
	command.once("exit", (code) => {
		// What is wrong was told.
		if (code === 0) done();
		else process.exit(code ?? 1);
	});
	process.once("exit", () => command.kill());
});
contentIsComing(imported);

// A server in the background is a process of its own, which knows nothing of this import.
if (args.includes("--background")) await imported;
process.argv = [node, fileURLToPath(astro), "dev", ...args];
await import(astro.href);
