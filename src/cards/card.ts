import { Resvg } from "@resvg/resvg-js";
import satori from "satori";
import { covers, family, fonts, type Style, toSettable, widthOf } from "./font.ts";
import { type Setting, setText } from "./lines.ts";
import { palettePng } from "./png.ts";
import { CARD, type CardText } from "./text.ts";

const PAPER = "#fbf8f2";
const INK = "#211c15";
const QUIET = "#5c5347";
const ACCENT = "#8a2b1b";
const HAIRLINE = "#ddd4c4";

const MARGIN = 96;
/** Large type is set a little closer, in ems. */
const TRACKING = -0.012;
const WIDTH = CARD.width - 2 * MARGIN;

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

/**
 * Draws a card: a PNG of 1200 × 630 pixels, the same bytes for the same text. What
 * the font cannot set whole is left out, and the running head then takes the title's
 * place: nothing is shown as boxes.
 */
export async function drawCard(text: CardText): Promise<Buffer> {
	const { width, height } = CARD;
	const svg = await satori(layout(settable(text)), { width, height, fonts });
	const image = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
	return palettePng(image.pixels, width) ?? image.asPng();
}

function settable(text: CardText): CardText {
	const clean = (part = "") => {
		const ready = toSettable(part);
		return covers(ready) ? ready : "";
	};
	const [kicker, title] = [clean(text.kicker), clean(text.title)];
	return {
		...(title ? { kicker, title } : { title: kicker }),
		byline: clean(text.byline),
		footer: clean(text.footer),
	};
}

function layout({ kicker, title, byline, footer }: CardText): Box {
	const below = lines(byline, BYLINE);
	// A byline in two lines takes its second from the title's room.
	const more = Math.max(0, below.length - 1) * BYLINE_HEIGHT;
	return box(
		{
			width: CARD.width,
			height: CARD.height,
			boxSizing: "border-box",
			flexDirection: "column",
			padding: `60px ${MARGIN}px 50px`,
			background: PAPER,
			fontFamily: family,
		},
		[
			box({ height: LINE.height }, lines(kicker, LINE, { fontStyle: "italic" })),
			box({ flexDirection: "column", justifyContent: "center", flexGrow: 1 }, [
				...lines(
					title,
					{ ...TITLE, height: TITLE.height - more },
					{ tracking: TRACKING, color: INK },
				),
				box({ width: 72, height: 3, margin: "28px 0 22px", background: ACCENT }),
				...below,
			]),
			box({ height: 1, marginBottom: 20, background: footer ? HAIRLINE : PAPER }),
			box({ height: LINE.height }, lines(footer, LINE)),
		],
	);
}

/** How a text looks, where it is not upright, quiet and set as the font has it. */
interface Look {
	fontStyle?: Style;
	color?: string;
	/** Added to each character, in ems. */
	tracking?: number;
}

/** A text in its lines, one box each: satori breaks none of its own. */
function lines(
	text = "",
	setting: Setting,
	{ fontStyle = "normal", color = QUIET, tracking = 0 }: Look = {},
): Box[] {
	const measure = (part: string) => widthOf(part, fontStyle) + tracking * part.length;
	const { size, lines } = setText(text, setting, measure);
	const type = {
		color,
		fontSize: size,
		fontStyle,
		letterSpacing: `${tracking}em`,
		lineHeight: setting.leading,
		whiteSpace: "pre",
	};
	return lines.map((line) => box(type, line));
}

type Css = Record<string, string | number>;

/** An element as satori takes it. */
interface Box {
	type: "div";
	key: null;
	props: { style: Css; children: Box[] | string };
}

function box(style: Css, children: Box[] | string = []): Box {
	return { type: "div", key: null, props: { style: { display: "flex", ...style }, children } };
}
