import vm from "node:vm";
import temml from "temml";

/** The longest formula, in characters of TeX. */
const MAX_TEX = 5_000;
/** The longest time that one formula may take, in milliseconds. */
const MAX_TIME = 250;
const TOO_LONG = `more than ${MAX_TIME} ms of work, expected less`;
/** The longest MathML of one formula, in characters: what 5,000 characters of usual TeX come to, twice. */
const MAX_MATHML = 500_000;

/**
 * How deep groups, environments and brackets may go in one another. Drawing recurses, and how
 * much stack is left for it differs: what would depend on that is refused everywhere.
 */
const MAX_DEPTH = 100;

/** The largest size in a formula, in em: forwards, backwards (which draws over what stands there), and all together. */
const MAX_EM = { forwards: 20, backwards: 2, together: 100 };
const EM_OF: Record<string, number> = { em: 1, ex: 0.45, pt: 0.1, px: 0.06 };

type Drawing = { mathml: string } | { error: string };

/** Drawn formulas, since each is checked first and shown later. */
const drawn = new Map<string, Drawing>();
const MOST_DRAWN = 2_000;

/** TeX rendered as MathML, which browsers draw without fonts, styles or scripts of ours. Throws where it cannot be. */
export function renderMath(tex: string, display: boolean): string {
	const drawing = drawOnce(tex, display);
	if ("error" in drawing) throw new Error(drawing.error);
	return drawing.mathml;
}

/** Why a formula cannot be drawn, or `undefined` when it can. */
export function mathError(tex: string, display = false): string | undefined {
	const drawing = drawOnce(tex, display);
	return "error" in drawing ? drawing.error : undefined;
}

/** True for a {@link mathError} that cost its time. */
export function tookTooLong(error: string): boolean {
	return error === TOO_LONG;
}

function drawOnce(tex: string, display: boolean): Drawing {
	const key = `${display}${tex}`;
	let drawing = drawn.get(key);
	if (!drawing) {
		if (drawn.size >= MOST_DRAWN) drawn.clear();
		drawn.set(key, (drawing = draw(tex, display)));
	}
	return drawing;
}

function draw(tex: string, display: boolean): Drawing {
	if (tex.length > MAX_TEX) {
		return { error: `${tex.length} characters, expected at most ${MAX_TEX}` };
	}
	if (depthOf(tex) > MAX_DEPTH) {
		return { error: `more than ${MAX_DEPTH} groups in one another, expected fewer` };
	}
	try {
		const mathml = inTime(() =>
			temml.renderToString(tex, {
				displayMode: display,
				throwOnError: true,
				trust: false,
				strict: false,
				// Larger sizes are refused below, not cut.
				maxSize: [1_000_000, 1_000_000],
				maxExpand: 500,
			}),
		);
		const error = excess(mathml);
		return error ? { error } : { mathml };
	} catch (cause) {
		// The message underlines the culprit with a combining character, which terminals garble.
		const reason = (cause instanceof Error ? cause.message : String(cause)).replaceAll(
			"\u0332",
			"",
		);
		return { error: reason.replace(/\s+/g, " ").trim() };
	}
}

function depthOf(tex: string): number {
	let depth = 0;
	let deepest = 0;
	for (const [token] of tex.matchAll(/\\(?:[a-zA-Z]+|[\s\S])|[{}()]/g)) {
		if (/^(?:\\left|\\begin|[{(])$/.test(token)) deepest = Math.max(deepest, ++depth);
		else if (/^(?:\\right|\\end|[})])$/.test(token)) depth = Math.max(0, depth - 1);
	}
	return deepest;
}

const scope: { work: (() => string) | undefined } = { work: undefined };
const context = vm.createContext(scope);
const script = new vm.Script("work()");

/**
 * What `work` returns, if it does so in 250 ms. V8 itself ends it otherwise, wherever
 * it is, so that no formula runs on: neither one without end nor one that takes the
 * memory. It is given a second time, since a busy machine can make any work late.
 */
function inTime(work: () => string): string {
	scope.work = work;
	for (const again of [true, false]) {
		try {
			return script.runInContext(context, { timeout: MAX_TIME });
		} catch (cause) {
			// The error comes from the other context, where `Error` is another one.
			if ((cause as NodeJS.ErrnoException).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw cause;
			if (!again) throw new Error(TOO_LONG);
		}
	}
	throw new Error("unreachable");
}

/** What is too much in a drawn formula: its length, a link or an id of its own, a size. */
function excess(mathml: string): string | undefined {
	if (mathml.length > MAX_MATHML) {
		return `${mathml.length} characters of MathML, expected at most ${MAX_MATHML}`;
	}
	const tags = mathml.match(/<[a-z][^>]*>/g) ?? [];
	if (tags.some((tag) => /^<a\s|\sid=/.test(tag))) {
		return "a reference (\\ref, \\label), expected a formula by itself";
	}
	let together = 0;
	for (const tag of tags) {
		for (const [size, number, unit] of tag.matchAll(/([-+]?\d*\.?\d+)(em|ex|pt|px)\b/g)) {
			const em = Number(number) * (EM_OF[unit ?? ""] ?? 1);
			if (em > MAX_EM.forwards || em < -MAX_EM.backwards) return sizeError(size);
			if (Math.abs(em) > 1) together += Math.abs(em);
		}
	}
	return together > MAX_EM.together ? sizeError(`${Math.round(together)}em in all`) : undefined;
}

function sizeError(size: string): string {
	const { forwards, backwards, together } = MAX_EM;
	return `a size of ${size}, expected from -${backwards}em to ${forwards}em, and ${together}em in all`;
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
