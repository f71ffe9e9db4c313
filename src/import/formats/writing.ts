/** A paper to be written in every format, for tests: its texts are those of an honest source. */
export interface WrittenPaper {
	title: string;
	/** Paragraphs parted by an empty line. */
	abstract: string;
	/** Names with `given` are persons; the others are groups. */
	authors: { given?: string; family: string }[];
	/** The source ends the authors with `others`. */
	others?: boolean;
	/** `2021-05-03`, `2021-05` or `2021`. */
	date: string;
	doi: string;
	arxiv: string;
	address: string;
	venue: string;
	language: string;
}

/** A fact that an entry may have of a paper. */
export type Fact = "abstract" | "more" | "partial date" | "doi" | "venue" | "language" | "address";

/** Writes papers in a format; `cannot` names the facts that the format has no place for. */
export interface Writer {
	cannot: Fact[];
	write(papers: readonly WrittenPaper[]): string;
}

export type Author = WrittenPaper["authors"][number];

/** `Jane Doe`. */
export const printed = ({ given, family }: Author) => (given ? `${given} ${family}` : family);
export const indexed = ({ given, family }: Author) => (given ? `${family}, ${given}` : family);
export const names = (paper: WrittenPaper, name: (author: Author) => string, others = "others") => [
	...paper.authors.map(name),
	...(paper.others ? [others] : []),
];
export const json = (value: unknown) =>
	JSON.stringify(value, null, 1).replaceAll("\u007F", "\\u007f");
export const parts = ({ date }: WrittenPaper) => date.split("-").map(Number);
export const arxivAddress = ({ arxiv }: WrittenPaper) => `https://arxiv.org/abs/${arxiv}`;
/** Text files have no control characters: those that have some are refused as a whole. */
export const plain = (text: string) => text.replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, " ");
export const line = (text: string) => plain(text).replace(/\s+/g, " ").trim();
