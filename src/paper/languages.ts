/** Names of languages that reference managers and BibLaTeX use. Of several, babel’s stands first: BibLaTeX hyphenates by it. */
const LANGUAGES: Readonly<Record<string, string>> = {
	english: "en",
	american: "en-US",
	usenglish: "en-US",
	british: "en-GB",
	ukenglish: "en-GB",
	ngerman: "de",
	german: "de",
	deutsch: "de",
	naustrian: "de-AT",
	austrian: "de-AT",
	french: "fr",
	francais: "fr",
	français: "fr",
	spanish: "es",
	español: "es",
	italian: "it",
	portuguese: "pt",
	brazilian: "pt-BR",
	dutch: "nl",
	russian: "ru",
	polish: "pl",
	turkish: "tr",
	chinese: "zh",
	japanese: "ja",
	korean: "ko",
	arabic: "ar",
	czech: "cs",
	swedish: "sv",
};

const TAGS = new Map(Object.entries(LANGUAGES));
const NAMES = new Map(
	Object.entries(LANGUAGES)
		.map(([name, tag]) => [tag, name] as const)
		.reverse(),
);

/** A language as a BCP 47 tag: `ngerman`, `eng` and `en_US` too; `undefined` for what is none. */
export function languageTag(text = ""): string | undefined {
	const name = text.trim().toLowerCase();
	const known = TAGS.get(name);
	if (known) return known;
	if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/.test(name)) return undefined;
	try {
		return Intl.getCanonicalLocales(name.replaceAll("_", "-"))[0];
	} catch {
		return undefined;
	}
}

/** The name that TeX’s babel has for a BCP 47 tag, such as `ngerman`; the tag itself where none is known. */
export function babelName(tag: string): string {
	return NAMES.get(tag) ?? tag;
}
