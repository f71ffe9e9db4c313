/** The rows with the largest count. Three or more of them are no peaks, and a count of 1 is none. */
export function peaks<T extends { count: number }>(rows: readonly T[]): T[] {
	const max = Math.max(0, ...rows.map(({ count }) => count));
	const highest = rows.filter(({ count }) => count === max);
	return max > 1 && highest.length <= 2 ? highest : [];
}
