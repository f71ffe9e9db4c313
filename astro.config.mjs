import path from "node:path";
import { satteri } from "@astrojs/markdown-satteri";
import mdx from "@astrojs/mdx";
import { bareImports } from "./src/build/bare-imports.ts";
import { baseLinks } from "./src/build/base-links.ts";
import { wholeBuild } from "./src/build/whole-build.ts";
import { siteOf } from "./src/collection/site.ts";
import { development } from "./src/development/integration.ts";
import { contentFolder } from "./src/entry/folder.ts";

const { site, base, astroDir } = siteOf();

// `defineConfig` of `astro/config` gives back what it is given, and loads 280 modules.
/** @type {import("astro").AstroUserConfig} */
export default {
	site,
	base,
	cacheDir: astroDir,
	trailingSlash: "ignore",
	output: "static",
	build: { format: "directory" },
	// The default, "jsx", drops the space between inline neighbours.
	compressHTML: true,
	integrations: [wholeBuild(), development(), mdx()],
	image: { service: { entrypoint: path.resolve("src/build/as-they-are.ts") } },
	markdown: { processor: satteri({ hastPlugins: [baseLinks(base)] }) },
	devToolbar: { enabled: false },
	experimental: { contentIntellisense: true },
	vite: {
		plugins: [bareImports()],
		// The papers are watched by `collection/loaders.ts`, for less, and no page has anything of tests.
		server: {
			watch: {
				ignored: [
					`${path.resolve(contentFolder().papers)}/**`,
					`${path.resolve("tests")}/**`,
					"**/*.test.ts",
				],
			},
		},
		build: {
			assetsInlineLimit: 0,
			rolldownOptions: {
				onwarn(warning, warn) {
					// Astro's own mark on pages of prose, which the bundler does not know.
					if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
				},
			},
		},
	},
};
