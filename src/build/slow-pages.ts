/** A page and how long it took. */
export interface PageTime {
	path: string;
	milliseconds: number;
}

/** So many of the slowest are named, if they took this long. */
const NAMED = 3;
const SLOW_MILLISECONDS = 500;

/** The slowest of the pages that are noted, slowest first, at most three. */
export class SlowPages {
	readonly slowest: PageTime[] = [];

	note(page: PageTime): void {
		if (page.milliseconds < SLOW_MILLISECONDS) return;
		this.slowest.push(page);
		this.slowest.sort((a, b) => b.milliseconds - a.milliseconds);
		this.slowest.splice(NAMED);
	}
}
