const DAY = 24 * 60 * 60 * 1000;

/** A size in words: `10.8 MB`, `62 kB`. */
export function size(bytes: number): string {
	if (bytes < 1e6) return `${Math.max(1, Math.round(bytes / 1e3))} kB`;
	return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** How much of something is here, in one unit: `7.2 of 10.8 MB`. */
export function sizeOf(here: number, all: number): string {
	const [whole] = size(all).split(" ");
	const part = all < 1e6 ? String(Math.round(here / 1e3)) : (here / 1e6).toFixed(1);
	return size(all).replace(whole ?? "", `${part} of ${whole}`);
}

/** The day of a time in ISO 8601, where the reader is: `12 May 2026`. */
export function day(time: string): string {
	return new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(new Date(time));
}

/** How old something of a time in ISO 8601 is: `of today`, `1 day old`. */
export function age(time: string, now = Date.now()): string {
	const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0);
	const days = Math.round((midnight(now) - midnight(Date.parse(time))) / DAY);
	if (days <= 0) return "made today";
	return days === 1 ? "1 day old" : `${new Intl.NumberFormat("en-GB").format(days)} days old`;
}
