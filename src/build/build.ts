import path from "node:path";
import { rowsOf } from "../cache/on-disk.ts";
import { siteOf } from "../collection/site.ts";
import { belongsToCopy } from "../offline/files.ts";
import { tellFullDisks } from "./full-disks.ts";
import { beginCopy } from "./offline/copy.ts";
import { BUILD_LOCK, oneBuild } from "./one-build.ts";
import { lookAtOutputs } from "./outputs.ts";
import { beginProgram } from "./program.ts";
import { report } from "./report.ts";
import { beginSearch, SEARCH } from "./search/begin.ts";
import { beginStage } from "./stages.ts";
import { toldPapers } from "./told-papers.ts";
import { beginOutput } from "./whole-output.ts";
import { beginWords } from "./words.ts";

/**
 * Builds the site of the content folder into a folder (absolute path), whole or not at all.
 * Throws an IssuesError with every problem of the content. What can be done beside something
 * else is begun early: the program while entries are read, words and the search index while
 * pages are rendered.
 */
export async function build(target: string): Promise<void> {
	const { base, language, cacheDir, astroDir } = siteOf();
	tellFullDisks([target, process.cwd(), cacheDir]);
	await oneBuild(path.join(astroDir, BUILD_LOCK));
	const output = beginOutput(target, cacheDir);
	beginStage("entries");
	const looking = lookAtOutputs(output);
	const words = beginWords(cacheDir);
	const search = beginSearch({ language, cacheDir, last: output.last });
	const beginning = beginProgram();
	// Whoever waits for it is told; what is wrong with the content comes first.
	beginning.catch(() => {});
	// What takes long to load is loaded while threads are at work.
	const { readAhead } = await import("./read-ahead.ts");
	const { sharedContent } = await import("../collection/shared-content.ts");
	const { beginPages } = await import("./render.ts");
	const slow = await readAhead();
	const content = sharedContent();
	const papers = toldPapers(content);
	words.of(content, papers);
	search.of(content, papers);
	beginStage("program");
	const program = await beginning;
	beginStage("pages");
	const before = await looking;
	const copy = beginCopy({
		folder: output.now,
		last: output.last,
		base,
		papers: papers.entries.map(({ paper }) => paper.id),
		cache: path.resolve(cacheDir, "offline"),
		worker: program.serviceWorker,
	});
	const begun = await beginPages(program, { output, before, apart: SEARCH, cacheDir });
	copy.see({ files: rowsOf([...begun.taken, ...begun.leftApart]), names: begun.written });
	const searched = search
		.writeTo(output.now, begun.leftApart)
		.then(({ come, gone }) => copy.see({ names: come, gone }));
	// Whoever waits for it is told; what went wrong with pages comes first.
	searched.catch(() => {});
	const rendering = begun.render({
		tell: (names) => copy.see({ names }),
		isAwaited: belongsToCopy,
	});
	const copied = Promise.all([rendering.awaited, searched]).then(() => copy.write());
	copied.catch(() => {});
	const pages = await rendering.all;
	beginStage("search index");
	await searched;
	beginStage("offline copy");
	await copied;
	const size = await copy.size();
	output.put(pages.taken > pages.rendered);
	report({ content, pages, size, slow: [...slow, ...content.slow] });
	await Promise.all([words.kept, search.kept]);
}
