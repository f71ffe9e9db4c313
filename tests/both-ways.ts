import { fileOf } from "../src/build/kept-pages.ts";
import { loadProgram } from "../src/build/load-program.ts";
import { beginProgram } from "../src/build/program.ts";
import { addressesIn } from "../src/build/render-all.ts";
import { toldPapers } from "../src/build/told-papers.ts";
import { beginWords } from "../src/build/words.ts";
import { sharedContent } from "../src/collection/shared-content.ts";
import { siteOf } from "../src/collection/site.ts";

/**
 * Renders every page and file of a site as a build does, and on Astro's own way from a request to a
 * response, and prints those that are not the same. A program: `program.test.ts` runs it.
 */
const words = beginWords(siteOf().cacheDir);
const { paths, renderer, renderAsAstroDoes } = await loadProgram(await beginProgram());
const content = sharedContent();
words.of(content, toldPapers(content));
const all = await paths();
const addressOf = addressesIn(siteOf());
for (const one of all) {
	const address = addressOf(one);
	const bytes = async (render: typeof renderAsAstroDoes) =>
		Buffer.from((await render(one, address)) ?? "nothing");
	if (!(await bytes(renderer.render)).equals(await bytes(renderAsAstroDoes))) {
		console.log(`${fileOf(one)}: not what Astro makes of it`);
	}
}
console.log(`${all.length} files compared`);
process.exit();
