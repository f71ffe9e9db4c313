import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "astro";
import { withoutEntries } from "../collection/loaders.ts";
import { keepProgram } from "./keep-program.ts";
import { bundleServiceWorker } from "./offline/service-worker.ts";

/**
 * Packages that stay packages. All others are in the program: 450 modules less to look for whenever it
 * runs, half a second.
 */
const NOT_BUNDLED = [
	// Entries are read with them, before the program runs.
	...["zod", "yaml", "satteri", "temml", "mdast-util-to-hast", "hast-util-to-html"],
	// They read files of their own; what draws loads them, and little is drawn.
	...["jsdom", "@resvg/resvg-js"],
];

// A process of `program.ts`: has Astro make the program that renders the pages, and render none.
const [file = ""] = process.argv.slice(2);
const outDir = path.resolve(".astro/compiled");
rmSync(outDir, { recursive: true, force: true });
mkdirSync(outDir, { recursive: true });
withoutEntries();
try {
	const serviceWorker = Buffer.from(await bundleServiceWorker());
	await build({
		outDir,
		logLevel: "warn",
		integrations: [keepProgram({ file, outDir, serviceWorker })],
		experimental: { contentIntellisense: false },
		vite: {
			build: { copyPublicDir: false },
			environments: { prerender: { resolve: { noExternal: true, external: NOT_BUNDLED } } },
		},
	});
} catch (cause) {
	console.error(cause);
	process.exitCode = 1;
} finally {
	rmSync(outDir, { recursive: true, force: true });
}
