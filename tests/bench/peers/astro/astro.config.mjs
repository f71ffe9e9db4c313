import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";

// The cache stays with the site: node_modules is shared by several.
export default defineConfig({
	site: "https://papers.example",
	cacheDir: "./.cache",
	integrations: [mdx()],
});
