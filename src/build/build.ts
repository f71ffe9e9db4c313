import { sharedContent } from "../collection/shared-content.ts";
import { siteOf } from "../collection/site.ts";
import { tellFullDisks } from "./full-disks.ts";
import { beginCopy } from "./offline/copy.ts";
import { oneBuild } from "./one-build.ts";
import { beginProgram } from "./program.ts";
import { readAhead } from "./read-ahead.ts";
import { beginPages } from "./render.ts";
import { report } from "./report.ts";
import { beginSearch } from "./search/begin.ts";
import { beginStage } from "./stages.ts";
import { beginOutput } from "./whole-output.ts";
import { beginWords } from "./words.ts";

/**
 * Builds the site of the content folder into a folder (absolute path), whole or not at all.
 * Throws an IssuesError with every problem of the content. What can be done beside something
 * else is begun early: the program while entries are read, words and the search index while
 * pages are rendered.
 */
export async function build(target: string): Promise<void> {
	const { base, language, cacheDir } = siteOf();
	tellFullDisks([target, process.cwd(), cacheDir]);
	await oneBuild();
	const output = beginOutput(target, cacheDir);
	beginStage("entries");
	const beginning = beginProgram();
	// Whoever waits for it is told; what is wrong with the content comes first.
	beginning.catch(() => {});
	const slow = await readAhead();
	const content = sharedContent();
	beginWords(content);
	const search = beginSearch(content, { language, cacheDir, output });
	beginStage("program");
	const program = await beginning;
	beginStage("pages");
	const begun = await beginPages(program, { output, cacheDir });
	const worker = program.serviceWorker;
	const copy = beginCopy({ folder: output.now, base, cacheDir, worker });
	const pages = await begun.render();
	beginStage("search index");
	await search.put();
	beginStage("offline copy");
	const files = await copy.write(pages.files, ["pagefind/"]);
	output.put(pages.taken > pages.rendered);
	report({ content, pages, files, slow: [...slow, ...content.slow] });
}
