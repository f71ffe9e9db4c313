import path from "node:path";
import { satteri } from "@astrojs/markdown-satteri";
import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";
import { siteOf } from "./src/collection/site.ts";
import { contentFolder } from "./src/entry/content-folder.ts";
import { bareImports } from "./src/integrations/bare-imports.ts";
import { baseLinks } from "./src/integrations/base-links.ts";
import { buildReport } from "./src/integrations/build-report.ts";
import { offlineCopy } from "./src/integrations/offline/integration.ts";
import { oneBuild } from "./src/integrations/one-build.ts";
import { pages } from "./src/integrations/pages.ts";
import { roomReport } from "./src/integrations/room-report.ts";
import { searchIndex } from "./src/integrations/search/integration.ts";
import { wholeOutput } from "./src/integrations/whole-output.ts";

const { site, base, language, cacheDir, astroDir } = siteOf();

export default defineConfig({
	site,
	base,
	cacheDir: astroDir,
	trailingSlash: "ignore",
	output: "static",
	build: { format: "directory", concurrency: 4 },
	// The default, "jsx", drops the space between inline neighbours.
	compressHTML: true,
	integrations: [
		roomReport({ cacheDir }),
		oneBuild(),
		mdx(),
		searchIndex({ language, cacheDir }),
		pages({ cacheDir }),
		offlineCopy({ base, cacheDir }),
		buildReport(),
		wholeOutput({ cacheDir }),
	],
	markdown: { processor: satteri({ hastPlugins: [baseLinks(base)] }) },
	devToolbar: { enabled: false },
	experimental: { contentIntellisense: true },
	vite: {
		plugins: [bareImports()],
		// What is in them is watched by `collection/loaders.ts`, for less.
		server: { watch: { ignored: [`${path.resolve(contentFolder().papers)}/**`] } },
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
});
