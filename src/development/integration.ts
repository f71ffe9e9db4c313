import type { AstroIntegration } from "astro";
import { whenOthersShow } from "../collection/open-pages.ts";
import { loadedByNode } from "./loaded-by-node.ts";

/**
 * What `npm run dev` has beside Astro's own: modules come from Node where they can, and an edit of
 * the content is shown without a detour through Astro's store, which waits half a second to write.
 */
export function development(): AstroIntegration {
	return {
		name: "development",
		hooks: {
			"astro:config:setup": ({ command, updateConfig }) => {
				if (command === "dev") updateConfig({ vite: { plugins: [loadedByNode()] } });
			},
			"astro:server:setup": ({ server }) => {
				whenOthersShow(() => {
					for (const { name, hot } of Object.values(server.environments)) {
						// Astro asks routes for their paths anew, as after a change in its own store.
						if (name !== "client") hot.send("astro:content-changed", {});
						else hot.send({ type: "full-reload", path: "*" });
					}
				});
			},
		},
	};
}
