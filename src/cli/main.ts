import { defineCommand, runMain } from "citty";

/** Loaded when it is asked for: a command starts without what the others need. */
await runMain(
	defineCommand({
		meta: { name: "offprint", description: "Adds papers to a collection and checks it." },
		subCommands: {
			import: () => import("./import.ts").then((module) => module.default),
			check: () => import("./check.ts").then((module) => module.default),
			links: () => import("./links.ts").then((module) => module.default),
			schema: () => import("./schema.ts").then((module) => module.default),
			suggest: () => import("./suggest.ts").then((module) => module.default),
		},
	}),
);
