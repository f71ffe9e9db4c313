/**
 * The known word nearest to a mistyped one, or `undefined` when none is near
 * (more than a third of the letters differ, by {@link editDistance}).
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
	let best: string | undefined;
	let bestDistance = Math.max(1, Math.ceil(word.length / 3)) + 1;
	for (const candidate of known) {
		const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), bestDistance);
		if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
	}
	return best;
}

/**
 * Optimal string alignment distance (Damerau–Levenshtein where no part is changed twice),
 * or any number greater than `most` where it is greater.
 */
export function editDistance(a: string, b: string, most: number): number {
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		let least = i;
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1];
			let value = Math.min(
				(last[j - 1] ?? 0) + (same ? 0 : 1),
				(last[j] ?? 0) + 1,
				(row[j - 1] ?? 0) + 1,
			);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				value = Math.min(value, (beforeLast[j - 2] ?? 0) + 1);
			}
			row.push(value);
			least = Math.min(least, value);
		}
		if (least > most) return least;
		[beforeLast, last] = [last, row];
	}
	return last[b.length] ?? a.length;
}
