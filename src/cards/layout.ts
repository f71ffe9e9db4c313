import { BELOW_MIDDLE, type Style, widthOf } from "./font.ts";
import { type Setting, setText } from "./lines.ts";
import { CARD, type CardText } from "./text.ts";

/** What stands on a card, by where it is in pixels. */
export interface Layout {
	lines: Line[];
	rules: Rule[];
}

/** A line of text that begins at `x` and stands on `y`. */
interface Line {
	text: string;
	style: Style;
	size: number;
	/** Added to each character, in ems. */
	tracking: number;
	colour: "ink" | "quiet";
	x: number;
	y: number;
}

/** A filled rectangle. */
interface Rule {
	colour: "accent" | "hairline";
	x: number;
	y: number;
	width: number;
	height: number;
}

const MARGIN = { side: 96, top: 60, bottom: 50 };
/** Large type is set a little closer, in ems. */
const TRACKING = -0.012;
const WIDTH = CARD.width - 2 * MARGIN.side;

const TITLE: Setting = {
	sizes: [96, 88, 80, 73, 67, 61, 56, 52, 48, 45],
	leading: 1.14,
	width: WIDTH,
	height: 264,
	lines: 5,
};
const BYLINE: Setting = { sizes: [30], leading: 1.35, width: WIDTH, height: 81, lines: 2 };
const BYLINE_HEIGHT = BYLINE.height / BYLINE.lines;
const LINE: Setting = { sizes: [26], leading: 1.3, width: WIDTH, height: 34, lines: 1 };

/** The rule between title and byline, with the room above and below it. */
const RULE = { width: 72, height: 3, above: 28, below: 22 };
/** From the line over the foot to the foot. */
const FOOT = 20;

/** Places what a card says: running head and foot at the edges, title and byline in the middle. */
export function layOut({ kicker, title, byline, footer }: CardText): Layout {
	const head = block(kicker, LINE, { style: "italic" });
	const below = block(byline, BYLINE);
	// A byline in two lines takes its second from the title's room.
	const more = Math.max(0, below.lines.length - 1) * BYLINE_HEIGHT;
	const room = { ...TITLE, height: TITLE.height - more };
	const main = block(title, room, { tracking: TRACKING, colour: "ink" });
	const foot = block(footer, LINE);

	const footTop = CARD.height - MARGIN.bottom - LINE.height;
	const hairline = footTop - FOOT - 1;
	const headEnd = MARGIN.top + LINE.height;
	const ruleRoom = RULE.above + RULE.height + RULE.below;
	const mainTop = (headEnd + hairline - main.height - ruleRoom - below.height) / 2;
	const rule = mainTop + main.height + RULE.above;
	return {
		lines: [
			...head.at(MARGIN.top),
			...main.at(mainTop),
			...below.at(rule + RULE.height + RULE.below),
			...foot.at(footTop),
		],
		rules: [
			{
				colour: "accent",
				x: MARGIN.side,
				y: Math.round(rule),
				width: RULE.width,
				height: RULE.height,
			},
			...(footer
				? [{ colour: "hairline" as const, x: MARGIN.side, y: hairline, width: WIDTH, height: 1 }]
				: []),
		],
	};
}

/** How a text looks, where it is not upright, quiet and set as the font has it. */
type Look = Partial<Pick<Line, "style" | "tracking" | "colour">>;

/** A text in its lines, to be put at a height. Letters stand on whole pixels: they are sharper. */
function block(
	text = "",
	setting: Setting,
	{ style = "normal", tracking = 0, colour = "quiet" }: Look = {},
) {
	const measure = (part: string) => widthOf(part, style) + tracking * part.length;
	const { size, lines } = setText(text, setting, measure);
	const each = size * setting.leading;
	const look = { style, size, tracking, colour, x: MARGIN.side };
	const baseline = each / 2 + BELOW_MIDDLE * size;
	return {
		lines,
		height: each * lines.length,
		at: (top: number): Line[] =>
			lines.map((text, index) => ({
				...look,
				text,
				y: Math.round(top + index * each + baseline),
			})),
	};
}
