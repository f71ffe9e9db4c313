import { readFileSync } from "node:fs";
import path from "node:path";
import { digestOf } from "../cache/kept.ts";

/** The icon of the site. Whoever replaces it has its icons in all sizes replaced. */
const DESIGN = path.resolve("public/favicon.svg");

const SHEET = "#f3eee3";

/**
 * Icons by the names of their files: pixels, and how much of the width the design takes.
 * `any` is the design alone. Where the system cuts the shape out, it stands on a ground, in
 * a maskable icon within the circle of 80 % that is always shown
 * (https://www.w3.org/TR/appmanifest/#icon-masks).
 */
export const ICONS = {
	"192": { size: 192, width: 1, purpose: "any" },
	"512": { size: 512, width: 1, purpose: "any" },
	"maskable-512": { size: 512, width: 0.52, purpose: "maskable" },
	"apple-touch": { size: 180, width: 0.68, purpose: undefined },
} as const;

/** A check sum of the icon of the site. */
export function designSum(): string {
	return digestOf(readFileSync(DESIGN));
}

/** Draws an icon as a PNG. */
export async function drawIcon(name: keyof typeof ICONS): Promise<Buffer> {
	// It takes a while to load, and most builds draw nothing.
	const { Resvg } = await import("@resvg/resvg-js");
	const { size, width } = ICONS[name];
	// What follows the system's colours in a browser is drawn in those of the day.
	const design = readFileSync(DESIGN, "utf8").replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\}/g, "");
	const start = (size * (1 - width)) / 2;
	const placed = design.replace(
		"<svg ",
		`<svg x="${start}" y="${start}" width="${size * width}" height="${size * width}" `,
	);
	const ground = width < 1 ? `<rect width="100%" height="100%" fill="${SHEET}"/>` : "";
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">${ground}${placed}</svg>`;
	return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}
