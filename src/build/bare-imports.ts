import type { Plugin } from "vite";

/** The module of Vite's that wraps every `import()`. */
const HELPER = "\0vite/preload-helper.js";

/** What every page loads together: small files that others use as well. */
const COMMON = /preload-helper|src\/client\/(?:storage|reading\/saved)\.ts$/;

/**
 * Leaves `import()` bare in browser code. Vite would wrap each in 900 bytes (compressed) of
 * code that fetches styles and modules ahead; what this site loads later has no styles, and
 * is loaded when the page is idle.
 */
export function bareImports(): Plugin {
	return {
		name: "bare-imports",
		enforce: "pre",
		config: () => ({
			environments: {
				client: {
					build: {
						rolldownOptions: {
							output: { codeSplitting: { groups: [{ name: "common", test: COMMON }] } },
						},
					},
				},
			},
		}),
		configResolved({ environments }) {
			// Astro sets it for itself, after the settings of the site.
			const client = environments.client?.build as { modulePreload: unknown } | undefined;
			if (client) client.modulePreload = false;
		},
		load: (id) => (id === HELPER ? "export const __vitePreload = (load) => load()" : null),
	};
}
