/** The middle of some numbers; of an even number of them the mean of the two in the middle. NaN of none. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const [low, high] = [(sorted.length - 1) >> 1, sorted.length >> 1].map((at) => sorted[at]);
	return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}

/** Seconds as they are read: `0.84 s`, `12.3 s`, `754 s`. */
export function seconds(milliseconds: number): string {
	const value = milliseconds / 1000;
	return `${value.toFixed(value < 9.995 ? 2 : value < 99.95 ? 1 : 0)} s`;
}

/** Bytes as they are read: `640 MB`, `1.25 GB`. */
export function bytes(count: number): string {
	if (count >= 1e9) return `${(count / 1e9).toFixed(2)} GB`;
	return count >= 1e6 ? `${(count / 1e6).toFixed(0)} MB` : `${(count / 1000).toFixed(0)} kB`;
}

/** A whole number with commas at thousands. */
export function whole(count: number): string {
	return count.toLocaleString("en");
}

/** A ratio: `0.84×`. */
export function times(ratio: number): string {
	return Number.isFinite(ratio) ? `${ratio.toFixed(2)}×` : "–";
}

/** A table in Markdown, its columns of one width; all but the first stand to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const all = [head, ...rows];
	const widths = head.map((_, at) => Math.max(3, ...all.map((row) => (row[at] ?? "").length)));
	const line = (row: readonly string[]) =>
		`| ${widths
			.map((width, at) => {
				const text = row[at] ?? "";
				return at === 0 ? text.padEnd(width) : text.padStart(width);
			})
			.join(" | ")} |`;
	const rule = widths.map((width, at) =>
		at === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
	);
	return [line(head), `| ${rule.join(" | ")} |`, ...rows.map(line)].join("\n");
}
