import type { ExternalImageService } from "astro";

/** Pictures of pages of prose are served as they are, like those of entries: they keep their bytes and their name is a check sum of them. */
const asTheyAre: ExternalImageService = {
	getURL: ({ src }) => (typeof src === "string" ? src : src.src),
	getHTMLAttributes: ({ src, format: _, quality: __, densities: ___, widths: ____, ...rest }) => ({
		...(typeof src === "string" ? {} : { width: src.width, height: src.height }),
		...rest,
	}),
};

export default asTheyAre;
