import { defineHastPlugin } from "satteri";

/** In pages of prose, puts the base path before links that begin with `/`: Astro leaves them as they are. */
export function baseLinks(base: string) {
	return defineHastPlugin({
		name: "base-links",
		element: {
			filter: ["a"],
			visit(node, context) {
				const target = node.properties?.href;
				if (typeof target !== "string" || !/^\/(?!\/)/.test(target)) return;
				context.setProperty(node, "href", target.replace(/^\//, base));
			},
		},
	});
}
