import path from "node:path";
import { pathToFileURL } from "node:url";
import { installed } from "../bench/packages.ts";
import { launchBrowser } from "../browser.ts";
import { TEMPLATES } from "../pages.ts";
import { buildSite, freePort, serveSite, temporaryFolder } from "../site.ts";

/** What is used of its answer (https://github.com/GoogleChrome/lighthouse/blob/main/docs/understanding-results.md). */
type Lighthouse = (
	url: string,
	flags: { port: number; logLevel: "error" },
) => Promise<
	| {
			lhr: {
				categories: Record<
					string,
					{ score: number | null; auditRefs: { id: string; weight: number }[] }
				>;
				audits: Record<
					string,
					{
						score: number | null;
						title: string;
						displayValue?: string;
						details?: { items?: unknown[] };
					}
				>;
			};
	  }
	| undefined
>;

// It has a tenth of all packages, which nobody needs who does not run it.
const packages = installed("tests/lighthouse");
const module = path.join(packages, "node_modules/lighthouse/core/index.js");
const { default: lighthouse }: { default: Lighthouse } = await import(pathToFileURL(module).href);

/** Pages that must reach 100 in each category. */
const PAGES = ["home", "paper", "topic", "day", "search"] as const;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;

const { folder, remove } = temporaryFolder();
const dist = path.join(folder, "dist");
await buildSite("content", dist);
const site = await serveSite("content", dist);
const port = await freePort();
const browser = await launchBrowser(port);
let missed = 0;
try {
	console.log(["page".padEnd(8), ...CATEGORIES].join("\t"));
	for (const name of PAGES) {
		const result = await lighthouse(site.url + TEMPLATES[name], { port, logLevel: "error" });
		const categories = result?.lhr.categories ?? {};
		const scores = CATEGORIES.map((id) => Math.round((categories[id]?.score ?? 0) * 100));
		console.log([name.padEnd(8), ...scores].join("\t"));
		for (const [index, id] of CATEGORIES.entries()) {
			if (scores[index] === 100) continue;
			missed += 1;
			for (const { id: audit, weight } of categories[id]?.auditRefs ?? []) {
				const { score, title, displayValue, details } = result?.lhr.audits[audit] ?? {};
				if (weight > 0 && typeof score === "number" && score < 1) {
					console.log(`  ${id}: ${title} ${displayValue ?? ""} (${Math.round(score * 100)})`);
					const rows = details?.items ?? [];
					console.log(`    ${JSON.stringify(rows).slice(0, 600)}`);
				}
			}
		}
	}
} finally {
	await browser.close();
	site.stop();
	remove();
}
process.exitCode = missed > 0 ? 1 : 0;
