import type { CommandDef } from "citty";

/** Every command, loaded when it is asked for: one starts without what the others need. */
export const commands: Record<string, () => Promise<CommandDef>> = {
	new: () => load(import("./new.ts")),
	import: () => load(import("./import.ts")),
	check: () => load(import("./check.ts")),
	digest: () => load(import("./digest.ts")),
	links: () => load(import("./links.ts")),
	schema: () => load(import("./schema.ts")),
	suggest: () => load(import("./suggest.ts")),
};

async function load(module: Promise<{ default: unknown }>): Promise<CommandDef> {
	return (await module).default as CommandDef;
}
