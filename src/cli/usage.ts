import { parseArgs } from "node:util";
import type { ArgDef, ArgsDef } from "citty";
import { nearest } from "../paper/nearest.ts";

/** The command cannot be understood as it was written: told with its help and exit code 2. */
export class WrongUse extends Error {
	override readonly name = "WrongUse";
}

/**
 * Everything that is wrong in the arguments of a command: citty takes any flag, and a mistyped
 * `--dry-run` would write. Flags that it does not know, values that are missing or too many,
 * names of files where it takes none.
 */
export function wrongUse(rawArgs: readonly string[], args: ArgsDef): string[] {
	const known = new Map(Object.entries(args).filter(([, { type }]) => type !== "positional"));
	const takesNames = Object.values(args).some(({ type }) => type === "positional");
	const options = Object.fromEntries(
		[...known].map(([name, { type }]) => [
			name,
			{ type: type === "boolean" ? ("boolean" as const) : ("string" as const) },
		]),
	);
	const { tokens } = parseArgs({
		args: [...rawArgs],
		options,
		strict: false,
		allowPositionals: true,
		tokens: true,
	});
	return tokens.flatMap((token) => {
		if (token.kind === "positional" && !takesNames) {
			return [`unexpected ${JSON.stringify(token.value)}, expected no names of files`];
		}
		if (token.kind !== "option") return [];
		const definition = known.get(token.name);
		return definition
			? valueProblem(token.rawName, token.value, definition)
			: [
					unknown(
						"flag",
						token.rawName,
						[...known.keys()].map((name) => `--${name}`),
					),
				];
	});
}

function valueProblem(flag: string, value: string | undefined, definition: ArgDef): string[] {
	if (definition.type === "boolean") {
		return value === undefined ? [] : [`unexpected value of ${flag}, expected none`];
	}
	const options = definition.type === "enum" ? definition.options : undefined;
	if (!value) return [`unexpected end after ${flag}, expected ${options?.join(", ") ?? "a value"}`];
	if (!options || options.includes(value)) return [];
	return [unknown(`value of ${flag}`, value, options)];
}

/** `unexpected flag "--dry-rum", expected one of --dry-run, …. Did you mean --dry-run?` */
export function unknown(what: string, word: string, known: readonly string[]): string {
	const guess = nearest(word, known);
	return `unexpected ${what} ${JSON.stringify(word)}, expected ${known.length === 1 ? "" : "one of "}${known.join(", ")}${guess ? `. Did you mean ${guess}?` : ""}`;
}

/**
 * The flag that npm has kept for itself: `npm run import --dry-run`, without `--` before it,
 * starts the command without the flag, which would then write.
 */
export function swallowedByNpm(args: ArgsDef, env: NodeJS.ProcessEnv): string[] {
	return ["dry-run", "fix"]
		.filter((name) => Object.hasOwn(args, name))
		.filter((name) => env[`npm_config_${name.replace("-", "_")}`] === "true")
		.map((name) => `unexpected --${name} before --, expected it after: npm run … -- --${name}`);
}
