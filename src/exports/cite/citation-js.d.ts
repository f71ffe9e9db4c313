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
	interface CslConfig {
		styles: { add(name: string, style: object): void; has(name: string): boolean };
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
				options: { template: string; lang: string; format: "text"; asEntryArray: true },
			): [id: string, text: string][];
		};
		input: { chain(text: string, options: { forceType: string }): CslItem[] };
	};
}

declare module "@citation-js/plugin-bibtex" {}
declare module "@citation-js/plugin-csl" {}
declare module "@citation-js/plugin-ris" {}
