const ENTITIES: Record<string, string> = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: '"',
	apos: "'",
	nbsp: " ",
	ensp: " ",
	emsp: " ",
	thinsp: " ",
	ndash: "–",
	mdash: "—",
	hellip: "…",
	lsquo: "‘",
	rsquo: "’",
	ldquo: "“",
	rdquo: "”",
	laquo: "«",
	raquo: "»",
	times: "×",
	minus: "−",
	plusmn: "±",
	le: "≤",
	ge: "≥",
	ne: "≠",
	sim: "∼",
	asymp: "≈",
	infin: "∞",
	deg: "°",
	middot: "·",
	bull: "•",
	prime: "′",
	rarr: "→",
	larr: "←",
	copy: "©",
	reg: "®",
	trade: "™",
	sect: "§",
	para: "¶",
	alpha: "α",
	beta: "β",
	gamma: "γ",
	delta: "δ",
	epsilon: "ε",
	theta: "θ",
	kappa: "κ",
	lambda: "λ",
	mu: "μ",
	micro: "µ",
	pi: "π",
	rho: "ρ",
	sigma: "σ",
	tau: "τ",
	phi: "φ",
	chi: "χ",
	psi: "ψ",
	omega: "ω",
	Delta: "Δ",
	Sigma: "Σ",
	Omega: "Ω",
	szlig: "ß",
	aelig: "æ",
	AElig: "Æ",
	oslash: "ø",
	Oslash: "Ø",
	aring: "å",
	Aring: "Å",
	eth: "ð",
	thorn: "þ",
	shy: "",
};
const ENTITY_ACCENTS: Record<string, string> = {
	acute: "\u0301",
	grave: "\u0300",
	circ: "\u0302",
	uml: "\u0308",
	tilde: "\u0303",
	cedil: "\u0327",
	caron: "\u030C",
};

/** A text with the characters that its entities of HTML stand for. */
export function decodeEntities(text: string): string {
	// Twice: XML in JSON is often escaped once too often (&amp;lt;).
	return text.includes("&") ? decodeOnce(decodeOnce(text)) : text;
}

/** {@link decodeEntities}, for what is escaped once. */
export function decodeOnce(text: string): string {
	return text.replace(
		/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([A-Za-z]{2,8}));/gi,
		(whole, ten, hex, name) => {
			if (name) return own(ENTITIES, name) ?? accented(name) ?? whole;
			const code = ten ? Number(ten) : Number.parseInt(hex, 16);
			return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
		},
	);
}

/** What a table itself has under a name: `&valueOf;` is none of its entities. */
function own(table: Record<string, string>, name: string): string | undefined {
	return Object.hasOwn(table, name) ? table[name] : undefined;
}

function accented(name: string): string | undefined {
	const mark = own(ENTITY_ACCENTS, name.slice(1));
	return mark && `${name[0]}${mark}`.normalize("NFC");
}
