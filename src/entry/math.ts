import temml from "temml";

/** TeX rendered as MathML, which browsers draw without fonts, styles or scripts of ours. */
export function renderMath(tex: string, display: boolean): string {
	return temml.renderToString(tex, {
		displayMode: display,
		throwOnError: true,
		trust: false,
		strict: false,
		maxSize: [20, 20],
		maxExpand: 500,
	});
}

/** Why a formula cannot be drawn, or `undefined` when it can. */
export function mathError(tex: string): string | undefined {
	try {
		renderMath(tex, false);
		return undefined;
	} catch (cause) {
		// The message underlines the culprit with a combining character, which terminals garble.
		const reason = (cause instanceof Error ? cause.message : String(cause)).replaceAll(
			"\u0332",
			"",
		);
		return reason.replace(/\s+/g, " ").trim();
	}
}

const SYMBOLS: Record<string, string> = {
	times: "×",
	cdot: "·",
	sim: "∼",
	approx: "≈",
	le: "≤",
	leq: "≤",
	ge: "≥",
	geq: "≥",
	ne: "≠",
	neq: "≠",
	pm: "±",
	to: "→",
	rightarrow: "→",
	infty: "∞",
	in: "∈",
	sum: "∑",
	alpha: "α",
	beta: "β",
	gamma: "γ",
	delta: "δ",
	epsilon: "ε",
	lambda: "λ",
	mu: "μ",
	pi: "π",
	sigma: "σ",
	tau: "τ",
	theta: "θ",
};

/** A formula in one line of plain text, for search and exports: `|A_{i,t}| × H_{i,t}`. */
export function mathToText(tex: string): string {
	return tex
		.replace(/\\([a-zA-Z]+)/g, (whole, name: string) => SYMBOLS[name] ?? whole)
		.replace(/\\[,;:! ]/g, " ")
		.replace(/\\([%&#_${}])/g, "$1")
		.replace(/\s+/g, " ")
		.trim();
}
