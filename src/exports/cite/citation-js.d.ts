// The parts of citation-js that are used here; its packages ship no types.

declare module "@citation-js/core" {
	import type { CslItem } from "./csl-item.ts";

	/** An entry as the BibTeX plugin maps it: values formatted, not yet written. */
	interface MappedEntry {
		type: string;
		label: string;
		properties: Record<string, string>;
	}
	interface BibtexConfig {
		constants: {
			/** LaTeX command of an accent, without backslash, to the combining mark. */
			diacritics: Record<string, string>;
			/** LaTeX command, without backslash, to the character. */
			commands: Record<string, string | null>;
		};
		format: { asciiOnly: boolean; checkLabel: boolean };
	}
	/** An engine of citeproc; see https://citeproc-js.readthedocs.io. */
	interface CslEngine {
		sys: { retrieveItem(id: string): CslItem };
		updateItems(ids: readonly string[]): void;
		makeBibliography(): [facts: object, entries: string[]];
		/** What it prints in running text. */
		citation: { tokens: object[] };
		/** The names of all items, by which it would tell authors apart. */
		registry: {
			namereg: {
				addname(id: string, name: object, at: number): void;
				/** How much of a given name is printed: 0 for none, 1 for initials, 2 for all. */
				evalname(
					id: string,
					name: object,
					at: number,
					base: number,
					form: string,
					initials: unknown,
				): number;
			};
		};
		/** Looks for markup and quotation marks in a text. */
		fun: { flipflopper: { processTags(blob: { blobs: string }): void } };
	}
	interface CslConfig {
		styles: { add(name: string, style: object): void; has(name: string): boolean };
		engine(items: readonly CslItem[], style: string, lang: string, format: "text"): CslEngine;
	}
	export const plugins: {
		config: { get(name: "@bibtex"): BibtexConfig; get(name: "@csl"): CslConfig };
		output: {
			format(
				name: "bibtex" | "biblatex",
				items: readonly CslItem[],
				options: { format: "object" },
			): MappedEntry[];
			format(
				name: "ris",
				items: readonly CslItem[],
				options: { format: "object"; spec: "new" },
			): Record<string, string | string[]>[];
			format(
				name: "bibliography",
				items: readonly CslItem[],
				options: { template: string; lang: string; format: "text" },
			): string;
		};
		input: { chain(text: string, options: { forceType: string }): CslItem[] };
	};
}

declare module "@citation-js/plugin-bibtex" {}
declare module "@citation-js/plugin-csl" {}
declare module "@citation-js/plugin-ris" {}
