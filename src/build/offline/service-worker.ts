import path from "node:path";
import { build } from "vite";

/** From the working folder: the source, wherever this file was bundled to. */
const SOURCE = path.resolve("src/client/offline/service-worker.ts");

/** The service worker as one script, with everything it imports. */
export async function bundleServiceWorker(): Promise<string> {
	const result = await build({
		configFile: false,
		envFile: false,
		publicDir: false,
		logLevel: "error",
		build: {
			write: false,
			target: "es2022",
			rolldownOptions: { input: SOURCE, output: { format: "iife" } },
		},
	});
	const [bundle] = Array.isArray(result) ? result : [result];
	const script = bundle && "output" in bundle ? bundle.output[0].code : undefined;
	if (!script) throw new Error(`${SOURCE} cannot be bundled`);
	return script;
}
