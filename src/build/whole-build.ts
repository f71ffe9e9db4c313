import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { KEEP_PROGRAM } from "./keep-program.ts";

const BUILD = fileURLToPath(new URL("main.ts", import.meta.url));

/**
 * `astro build` as such, which hosts run by themselves, would make pages without search and all
 * else: it builds as `npm run build` does, without the import, and ends.
 */
export function wholeBuild(): AstroIntegration {
	return {
		name: "whole-build",
		hooks: {
			"astro:config:setup": ({ command, config }) => {
				const ours = config.integrations.some(({ name }) => name === KEEP_PROGRAM);
				if (command !== "build" || ours) return;
				const args = [...process.execArgv, BUILD, "--outDir", fileURLToPath(config.outDir)];
				const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
				process.exit(status ?? 1);
			},
		},
	};
}
