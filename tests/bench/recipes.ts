import { PLACES, type Places } from "./outputs.ts";
import { hugoVersion, versionOf } from "./packages.ts";

/** Other ways to make the site, each with its folder in `peers/`. */
export const PEERS = ["hugo", "eleventy", "astro"] as const;

/** One of {@link PEERS}. */
export type Peer = (typeof PEERS)[number];

/** How a peer is built and where it keeps what. Paths are relative to its folder. */
export interface Recipe {
	name: string;
	/** What it is built with; `root` is the folder of the site. */
	versions(root: string): string;
	/** The command that writes `out`, as a shell reads it. */
	command: string;
	out: string;
	/** What it keeps for the next build. */
	caches: string[];
	/** The folder of its static files. */
	assets: string;
	/** The file of the names of topics, where the papers' own texts do not say them. */
	data?: string;
	papers: string;
	ending: "md" | "mdx";
	places: Places;
}

/** The {@link Recipe} of each peer. */
export const RECIPES: Record<Peer, Recipe> = {
	hugo: {
		name: "Hugo + Pagefind",
		versions: () => `Hugo ${hugoVersion()}`,
		command: "hugo --quiet --destination out",
		out: "out",
		caches: ["resources"],
		assets: "static",
		papers: "content/papers",
		ending: "md",
		places: {
			...PLACES,
			dates: /^(?:years|months|days)\/[\d-]+\/index\.html$/,
			feeds: /^(?:topics\/[^/]+\/)?index\.xml$/,
			// The first page of a list has a second address, which leads to it.
			pages: /^(?:papers|topics\/[^/]+)\/page\/(?!1\/)\d+\/index\.html$/,
		},
	},
	eleventy: {
		name: "Eleventy + Pagefind",
		versions: (root) => `Eleventy ${versionOf("@11ty/eleventy", root)}`,
		command: "node_modules/.bin/eleventy --quiet",
		out: "out",
		caches: [".cache"],
		assets: ".",
		data: "_data/topicNames.json",
		papers: "papers",
		ending: "md",
		places: PLACES,
	},
	astro: {
		name: "Astro + Pagefind",
		versions: (root) => `Astro ${versionOf("astro", root)}, MDX ${versionOf("@astrojs/mdx", root)}`,
		command: "node_modules/.bin/astro build",
		out: "dist",
		caches: [".cache", ".astro"],
		assets: "public",
		data: "topicNames.json",
		papers: "papers",
		ending: "mdx",
		places: {
			...PLACES,
			papers: /^papers\/(?!\d+\/)([^/]+)\/index\.html$/,
			pages: /^(?:papers|topics\/[^/]+)\/\d+\/index\.html$/,
		},
	},
};
